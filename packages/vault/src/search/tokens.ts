/**
 * Search tokens, cut alike in every browser, in Node, and in ten years: no dictionary, no Intl.Segmenter.
 *
 * [Note: cluster pairs] Thai, Lao, Khmer, Burmese, Chinese and Japanese put no spaces between words. A run of them
 * becomes overlapping pairs of clusters, a cluster being a letter with its marks: ABCD gives AB BC CD and, so that a
 * search for one cluster finds the end of a run as well, D. A word anywhere inside is then a phrase of its pairs:
 * BCD is "BC CD". Other scripts become words, marks and all, which FTS5's own unicode61 would cut at vowel signs.
 *
 * Tokens hold letters, marks and digits alone, a space between two: `tokenize='ascii'` takes them as they are.
 * Recall against substrings in UDHR texts was 0.96 (Burmese) to 1.00; dictionaries reached 0.74 to 0.86.
 */

import { classOf, digitValue, mark, otherDigit, separator, unspacedLetter, wordLetter } from "./letters.ts";

/** Kept with an index: when it differs, the index is made again from the records. */
export const tokenizerVersion = 1;

/** The tokens of a text, for a column of an FTS5 table. Text that is ASCII alone FTS5 cuts, and folds, in the same way. */
export function tokens(text: string): string {
  if (isAscii(text)) return text;
  const cut = tokenBuffer(text.length);
  walk(normalized(text), cut.addWord, cut.addRun);
  return cut.text();
}

/** A word or run that must be there: its tokens one after the other, the last of them perhaps only begun. */
interface Phrase {
  readonly tokens: string;
  readonly goesOn: boolean;
}

/**
 * What to ask an FTS5 table for, in its own language: every word must be there, the last may go on.
 * Undefined when nothing in it can be searched for.
 *
 * Example: `queryTokens("tra tấ")` is `"tra" AND "tấ" *`.
 */
export function queryTokens(words: string): string | undefined {
  const terms = phrasesOf(words).map(({ tokens: phrase, goesOn }) => `"${phrase}"${goesOn ? " *" : ""}`);
  return terms.length === 0 ? undefined : terms.join(" AND ");
}

/** Whether an FTS5 table that holds the tokens of these texts in one column would find them by those words. */
export function findsIn(words: string): (texts: readonly string[]) => boolean {
  const asked = phrasesOf(words).map((phrase) => ` ${phrase.tokens}${phrase.goesOn ? "" : " "}`);
  return (texts) => {
    const there = ` ${texts.map(cutTokens).join(" ")} `;
    return asked.length > 0 && asked.every((phrase) => there.includes(phrase));
  };
}

/** One letter or two that begin a word: so many words do that an index has all of them to join. */
export function isBroad(words: string): boolean {
  const [first, ...more] = phrasesOf(words);
  return first !== undefined && more.length === 0 && first.tokens.length <= 2;
}

/** The tokens of a text as FTS5 keeps them. */
const cutTokens = (text: string): string =>
  (isAscii(text) ? text.toLowerCase().replace(/[^a-z0-9]+/g, " ") : tokens(text)).trim();

function phrasesOf(words: string): readonly Phrase[] {
  const phrases: string[] = [];
  const prefixes = new Set<number>();
  const cut = tokenBuffer(words.length);
  walk(
    normalized(words),
    (text, start, end) => {
      cut.addWord(text, start, end);
      phrases.push(cut.text().trimEnd());
    },
    (text, start, end) => {
      const clusters = cut.addRun(text, start, end);
      const pairs = cut.text().trimEnd().split(" ");
      if (clusters === 1) prefixes.add(phrases.length);
      phrases.push((clusters === 1 ? pairs : pairs.slice(0, -1)).join(" "));
    },
  );
  prefixes.add(phrases.length - 1);
  return phrases.map((phrase, index) => ({ tokens: phrase, goesOn: prefixes.has(index) }));
}

type OnStretch = (text: string, start: number, end: number) => void;

/** Hot: 1.5 KB a record, a hundred thousand records at a time. */
function walk(text: string, onWord: OnStretch, onRun: OnStretch): void {
  let at = 0;
  while (at < text.length) {
    const kind = classOf(text.charCodeAt(at));
    const start = at;
    at += 1;
    if (kind === separator) continue;
    const run = kind === unspacedLetter || (kind === mark && isUnspacedMark(text, start));
    while (at < text.length && goesOn(classOf(text.charCodeAt(at)), run)) at += 1;
    if (run) onRun(text, start, at);
    else onWord(text, start, at);
  }
}

const goesOn = (kind: number, run: boolean): boolean =>
  kind === mark || (run ? kind === unspacedLetter : kind === wordLetter || kind === otherDigit);

/** A mark with no letter before it, as a slip of the keyboard leaves it. */
const isUnspacedMark = (text: string, at: number): boolean =>
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(text.charAt(at));

/** Code units of tokens, each token followed by a space; strings are made once at the end. */
function tokenBuffer(length: number) {
  const space = 32;
  let units = new Uint16Array(length * 3 + 64);
  let used = 0;

  /** A run makes every cluster twice, and a space for each. */
  function reserve(more: number): void {
    if (used + more <= units.length) return;
    const larger = new Uint16Array((used + more) * 2);
    larger.set(units);
    units = larger;
  }

  function copy(text: string, start: number, end: number): void {
    for (let at = start; at < end; at += 1) units[used++] = text.charCodeAt(at);
    units[used++] = space;
  }

  return {
    addWord(text: string, start: number, end: number): void {
      reserve(end - start + 1);
      for (let at = start; at < end; at += 1) {
        const code = text.charCodeAt(at);
        units[used++] = classOf(code) === otherDigit ? 48 + digitValue(code) : code;
      }
      units[used++] = space;
    },

    /** Returns how many clusters the run has. */
    addRun(text: string, start: number, end: number): number {
      reserve((end - start) * 3 + 1);
      let clusters = 1;
      let before = start;
      let cluster = start;
      for (let at = start + 1; at < end; at += 1) {
        if (classOf(text.charCodeAt(at)) === mark) continue;
        if (clusters > 1) copy(text, before, at);
        clusters += 1;
        before = cluster;
        cluster = at;
      }
      if (clusters > 1) copy(text, before, end);
      copy(text, cluster, end);
      return clusters;
    },

    /** What was added since it was last asked. */
    text(): string {
      const found = decoder.decode(units.subarray(0, used));
      used = 0;
      return found;
    },
  };
}

const decoder = new TextDecoder("utf-16le");

/**
 * NFKC and lower case; joiners, soft hyphens and variation selectors dropped. A zero-width space separates words, but
 * between two letters of a script without spaces it is dropped: some write it there and some do not, in one language.
 */
function normalized(raw: string): string {
  if (isAscii(raw)) return raw.toLowerCase();
  let text = raw.normalize("NFKC").toLowerCase();
  text = text.replace(joiners, "");
  return text.includes("\u200b") ? text.replace(/(?<=[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])\u200b+/g, "") : text;
}

const joiners = /\u00ad|\u200c|\u200d|\u2060|\ufeff|[\ufe00-\ufe0f]/g;

const isAscii = (text: string): boolean => /^[\t\n\r -~]*$/.test(text);
