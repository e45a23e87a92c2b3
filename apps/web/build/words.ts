/**
 * Vite: ICU messages become code at build time, so no parser ships, and the translators' notes stay out of the app.
 *
 * A catalog is `{ "id": ["sentence", "note for the translator"] }`. The right-to-left test language is English between
 * a right-to-left override and its end, with `[` `]` around it so that a sentence that is not a message is seen.
 */

import { readFileSync } from "node:fs";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import type { Plugin } from "vite";

type Catalog = Readonly<Record<string, readonly [sentence: string, note: string]>>;

const isCatalog = (id: string) => /\/words\/[\w.-]+\.json$/.test(id);
const test = "virtual:words/en-x-rtl";

/** @param english  every English catalog: the test language is made of all of them */
export function words(english: readonly URL[]): Plugin {
  return {
    name: "saksi-words",
    enforce: "pre",
    resolveId: (id) => (id === test ? `\0${id}` : undefined),
    load(id) {
      if (id === `\0${test}`) {
        const catalogs = english.map((url) => JSON.parse(readFileSync(url, "utf8")) as Catalog);
        return moduleOf(Object.assign({}, ...catalogs), rightToLeft);
      }
      return isCatalog(id)
        ? { code: moduleOf(JSON.parse(readFileSync(id, "utf8")), (text) => text), moduleType: "js" }
        : undefined;
    },
  };
}

/** Pretends to be a right-to-left language without changing what a plural or a gap means. */
const rightToLeft = (text: string) => `\u2067[${text}]\u2069`;

function moduleOf(catalog: Catalog, change: (text: string) => string): string {
  const compiled = Object.entries(catalog).map(([id, [text]]) => [id, compileMessage(change(text))]);
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(compiled)))});`;
}
