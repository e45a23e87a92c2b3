/** People, incidents and steps of a case, as coarse as a level of identity asks; notes what it has shown. */

import { type CaseFile, type CaseRecord, recordById, recordsOf, settledFields } from "@saksi/domain/case-file";
import { asCode, asCodes, asLink, asPlace, asText } from "@saksi/domain/field-values";
import type { RecordId } from "@saksi/domain/id";
import { type Day, firstDay, lastDay } from "@saksi/domain/partial-date";
import { termLabel } from "@saksi/domain/vocabulary";
import { dateAt, forceAt, type Level, methodAt, placeAt } from "./level.ts";
import type { Shown } from "./withheld.ts";

export interface PublishedPerson {
  readonly id: string;
  /** What this publication calls them: a name where granted, "Person A" at IL.2 and IL.3, nothing below */
  readonly name?: string;
  readonly age?: string;
}
export interface PublishedIncident {
  readonly when?: string;
  readonly where?: string;
  readonly force?: string;
  readonly placeType?: string;
  readonly methods: readonly string[];
}
export interface PublishedStep {
  readonly step: string;
  readonly when: string;
  readonly outcome: string;
  readonly state: "reached" | "waiting" | "refused";
  /** First and last day that the printed date can mean, for a drawing as coarse as the words */
  readonly range?: readonly [Day, Day];
}
interface PersonPlace {
  readonly file: CaseFile;
  readonly id: RecordId;
  readonly index: number;
  readonly shown: Shown;
}

export function personAt(
  level: Level,
  { file, id, index, shown }: PersonPlace,
): { person: PublishedPerson; named?: string } {
  const person = recordById(file, id);
  const age = level === 0 ? undefined : asCode(person && settledFields(person).ageBand);
  if (age !== undefined) shown.set(`${id} ageBand`, "whole");
  const base = { id: `p${index + 1}`, ...(age === undefined ? {} : { age: termLabel("age_bands", age) }) };
  if (level < 2) return { person: base };
  const identity = recordsOf(file, "identity").find(({ fields }) => asLink(fields.person) === id);
  const name = level >= 5 ? asText(identity && settledFields(identity).realName) : undefined;
  if (identity === undefined || name === undefined) return { person: { ...base, name: `Person ${letters(index)}` } };
  shown.set(`${identity.id} realName`, "whole");
  return { person: { ...base, name }, named: id };
}

/** A, B, … Z, AA: made anew for each publication, in the order of random ids. */
const letters = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : letters(Math.floor(index / 26) - 1) + letters(index % 26);

interface IncidentPlace {
  readonly file: CaseFile;
  readonly incident: CaseRecord;
  readonly shown: Shown;
}

export function incidentAt(level: Level, { file, incident, shown }: IncidentPlace): PublishedIncident {
  const fields = settledFields(incident);
  const mark = (field: string, coarser: boolean): void =>
    void shown.set(`${incident.id} ${field}`, coarser ? "coarser" : "whole");
  const when = dateAt(level, asText(fields.start) ?? "");
  const place = asPlace(fields.area);
  const where = place && placeAt(level, place);
  const code = asCode(fields.force);
  const force = code && forceAt(level, code);
  const placeType = level >= 2 ? asCode(fields.placeType) : undefined;
  const acts = recordsOf(file, "act").filter(({ fields: act }) => asLink(act.incident) === incident.id);
  const methods = acts.flatMap((act) =>
    (asCodes(settledFields(act).methods) ?? []).flatMap((one) => methodAt(level, one) ?? []),
  );
  if (when) mark("start", level < 3);
  if (where) mark("area", level < 3);
  if (force) mark("force", level < 2);
  if (placeType) mark("placeType", false);
  for (const act of acts) shown.set(`${act.id} methods`, level < 2 ? "coarser" : "whole");
  return {
    ...(when === undefined ? {} : { when }),
    ...(where === undefined ? {} : { where }),
    ...(force === undefined ? {} : { force }),
    ...(placeType === undefined ? {} : { placeType: termLabel("place_types", placeType) }),
    methods: [...new Set(methods)],
  };
}

const refusals: readonly string[] = [
  "OU.REFUSED",
  "OU.DISMISSED",
  "OU.ACQUIT",
  "OU.WITHPRESS",
  "OU.TIMEBAR",
  "OU.AMNESTY",
  "OU.IMMUNITY",
];
const waiting: readonly string[] = ["OU.PENDING", "OU.NORESP", "OU.UNK"];

export function stepAt(level: Level, record: CaseRecord, shown: Shown): PublishedStep {
  const fields = settledFields(record);
  const outcome = asCode(fields.outcome);
  const on = asText(fields.on) ?? "";
  const when = dateAt(level, on);
  const range = when === undefined ? undefined : rangeAt(level, on);
  for (const field of ["step", "outcome"]) shown.set(`${record.id} ${field}`, "whole");
  if (when) shown.set(`${record.id} on`, level < 3 ? "coarser" : "whole");
  return {
    step: termLabel("remedy_steps", asCode(fields.step) ?? ""),
    when: when ?? "not known",
    outcome: outcome === undefined ? "not known" : termLabel("remedy_outcomes", outcome),
    state: refusals.includes(outcome ?? "")
      ? "refused"
      : outcome === undefined || waiting.includes(outcome)
        ? "waiting"
        : "reached",
    ...(range ? { range } : {}),
  };
}

/** A drawing must not say more than the words beside it: whole years at IL.1, whole months at IL.2. */
function rangeAt(level: Level, text: string): readonly [Day, Day] | undefined {
  const [first, last] = [firstDay(text), lastDay(text)];
  if (first === undefined || last === undefined) return undefined;
  if (level === 1) return [`${first.slice(0, 4)}-01-01`, `${last.slice(0, 4)}-12-31`];
  return level === 2 ? [`${first.slice(0, 7)}-01`, `${last.slice(0, 7)}-28`] : [first, last];
}
