/**
 * Names with spelling slips, in any script. Three letters in a row are shared by names that differ in one or two;
 * candidates come from an index of trigrams, and an edit distance decides.
 *
 * Only ever an index of identifying fields: it lies with them, and is asked only by those who may open them.
 */

/** Outside ASCII, so that FTS5 takes a trigram with it as one token. */
const edge = "\u00b7";

/** The trigrams of a name, each once, a space between two: a column of an FTS5 table with `tokenize='ascii'`. */
export const nameTokens = (name: string): string => [...new Set(wordsOf(name).flatMap(trigramsOf))].join(" ");

/**
 * What to ask that table for: rows that share any trigram. Order by rank, take the first few hundred, and keep those
 * for which `isNearName` holds. Undefined when there is no letter.
 */
export function nameQuery(words: string): string | undefined {
  const asked = wordsOf(words);
  const trigrams = new Set(asked.flatMap(trigramsOf).map((trigram) => `"${trigram}"`));
  for (const word of asked) if (Array.from(word).length === 1) trigrams.add(`"${edge}${word}" *`);
  return trigrams.size === 0 ? undefined : [...trigrams].join(" OR ");
}

/** True when every word asked for is in the name, but for one slip in four letters or more, two in eight or more. */
export function isNearName(words: string, name: string): boolean {
  const there = wordsOf(name);
  const asked = wordsOf(words);
  return asked.length > 0 && asked.every((word) => there.some((candidate) => isNearWord(word, candidate)));
}

function isNearWord(asked: string, there: string): boolean {
  const [short, long] = [Array.from(asked), Array.from(there)];
  const slips = short.length >= 8 ? 2 : short.length >= 4 ? 1 : 0;
  if (there.startsWith(asked)) return true;
  if (isUnspaced(there) && short.length >= 2 && there.includes(asked)) return true;
  const candidates =
    isUnspaced(there) && long.length > short.length + slips ? windows(long, short.length + slips) : [long];
  return slips > 0 && candidates.some((candidate) => isWithin(short, candidate, slips));
}

/** Lower case without accents and marks of Latin, Greek and Cyrillic; other scripts keep their vowel signs. */
function wordsOf(name: string): readonly string[] {
  const plain = name
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{Mn}*)\p{Mn}/gu, "")
    .replaceAll("đ", "d")
    .replace(/[\u200b-\u200d\u2060'’ʼ]/g, "")
    .normalize("NFC");
  return plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

function trigramsOf(word: string): string[] {
  const letters = [edge, ...word, edge];
  return letters.slice(2).map((_, index) => letters.slice(index, index + 3).join(""));
}

const isUnspaced = (word: string): boolean =>
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(
    word,
  );

function windows(letters: readonly string[], length: number): (readonly string[])[] {
  return Array.from({ length: letters.length - length + 1 }, (_, start) => letters.slice(start, start + length));
}

/** Optimal string alignment: a letter more, less, other, or two exchanged, each counts one. */
function isWithin(a: readonly string[], b: readonly string[], most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let twoAbove: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const other = a[row - 1] === b[column - 1] ? 0 : 1;
      const swapped =
        row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
          ? (twoAbove[column - 2] ?? 0) + 1
          : Number.POSITIVE_INFINITY;
      current[column] = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + other,
        swapped,
      );
    }
    if (Math.min(...current) > most) return false;
    twoAbove = above;
    above = current;
  }
  return (above[b.length] ?? most + 1) <= most;
}
