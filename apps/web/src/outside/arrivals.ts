/**
 * An invitation link that someone opened. It carries a secret, so it leaves the address and the history at once and is
 * kept in memory alone until it is used.
 */

export interface Arrivals {
  /** Takes a link out of the window's address now, and whenever one is opened in the same tab later */
  takeFrom(window: Window): void;
  /** The link that waits, or null */
  get(): string | null;
  set(link: string | null): void;
  listen(listener: () => void): () => void;
}

/** Our own places begin with `#/`; any other fragment is an invitation. */
export const isInvitation = (hash: string): boolean => hash.length > 1 && !hash.startsWith("#/");

function createArrivals(): Arrivals {
  const listeners = new Set<() => void>();
  let waiting: string | null = null;
  const set = (link: string | null) => {
    waiting = link;
    for (const listener of listeners) listener();
  };
  return {
    takeFrom(window) {
      const take = () => {
        if (!isInvitation(window.location.hash)) return;
        const link = window.location.href;
        window.history.replaceState(null, "", `${window.location.pathname}#/join`);
        set(link);
        window.dispatchEvent(new HashChangeEvent("hashchange"));
      };
      take();
      window.addEventListener("hashchange", take);
    },
    get: () => waiting,
    set,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const arrivals = createArrivals();
