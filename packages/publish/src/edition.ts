/** One dossier on its way into formats: the same dossier, with the mark it must carry and the fonts it needs. */

import { type Dossier, nodesOf } from "./dossier.ts";
import { type FontNeed, fontNeed, type Spelled } from "./fonts.ts";
import type { Block, Inline } from "./model.ts";
import { type Words, wordsFor } from "./words.ts";

export interface Edition {
  readonly dossier: Dossier;
  /** Every page says so: not every condition of R-CON-3 holds */
  readonly draft: boolean;
  readonly words: Words;
  readonly fonts: FontNeed;
}

export function editionOf(dossier: Dossier, { cleared }: { readonly cleared: boolean }): Edition {
  const words = wordsFor(dossier.lang);
  return { dossier, draft: !cleared, words, fonts: fontNeed(spelled(dossier, words)) };
}

/** Every piece of text that will be drawn, with its language. */
export function* spelled(dossier: Dossier, words: Words): Generator<Spelled> {
  const { lang } = dossier;
  yield { lang, text: [dossier.title, dossier.classification, ...Object.values(words).filter(isText)].join("•–") };
  yield { lang, text: Object.values(words.rung).join("") };
  for (const { text, lang: own } of dossier.sources) yield { lang: own, text };
  for (const section of dossier.sections) {
    yield { lang: section.lang, text: section.title };
    yield* spoken(section.blocks, section.lang);
  }
}

function* spoken(nodes: readonly (Block | Inline)[], lang: string): Generator<Spelled> {
  for (const node of nodes) {
    const own = "attrs" in node && "lang" in node.attrs ? node.attrs.lang : lang;
    if (node.type === "text") {
      const mark = node.marks?.find(({ type }) => type === "lang");
      yield { lang: mark?.type === "lang" ? mark.attrs.lang : own, text: node.text };
    }
    if ("attrs" in node) yield { lang: own, text: strings(node.attrs).join("") };
    if ("content" in node) yield* spoken(node.content as unknown as readonly (Block | Inline)[], own);
  }
}

const isText = (value: unknown): value is string => typeof value === "string";

/** Every string inside attributes: captions, alternative texts, labels of charts. */
function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "number") return [String(value)];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(strings) : [];
}

/** All text of a dossier, for counting words or looking for what must not be there. */
export const textsOf = (dossier: Dossier): readonly string[] => [
  dossier.title,
  dossier.classification,
  ...dossier.sources.flatMap(({ text, href }) => [text, href ?? ""]),
  ...dossier.sections.flatMap(({ title, blocks }) => [
    title,
    ...[...nodesOf(blocks)].flatMap((node) => [
      ...strings("attrs" in node ? node.attrs : {}),
      ...strings("marks" in node ? node.marks : {}), // where a link leads
    ]),
    plainText(blocks),
  ]),
];

/** The text of blocks without marks; a block ends with a newline. */
export function plainText(nodes: readonly (Block | Inline)[]): string {
  return nodes
    .map((node) => {
      if (node.type === "text") return node.text;
      if (!("content" in node)) return "";
      const inner = plainText(node.content as unknown as readonly (Block | Inline)[]);
      return node.type === "footnote" ? ` ${inner} ` : `${inner}\n`;
    })
    .join("");
}
