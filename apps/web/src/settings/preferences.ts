/** How this device shows Saksi. Lies unsealed in the browser, so nothing about a person or a case may ever be added. */

export interface Preferences {
  readonly language: string;
  readonly direction: "auto" | "ltr" | "rtl";
  readonly theme: "auto" | "light" | "dark";
  /** Minutes without a touch after which the vault locks; 0 never */
  readonly lockAfter: number;
  /** Where quick exit goes */
  readonly exitTo: string;
  /** How many changes that were set aside the person has seen: no more of them, no line about them. A number alone. */
  readonly asideSeen: number;
}

const usual: Preferences = {
  language: "en",
  direction: "auto",
  theme: "auto",
  lockAfter: 5,
  exitTo: "about:blank",
  asideSeen: 0,
};
const key = "saksi.preferences";

export interface PreferenceStore {
  get(): Preferences;
  set(change: Partial<Preferences>): void;
  listen(listener: () => void): () => void;
}

/** Reads what was kept; where a browser keeps nothing, or something unreadable, the usual stands. */
export function preferenceStore(storage: Storage | undefined): PreferenceStore {
  let now = { ...usual, ...read(storage) };
  const listeners = new Set<() => void>();
  return {
    get: () => now,
    set(change) {
      now = { ...now, ...change };
      try {
        storage?.setItem(key, JSON.stringify(now));
      } catch {
        // A full or forbidden storage: the choice holds until the page closes.
      }
      for (const listener of listeners) listener();
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function read(storage: Storage | undefined): Partial<Preferences> {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(key) ?? "{}");
    if (typeof kept !== "object" || kept === null) return {};
    return Object.fromEntries(
      Object.entries(kept).filter(([name, value]) => typeof value === typeof usual[name as keyof Preferences]),
    );
  } catch {
    return {};
  }
}
