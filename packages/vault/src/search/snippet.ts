/**
 * A few words around a hit, for a list of results. Never given an identifying field: the caller sees to that.
 *
 * Intl.Segmenter cuts only what is shown, so that it may differ between browsers.
 */

/** @param words  what was searched for, as it was typed; where none is found the beginning is shown */
export function snippet(text: string, words: string, aroundLetters = 60): string {
  const shown = text.normalize("NFC").replace(/\s+/g, " ").trim();
  const hit = firstHit(shown, words);
  const from = boundary(shown, Math.max(0, hit.start - aroundLetters), "before");
  const to = boundary(shown, Math.min(shown.length, hit.end + aroundLetters), "after");
  return `${from > 0 ? "…" : ""}${shown.slice(from, to).trim()}${to < shown.length ? "…" : ""}`;
}

/** The longest word that is there. A lower case of another length would move the places: then letters count as they are. */
function firstHit(shown: string, words: string): { readonly start: number; readonly end: number } {
  const lower = shown.toLowerCase();
  const searched = lower.length === shown.length ? lower : shown;
  const asked = words.normalize("NFC").toLowerCase().split(/\s+/).filter(Boolean);
  for (const word of asked.sort((a, b) => b.length - a.length)) {
    const start = searched.indexOf(word);
    if (start >= 0) return { start, end: start + word.length };
  }
  return { start: 0, end: 0 };
}

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });

/** The nearest place where a word of any language may begin or end. */
function boundary(text: string, at: number, side: "before" | "after"): number {
  if (at <= 0 || at >= text.length) return at;
  const start = Math.max(0, at - 40);
  const near = text.slice(start, at + 40);
  for (const { index, segment } of segmenter.segment(near)) {
    const [from, to] = [start + index, start + index + segment.length];
    if (from <= at && at < to) return side === "before" ? from : at === from ? from : to;
  }
  return at;
}
