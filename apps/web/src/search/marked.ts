/** A text cut where the searched words stand in it, so that a screen can mark them. Never more than a mark: the text stays. */

export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

/**
 * @param words  as typed; each one between spaces is marked wherever it stands, in any script, capitals or not
 *
 * Example: `markedPieces("Beaten twice", "beat")` is `[{text: "Beat", hit: true}, {text: "en twice", hit: false}]`.
 */
export function markedPieces(text: string, words: string): readonly Piece[] {
  const shown = text.normalize("NFC");
  const lower = shown.toLowerCase();
  // A lower case of another length would move the places: then capitals count.
  const searched = lower.length === shown.length ? lower : shown;
  const asked = words.normalize("NFC").toLowerCase().split(/\s+/).filter(Boolean);
  const pieces: Piece[] = [];
  let from = 0;
  for (let next = nearest(searched, asked, 0); next !== undefined; next = nearest(searched, asked, from)) {
    if (next.start > from) pieces.push({ text: shown.slice(from, next.start), hit: false });
    pieces.push({ text: shown.slice(next.start, next.end), hit: true });
    from = next.end;
  }
  if (from < shown.length) pieces.push({ text: shown.slice(from), hit: false });
  return pieces;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** The first place of any word; of two that begin there, the longer. */
function nearest(searched: string, asked: readonly string[], from: number): Place | undefined {
  const places = asked.flatMap((word): readonly Place[] => {
    const start = searched.indexOf(word, from);
    return start < 0 ? [] : [{ start, end: start + word.length }];
  });
  return places.sort((a, b) => a.start - b.start || b.end - a.end)[0];
}
