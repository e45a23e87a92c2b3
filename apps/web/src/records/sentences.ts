/** What a check found about fields, as sentences beside them. Missing answers are asked for only once a person tries to save. */

import { checkValues, missingFields } from "@saksi/domain/check-fields";
import type { Finding } from "@saksi/domain/finding";
import type { RecordType } from "@saksi/domain/record-type";
import type { Fields } from "@saksi/domain/value";
import { termLabel } from "@saksi/domain/vocabulary";
import { formatNumber } from "../words/format.ts";
import { type MessageId, say } from "../words/say.ts";
import { type FormValues, isBlank } from "./draft-of.ts";
import { problemsWithin } from "./problems-within.ts";

const sentences: Readonly<Record<string, MessageId>> = {
  missing: "field.wrong.missing",
  empty: "field.wrong.not-a-date",
  "not-a-date": "field.wrong.not-a-date",
  "no-such-month": "field.wrong.no-such-month",
  "no-such-day": "field.wrong.no-such-day",
  "no-such-time": "field.wrong.no-such-time",
  "open-at-both-ends": "field.wrong.open-at-both-ends",
  "ends-before-start": "field.wrong.ends-before-start",
  "out-of-range": "field.wrong.out-of-range",
  "unknown-code": "field.wrong.unknown-code",
  "said-twice": "field.wrong.said-twice",
  "too-many": "field.wrong.too-many",
  "unknown-field": "field.wrong.unknown-field",
};

function sentenceOf({ reason, facts = {} }: Finding): string {
  const numbers = Object.entries(facts).map(([name, fact]) => [
    name,
    typeof fact === "number" ? formatNumber(fact) : fact,
  ]);
  const values: Record<string, unknown> = Object.fromEntries(numbers);
  if (reason === "out-of-range") return rangeSentence(values);
  if (reason === "wrong-kind") return say(facts.wanted === "number" ? "field.wrong.number" : "field.wrong.kind");
  if (reason === "unknown-code" && typeof facts.perhaps === "string" && typeof facts.vocabulary === "string")
    return say("field.wrong.perhaps", { perhaps: termLabel(facts.vocabulary, facts.perhaps) });
  return say(sentences[reason] ?? "field.wrong.kind", values);
}

function rangeSentence({ least, most }: Readonly<Record<string, unknown>>): string {
  if (most === undefined) return say("field.wrong.at-least", { least });
  return least === undefined ? say("field.wrong.at-most", { most }) : say("field.wrong.out-of-range", { least, most });
}

const given = (values: FormValues): Fields =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (isBlank(value) ? [] : [[name, value ?? null]])),
  );

/** The fields whose values cannot be saved as they stand, by name. */
export const stopsIn = (type: RecordType, values: FormValues): ReadonlySet<string> =>
  new Set(
    checkValues(type, given(values))
      .filter(({ weight }) => weight !== "ask")
      .map(({ field = "" }) => field.split(".")[0] ?? ""),
  );

/** Needed fields without any answer, *not known* included. */
export const missingIn = (type: RecordType, values: FormValues): readonly string[] =>
  missingFields(type, given(values)).map(({ field = "" }) => field);

/** Sentences by place: `start`, `custody.0.on`. */
export function problemsOf(type: RecordType, values: FormValues, asking: boolean): Readonly<Record<string, string>> {
  const found = [...checkValues(type, given(values)), ...(asking ? missingFields(type, given(values)) : [])];
  return Object.fromEntries(found.map((finding) => [finding.field ?? "", sentenceOf(finding)]));
}

export const problemsOfField = (problems: Readonly<Record<string, string>>, name: string) =>
  problemsWithin(problems, name);
