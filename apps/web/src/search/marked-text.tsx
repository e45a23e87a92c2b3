/** A text with the searched words marked in it. */

import { markedPieces } from "./marked.ts";

export function Marked({ text, words }: { readonly text: string; readonly words: string }) {
  return markedPieces(text, words).map((piece, at) =>
    piece.hit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no state and nothing else to be known by
      <mark key={at}>{piece.text}</mark>
    ) : (
      piece.text
    ),
  );
}
