/**
 * Every sentence a person reads comes through here. English is always loaded; another language lies over it, so a
 * missing translation reads English and never breaks a screen.
 */

import { setupI18n } from "@lingui/core";
import english from "./en.json";

/** The name of a sentence in `en.json`; a name that is not there does not compile. */
export type MessageId = keyof typeof english;

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

const i18n = setupI18n();

/** The build compiles every catalog to this shape; see `build/words.ts`. */
const compiled = (catalog: unknown): Compiled => catalog as Compiled;

/** Loads a language. Unknown ones are English. */
export async function speak(tag: string): Promise<void> {
  const over = tag === "en-x-rtl" ? compiled((await import("virtual:words/en-x-rtl")).default) : {};
  i18n.load("en", { ...compiled(english), ...over });
  i18n.activate("en");
}

/** The sentence in the person's language, its gaps filled. Values that are numbers or dates come from `format.ts`. */
export function say(id: MessageId, values?: Readonly<Record<string, unknown>>): string {
  return i18n._(id, values);
}
