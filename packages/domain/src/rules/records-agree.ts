/**
 * Records of one case that contradict each other. Each is a question: both sides stay as they are, and nothing is a lie.
 *
 * Source: records.md section 33, items 1, 2, 3, 4, 5, 7 and 8. Only what surely contradicts is found: dates that may agree
 * do.
 */

import {
  type CaseFile,
  type CaseRecord,
  identitiesOf,
  involvementsIn,
  recordById,
  recordsOf,
  remedySteps,
} from "../case-file.ts";
import { daysBetween } from "../day.ts";
import { asCode, asLink, asText } from "../field-values.ts";
import type { Finding } from "../finding.ts";
import { type Day, firstDay, isBefore, lastDay } from "../partial-date.ts";

/**
 * Reasons: `ends-before-start`, `outside-incident`, `not-involved`, `age-band-differs`, `unit-left-before`,
 * `examined-before`, `told-twice`, `final-without-trial`.
 */
export const recordsAgree = (file: CaseFile): readonly Finding[] => [
  ...recordsOf(file, "incident").flatMap(timesRunForward),
  ...recordsOf(file, "act").flatMap((act) => [
    ...timesRunForward(act),
    ...actInIncident(file, act),
    ...victimInvolved(file, act),
  ]),
  ...recordsOf(file, "person").flatMap((person) => [...ageAgrees(file, person), ...unitCovers(file, person)]),
  ...recordsOf(file, "clinical-detail").flatMap((detail) => examinedAfter(file, detail)),
  ...toldTwice(file),
  ...finalAfterTrial(file),
];

function timesRunForward({ id, fields }: CaseRecord): readonly Finding[] {
  const [start, end] = [asText(fields.start), asText(fields.end)];
  const isBackward = start !== undefined && end !== undefined && isBefore(end, start) === true;
  return isBackward ? [question(id, "end", "ends-before-start")] : [];
}

function actInIncident(file: CaseFile, { id, fields }: CaseRecord): readonly Finding[] {
  const incident = recordById(file, asLink(fields.incident))?.fields;
  const start = asText(fields.start);
  const [from, to] = [asText(incident?.start), asText(incident?.end)];
  if (start === undefined || from === undefined) return [];
  const isEarly = isBefore(start, from) === true;
  const isLate = to === undefined ? false : isBefore(to, start) === true;
  return isEarly || isLate ? [question(id, "start", "outside-incident")] : [];
}

function victimInvolved(file: CaseFile, { id, fields }: CaseRecord): readonly Finding[] {
  const [victim, incident] = [asLink(fields.victim), asLink(fields.incident)];
  if (victim === undefined || incident === undefined) return [];
  const parts = [...involvementsIn(file, incident), ...involvementsIn(file, id)];
  const isInvolved = parts.some(
    (part) =>
      asLink(part.fields.who) === victim && ["RO.VICTIM", "RO.INDIRECT"].includes(asCode(part.fields.role) ?? ""),
  );
  return isInvolved ? [] : [question(id, "victim", "not-involved")];
}

const bands: Readonly<Record<string, readonly [number, number]>> = {
  "AG.0": [0, 11],
  "AG.1": [12, 15],
  "AG.2": [16, 17],
  "AG.3": [18, 24],
  "AG.4": [25, 34],
  "AG.5": [35, 44],
  "AG.6": [45, 59],
  "AG.7": [60, 150],
};

/** The age band is the age when it happened; it agrees when one possible age does, at any incident. */
function ageAgrees(file: CaseFile, { id, fields }: CaseRecord): readonly Finding[] {
  const band = bands[asCode(fields.ageBand) ?? ""];
  const births = identitiesOf(file, id).flatMap((identity) => asText(identity.fields.birthDate) ?? []);
  const starts = recordsOf(file, "incident").flatMap((incident) => asText(incident.fields.start) ?? []);
  const ages = births.flatMap((birth) => starts.flatMap((start) => ageRange(birth, start) ?? []));
  if (band === undefined || ages.length === 0) return [];
  const agrees = ages.some(([least, most]) => least <= band[1] && most >= band[0]);
  return agrees ? [] : [question(id, "ageBand", "age-band-differs")];
}

function ageRange(birth: string, on: string): readonly [readonly [number, number]] | undefined {
  const [born, bornLast, first, last] = [firstDay(birth), lastDay(birth), firstDay(on), lastDay(on)];
  if (!born || !bornLast || !first || !last) return undefined;
  return [[yearsBetween(bornLast, first), yearsBetween(born, last)]];
}

const yearsBetween = (from: Day, to: Day): number =>
  Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0);

/** A suspect's time in the unit covers what happened; else a question, as units change and papers err. */
function unitCovers(file: CaseFile, { id, fields }: CaseRecord): readonly Finding[] {
  const starts = recordsOf(file, "incident").flatMap((incident) => asText(incident.fields.start) ?? []);
  const [from, to] = [asText(fields.unitFrom), asText(fields.unitTo)];
  const isOutside = (start: string) =>
    (from !== undefined && isBefore(start, from) === true) || (to !== undefined && isBefore(to, start) === true);
  return starts.length > 0 && starts.every(isOutside) ? [question(id, "unitFrom", "unit-left-before")] : [];
}

function examinedAfter(file: CaseFile, { id, fields }: CaseRecord): readonly Finding[] {
  const examined = asText(fields.examined);
  const starts = recordsOf(file, "incident").flatMap((incident) => asText(incident.fields.start) ?? []);
  const isBeforeAll =
    examined !== undefined && starts.length > 0 && starts.every((start) => isBefore(examined, start) === true);
  return isBeforeAll ? [question(id, "examined", "examined-before")] : [];
}

/** The same person heard twice within 30 days: one account taken well hurts less (R-DNH-4). */
function toldTwice(file: CaseFile): readonly Finding[] {
  const heard = recordsOf(file, "testimony").flatMap(({ id, fields }) => {
    const [witness, day] = [asLink(fields.witness), firstDay(asText(fields.heard) ?? "")];
    return witness && day ? [{ id, witness, day }] : [];
  });
  return heard.flatMap((one) => {
    const again = heard.some(
      (other) =>
        other.witness === one.witness &&
        (other.day < one.day || (other.day === one.day && other.id < one.id)) &&
        daysBetween(other.day, one.day) <= 30,
    );
    return again ? [question(one.id, "heard", "told-twice")] : [];
  });
}

/** Steps come in any order, but a final judgment needs a trial or a dismissal. */
function finalAfterTrial(file: CaseFile): readonly Finding[] {
  const steps = remedySteps(file);
  const isTried = steps.some(
    ({ fields }) =>
      ["RS.TRIAL", "RS.JUDG", "RS.CIVIL"].includes(asCode(fields.step) ?? "") ||
      asCode(fields.outcome) === "OU.DISMISSED",
  );
  const finals = steps.filter(({ fields }) => asCode(fields.step) === "RS.FINAL");
  return isTried ? [] : finals.map(({ id }) => question(id, "step", "final-without-trial"));
}

const question = (at: CaseRecord["id"], field: string, reason: string): Finding => ({
  rule: "records-agree",
  weight: "ask",
  at,
  field,
  reason,
});
