/**
 * Every sentence a person reads comes through here. English is always loaded; another language lies over it, so a
 * missing translation reads English and never breaks a screen.
 *
 * `en.first.json` is what is said before the vault is open, and comes with the first screen; `en.json` is all the rest.
 */

import { setupI18n } from "@lingui/core";
import first from "./en.first.json";
import type english from "./en.json";
import { isolate } from "./isolate.ts";

/** What may be said before the vault is open. */
export type FirstId = keyof typeof first;
/** The name of a sentence; one that is in no catalog does not compile. */
export type MessageId = FirstId | keyof typeof english;

type Compiled = Readonly<Record<string, string>>;

export interface Language {
  /** BCP 47; what `<html lang>` says */
  readonly tag: string;
  /** In the language itself */
  readonly name: string;
  readonly direction: "ltr" | "rtl";
}

/** What can be chosen. The last is made by the build from English, to try every screen right to left. */
export const languages: readonly Language[] = [
  { tag: "en", name: "English", direction: "ltr" },
  { tag: "en-x-rtl", name: "English, right to left (test)", direction: "rtl" },
];

/** The build compiles every catalog to this shape; see `build/words.ts`. */
const compiled = (catalog: unknown): Compiled => catalog as Compiled;

const i18n = setupI18n();
/** English, as far as it was fetched; then the language that lies over it. */
const spoken: { english: Compiled; over: Compiled; direction: Language["direction"] } = {
  english: compiled(first),
  over: {},
  direction: "ltr",
};

/** Chooses a language. Unknown ones are English. */
export async function speak(tag: string): Promise<void> {
  spoken.direction = languages.find((language) => language.tag === tag)?.direction ?? "ltr";
  spoken.over = tag === "en-x-rtl" ? compiled((await import("virtual:words/en-x-rtl")).default) : {};
  load();
}

/** Fetches what is said inside the open vault. */
export async function speakInside(): Promise<void> {
  const inside = await import("./en.json");
  spoken.english = { ...spoken.english, ...compiled(inside.default) };
  load();
}

function load(): void {
  i18n.loadAndActivate({ locale: "en", messages: { ...spoken.english, ...spoken.over } });
}

/** The sentence in the person's language, its gaps filled. Values that are numbers or dates come from `format.ts`. */
export function say(id: MessageId, values?: Readonly<Record<string, unknown>>): string {
  return i18n._(id, values && isolate(values, spoken.direction));
}
