/** How the codes of the atlas read. What has no sentence of its own is a name or a text of the data, and stays in English. */

import type { State } from "@saksi/treaties/states";
import { spokenDate } from "../records/partial-day.tsx";
import { formatNumber } from "../words/format.ts";
import { type MessageId, say } from "../words/say.ts";

/** The name that the data gives, not the browser's: ours takes no view on the status of any territory. */
export const stateName = ({ name }: State): string => name;

const checks: Readonly<Record<string, MessageId>> = {
  "stored-register-page": "atlas.check.register",
  "stored-register-copy-2015": "atlas.check.copy",
  stored: "atlas.check.text",
  "stored-in-part": "atlas.check.part",
  "stored-session": "atlas.check.session",
  computed: "atlas.check.rule",
  members: "atlas.check.members",
  member: "atlas.check.member",
  memory: "atlas.check.memory",
};

/** How a fact was checked. */
export const sayCheck = (confirmed: string): string => say(checks[confirmed] ?? "atlas.check.memory");

/** The list that names which treaty, or which item of a law, a part of a fact is about. */
export const listOf = (part: string): string => (part === "AP.LAW" ? "law_items" : "atlas_treaties");

const values: Readonly<Record<string, MessageId>> = {
  unknown: "atlas.value.unknown",
  none: "atlas.value.none",
  yes: "atlas.value.yes",
  no: "atlas.value.no",
  party: "atlas.value.party",
  signatory: "atlas.value.signatory",
  withdrawn: "atlas.value.withdrawn",
  bound: "atlas.value.bound",
  "opted-out": "atlas.value.opted-out",
  declared: "atlas.value.declared",
  "not-declared": "atlas.value.not-declared",
  "not-applicable": "atlas.value.not-applicable",
  designated: "atlas.value.designated",
  contested: "atlas.value.contested",
  "in transition": "atlas.value.in-transition",
  overdue: "atlas.value.overdue",
  likely: "atlas.value.likely",
  met: "atlas.item.met",
  partly: "atlas.item.partly",
  not: "atlas.item.not",
  na: "atlas.item.na",
  outside: "atlas.why.outside",
  "not-due": "atlas.why.not-due",
  "report-pending": "atlas.why.report-pending",
  "no-report-known": "atlas.why.no-report-known",
  "cannot-tell": "atlas.why.cannot-tell",
  "day-not-known": "atlas.why.day-not-known",
  A: "atlas.value.status-a",
  B: "atlas.value.status-b",
};

/** A status, a day as exact as known, or a number, in the reader's words. */
export function sayValue(value: string): string {
  const message = values[value];
  if (message !== undefined) return say(message);
  if (/^\d{4}(-\d\d){0,2}$/.test(value)) return spokenDate(value);
  return /^-?\d+(\.\d+)?$/.test(value) ? formatNumber(Number(value)) : value;
}
