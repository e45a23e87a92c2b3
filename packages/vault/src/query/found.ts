/** Words a person typed, as a question to the search index. */

import { queryTokens } from "../search/tokens.ts";

/** Undefined where nothing in them can be searched for. */
export function wordsAsked(words: string): string | undefined {
  const query = queryTokens(words);
  return query === undefined ? undefined : `{words hidden} : (${query})`;
}
