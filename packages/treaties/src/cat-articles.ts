/**
 * What of the Convention a State chose: inquiries (article 20), complaints between States (21), complaints of persons (22).
 *
 * A State is bound by article 20 unless it opted out under article 28; articles 21 and 22 need a declaration.
 */

import { type Day, isBefore } from "@saksi/domain/partial-date";
import { later } from "./add-months.ts";
import { shippedAtlas } from "./atlas.ts";
import { boundSince } from "./bound-since.ts";
import type { Traced } from "./cell.ts";
import { type ArticleStatus, isBehind, type StatusRow, statusCell, statusRow } from "./treaty-status.ts";
import type { Truth } from "./truth.ts";

export type CatArticle = 20 | 21 | 22;

/** Where a state stands with an article, as of the row's own date. */
export function articleStatus(
  state: string,
  article: CatArticle,
  atlas = shippedAtlas,
): Traced<ArticleStatus | "unknown"> {
  const row = statusRow(state, `CAT-A${article}`, atlas.register);
  if (!row) return { value: "unknown", trace: [] };
  if (isBehind(row, atlas.register)) return { value: "unknown", trace: [statusCell(row)] };
  return { value: row.status as ArticleStatus, trace: [statusCell(row)] }; // the test of the data holds it
}

/** The day from which a state accepts an article: never before the Convention binds it. `null`: it does not. */
export function acceptedSince(
  state: string,
  article: CatArticle,
  atlas = shippedAtlas,
): Traced<Day | null | "unknown"> {
  const row = statusRow(state, `CAT-A${article}`, atlas.register);
  const bound = boundSince(state, "CAT", atlas);
  if (!row) return { value: "unknown", trace: bound.trace };
  const trace = [statusCell(row), ...bound.trace];
  if (isBehind(row, atlas.register)) return { value: "unknown", trace };
  if (row.status !== "bound" && row.status !== "declared") return { value: null, trace };
  if (bound.value === null || bound.value === "unknown") return { value: "unknown", trace };
  const chosen = row.status === "bound" ? (row.actionDate ?? bound.value) : (row.actionDate ?? "unknown");
  return { value: chosen === "unknown" ? chosen : later(chosen, bound.value), trace };
}

/** Whether a state had accepted an article on a day, or by a date known only in part. */
export function hadAccepted(state: string, article: CatArticle, on: string): Traced<Truth> {
  const { value, trace } = acceptedSince(state, article);
  if (value === null) return { value: false, trace };
  if (value === "unknown") return { value: "unknown", trace };
  const before = isBefore(on, value);
  return { value: before === undefined ? "unknown" : !before, trace };
}

/** A choice that was made and taken back: what, and when; for a line on the state's page. */
export const withdrawals = (state: string, { register } = shippedAtlas): readonly StatusRow[] =>
  ([20, 21, 22] as const).flatMap((article) => {
    const row = statusRow(state, `CAT-A${article}`, register);
    return row?.action?.startsWith("withdrawal") ? [row] : [];
  });
