/** The six words that two people compare, big enough to be read aloud. Never translated: both sides must see the same. */

import { say } from "../words/say.ts";

export function SixWords({ code }: { readonly code: string }) {
  return (
    <ol className="code-words" aria-label={say("code.label")} translate="no" lang="en">
      {code.split(/[\s-]+/).map((word, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a word may stand twice, and none ever moves
        <li key={at}>{word}</li>
      ))}
    </ol>
  );
}
