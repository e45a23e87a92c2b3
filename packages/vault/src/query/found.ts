/** What a person typed and which records they mean, as a question to the search index in its own language. */

import type { SpaceId } from "@saksi/domain/id";
import { spaceToken, typeToken } from "../projection/facets.ts";
import { queryTokens } from "../search/tokens.ts";
import type { Reader } from "./record-row.ts";

/** Undefined where nothing in the words can be searched for. */
export const wordsAsked = (words: string): string | undefined => queryTokens(words);

/** Words in any column but names, for lists that words narrow. */
export function narrowedBy(words: string): string | "nothing" {
  const query = wordsAsked(words);
  return query === undefined ? "nothing" : `{words hidden} : (${query})`;
}

/** Only records of that space and type: joined to a question with AND, so that the index looks at no others. */
export function amongAsked(
  { spaces }: Reader,
  { space, type }: { readonly space?: SpaceId; readonly type?: string },
): string | "nothing" {
  const sid = space === undefined ? undefined : spaces.knownSid(space);
  if (space !== undefined && sid === undefined) return "nothing";
  const ofSpace = sid === undefined ? "" : ` AND facets : ${spaceToken(sid)}`;
  return type === undefined ? ofSpace : `${ofSpace} AND facets : ${typeToken(type)}`;
}
