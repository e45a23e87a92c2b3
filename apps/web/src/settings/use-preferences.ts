/** The preferences of this device, for screens. */

import { useSyncExternalStore } from "react";
import { languages } from "../words/say.ts";
import { type Preferences, preferenceStore } from "./preferences.ts";

export const preferences = preferenceStore(globalThis.localStorage);

export function usePreferences(): Preferences {
  return useSyncExternalStore(preferences.listen, preferences.get);
}

/** Gives the page its language, direction and palette. The tab's title is never anything but "Saksi". */
export function dress(root: HTMLElement, { language, direction, theme }: Preferences): void {
  const spoken = languages.find(({ tag }) => tag === language) ?? languages[0];
  root.lang = spoken?.tag ?? "en";
  root.dir = direction === "auto" ? (spoken?.direction ?? "ltr") : direction;
  root.dataset.theme = theme;
}
