/**
 * One grant out of several writings that stand at once: in every field the narrower, until a person decides.
 *
 * [Note: the narrower grant stands] Whatever the result covers, each of the writings covers too; it may cover less than
 * any of them (DESIGN: consent is stricter than other fields).
 */

import { asCode, asCodes, asText } from "./field-values.ts";
import type { RecordId } from "./id.ts";
import { firstDay, lastDay } from "./partial-date.ts";
import { identityOrder } from "./use.ts";
import type { Fields, Value } from "./value.ts";

interface Grant {
  readonly id: RecordId;
  readonly type: string;
  readonly fields: Fields;
  readonly standing?: Readonly<Record<string, readonly Value[]>>;
}

/** Not a grant, or nothing in conflict: as it is. */
export function narrowerGrant<G extends Grant>(grant: G): G {
  if (grant.type !== "grant" || grant.standing === undefined) return grant;
  const fields: Record<string, Value> = { ...grant.fields };
  for (const [name, values] of Object.entries(grant.standing)) {
    if (values.length > 1) fields[name] = narrower(name, values);
  }
  return { ...grant, fields };
}

const unknown: Value = { unknown: "not-known" };

function narrower(field: string, values: readonly Value[]): Value {
  const narrow = Object.hasOwn(byField, field) ? byField[field] : undefined; // another member names the field
  return narrow ? narrow(values) : agreed(values);
}

const byField: Readonly<Record<string, (values: readonly Value[]) => Value>> = {
  state: (values) => least(values, (value) => (asCode(value) === "CT.ACTIVE" ? 1 : 0)),
  audiences: inAll,
  content: inAll,
  territory: narrowerTerritory,
  identityLevel: (values) => least(values, (value) => identityOrder(asCode(value)) ?? -1),
  until: (values) => earliest(values, (text) => firstDay(text)),
  lastAsked: (values) => earliest(values, (text) => firstDay(text)),
  from: (values) => latest(values, (text) => lastDay(text)),
  conditionDate: (values) => latest(values, (text) => lastDay(text)),
  conditions: (values) =>
    values.every((value) => asCodes(value) !== undefined || value === null)
      ? [...new Set(values.flatMap((value) => asCodes(value) ?? []))]
      : unknown,
  conditionMet: (values) => values.every((value) => value === true),
  lawyerPresent: (values) => values.every((value) => value === true),
  lastAnswer: (values) =>
    least(values, (value) => ["ANSWER.NO", "ANSWER.SILENCE", "ANSWER.YES"].indexOf(asCode(value) ?? "")),
};

function inAll(values: readonly Value[]): Value {
  const [first = [], ...rest] = values.map((value) => asCodes(value) ?? []);
  return first.filter((code) => rest.every((codes) => codes.includes(code)));
}

function narrowerTerritory(values: readonly Value[]): Value {
  const lists = values.map((value) => asCodes(value) ?? []);
  const every = [...new Set(lists.flat())];
  return every.filter((code) => lists.every((codes) => codes.includes(code) || codes.includes("WORLD")));
}

const least = (values: readonly Value[], rank: (value: Value) => number): Value =>
  values.reduce((low, value) => (rank(value) < rank(low) ? value : low));

/** A date that is missing or unreadable makes the whole unknown: no date passes for early or late. */
function earliest(values: readonly Value[], edge: (text: string) => string | undefined): Value {
  const days = values.map((value) => edge(asText(value) ?? ""));
  return days.includes(undefined) ? unknown : (days.sort()[0] ?? unknown);
}

function latest(values: readonly Value[], edge: (text: string) => string | undefined): Value {
  const days = values.map((value) => edge(asText(value) ?? ""));
  return days.includes(undefined) ? unknown : (days.sort().at(-1) ?? unknown);
}

function agreed(values: readonly Value[]): Value {
  const [first, ...rest] = values.map((value) => JSON.stringify(value));
  return rest.every((text) => text === first) ? (values[0] ?? unknown) : unknown;
}
