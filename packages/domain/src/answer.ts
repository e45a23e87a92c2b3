/** Three values: unknown never passes a protective gate and never fails a factual claim; it becomes a question. */

export type Answer = "yes" | "no" | "unknown";

/** Yes when all are; no when one is. */
export const allOf = (answers: readonly Answer[]): Answer =>
  answers.includes("no") ? "no" : answers.includes("unknown") ? "unknown" : "yes";

/** Yes when one is; no when all are. */
export const anyOf = (answers: readonly Answer[]): Answer =>
  answers.includes("yes") ? "yes" : answers.includes("unknown") ? "unknown" : "no";

export const answerOf = (value: boolean | undefined): Answer =>
  value === undefined ? "unknown" : value ? "yes" : "no";
