/**
 * Out of a case file only what a use allows: facts as coarse as its level asks, and a list of everything that stays
 * behind, with why. A narrative never passes; a passage that a person wrote or cleared for this level does.
 */

import {
  type CaseFile,
  type CaseRecord,
  inTime,
  isOnlySuspected,
  peopleOf,
  recordById,
  recordsOf,
  rolesOf,
  settledFields,
} from "@saksi/domain/case-file";
import { asCode, asCodes, asLink, asLinks, asPlace, asText } from "@saksi/domain/field-values";
import type { RecordId } from "@saksi/domain/id";
import type { Day } from "@saksi/domain/partial-date";
import { firstDay, lastDay } from "@saksi/domain/partial-date";
import { fieldsOf } from "@saksi/domain/record-type";
import { recordTypeNamed } from "@saksi/domain/record-types";
import { useGate } from "@saksi/domain/rules/use-gate";
import type { Use } from "@saksi/domain/use";
import { isUnknown } from "@saksi/domain/value";
import { termLabel } from "@saksi/domain/vocabulary";
import { isLang } from "./lang.ts";
import { dateAt, forceAt, type Level, levelOf, methodAt, placeAt } from "./level.ts";

export type WithheldReason =
  /** Names someone, or leads to them */
  | "identifying"
  /** For the smaller circle */
  | "restricted"
  /** For the team only */
  | "internal"
  /** Somebody's words: they pass only as a passage */
  | "own-words"
  /** More exact than this level; a coarser form may appear */
  | "too-exact"
  /** Was in a publication's reach, but says more than a brief needs */
  | "not-in-brief"
  /** A passage that nobody cleared for this level, purpose and audience */
  | "not-cleared"
  /** A passage about someone whose grant does not cover what it holds */
  | "not-granted"
  /** An original file: pictures enter only drawn anew */
  | "original-file";

export interface Withheld {
  readonly record: RecordId;
  readonly type: string;
  readonly field: string;
  readonly reason: WithheldReason;
}

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
export interface PublishedPassage {
  readonly heading?: string;
  readonly text: string;
  readonly lang: string;
  readonly ownWords: boolean;
}

export interface Published {
  readonly people: readonly PublishedPerson[];
  readonly incidents: readonly PublishedIncident[];
  readonly steps: readonly PublishedStep[];
  readonly passages: readonly PublishedPassage[];
  readonly withheld: readonly Withheld[];
  /** Whose names appear because a grant covers it */
  readonly named: ReadonlySet<string>;
}

export interface WithholdQuestion {
  readonly file: CaseFile;
  readonly use: Use;
  readonly today: Day;
  /** Chosen by the editor, in their order */
  readonly passages: readonly RecordId[];
}

/** Everyone whom the brief is about: who suffered it, who is in a chosen passage; everyone where that is not known. */
export function peopleTouched({ file, passages }: WithholdQuestion): readonly RecordId[] {
  const harmed: readonly string[] = ["RO.VICTIM", "RO.INDIRECT", "RO.COMPLAIN"];
  const linked = new Set<RecordId>([
    ...recordsOf(file, "act").flatMap(({ fields }) => asLink(fields.victim) ?? []),
    ...recordsOf(file, "remedy-step").flatMap(({ fields }) => asLinks(fields.people)),
    ...passages.flatMap((id) => asLinks(recordById(file, id)?.fields.people)),
  ]);
  const people = peopleOf(file).filter((person) => !isOnlySuspected(file, person));
  const touched = people.filter((person) => {
    const roles = rolesOf(file, person);
    return linked.has(person.id) || roles.length === 0 || roles.some((role) => harmed.includes(role));
  });
  return (touched.length > 0 ? touched : people).map(({ id }) => id).sort();
}

/** What may appear, and what stays behind. Asks no gate about the brief as a whole: `gate.ts` does. */
export function withhold(question: WithholdQuestion): Published {
  const { file, use } = question;
  const level = levelOf(use.identityLevel);
  const shown = new Map<string, "whole" | "coarser">();
  const passages = question.passages.map((id) => ({ id, ...passageFor(id, question) }));
  const people = peopleTouched(question).map((id, index) => personAt(level, { file, id, index, shown }));
  const named = new Set(people.flatMap(({ named: id }) => id ?? []));
  const incidents =
    level === 0 ? [] : inTime(file, "incident").map((incident) => incidentAt(level, { file, incident, shown }));
  const steps = level === 0 ? [] : inTime(file, "remedy-step").map((step) => stepAt(level, step, shown));
  const refused = new Map(passages.flatMap(({ id, refused: why }) => (why ? [[id, why] as const] : [])));
  for (const { id, passage } of passages) {
    if (passage) for (const field of ["heading", "text", "language"]) shown.set(`${id} ${field}`, "whole");
  }
  return {
    people: people.map(({ person }) => person),
    incidents,
    steps,
    passages: passages.flatMap(({ passage }) => passage ?? []),
    withheld: file.records.flatMap((record) => withheldOf(record, shown, refused.get(record.id))),
    named,
  };
}

interface PersonPlace {
  readonly file: CaseFile;
  readonly id: RecordId;
  readonly index: number;
  readonly shown: Map<string, "whole" | "coarser">;
}

function personAt(level: Level, { file, id, index, shown }: PersonPlace): { person: PublishedPerson; named?: string } {
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
  readonly shown: Map<string, "whole" | "coarser">;
}

function incidentAt(level: Level, { file, incident, shown }: IncidentPlace): PublishedIncident {
  const fields = settledFields(incident);
  const mark = (field: string, coarser: boolean): void =>
    void shown.set(`${incident.id} ${field}`, coarser ? "coarser" : "whole");
  const when = dateAt(level, asText(fields.start) ?? "");
  const place = asPlace(fields.area);
  const where = place && placeAt(level, place);
  const force = asCode(fields.force);
  const placeType = level >= 2 ? asCode(fields.placeType) : undefined;
  const acts = recordsOf(file, "act").filter(({ fields: act }) => asLink(act.incident) === incident.id);
  const methods = acts.flatMap((act) =>
    (asCodes(settledFields(act).methods) ?? []).map((code) => methodAt(level, code)),
  );
  if (when) mark("start", level < 3);
  if (where) mark("area", level < 3);
  if (force) mark("force", level < 2);
  if (placeType) mark("placeType", false);
  for (const act of acts) shown.set(`${act.id} methods`, level < 2 ? "coarser" : "whole");
  return {
    ...(when === undefined ? {} : { when }),
    ...(where === undefined ? {} : { where }),
    ...(force === undefined ? {} : { force: forceAt(level, force) }),
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

function stepAt(level: Level, record: CaseRecord, shown: Map<string, "whole" | "coarser">): PublishedStep {
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

type PassageAnswer = { readonly passage?: PublishedPassage; readonly refused?: "not-cleared" | "not-granted" };

/** Cleared for exactly this level: a text that is safe at one level says too much, or exposes too much, at another. */
function passageFor(id: RecordId, question: WithholdQuestion): PassageAnswer {
  const { file, use, today } = question;
  const record = recordById(file, id);
  if (record?.type !== "passage") return { refused: "not-cleared" };
  const fields = settledFields(record);
  const [text, lang] = [asText(fields.text), asCode(fields.language)];
  const cleared =
    asCode(fields.identityLevel) === use.identityLevel &&
    asCodes(fields.purposes)?.includes(use.purpose) === true &&
    asCodes(fields.audiences)?.includes(use.audience) === true &&
    asText(fields.clearedBy) !== undefined &&
    (lastDay(asText(fields.clearedOn) ?? "") ?? "9999") <= today;
  const people = asLinks(fields.people);
  if (!cleared || text === undefined || !isLang(lang) || people.length === 0) return { refused: "not-cleared" };
  const content = asCodes(fields.content) ?? ["unknown"];
  if (useGate({ file, use: { ...use, content }, today, people }).length > 0) return { refused: "not-granted" };
  const heading = asText(fields.heading);
  const ownWords = asCode(fields.origin) === "ORIGIN.CLEARED";
  return { passage: { text, lang, ownWords, ...(heading === undefined ? {} : { heading }) } };
}

/** Why each field that holds something is not in the brief. Link fields say nothing by themselves and are passed over. */
function withheldOf(
  record: CaseRecord,
  shown: ReadonlyMap<string, "whole" | "coarser">,
  passage: WithheldReason | undefined,
): readonly Withheld[] {
  const type = recordTypeNamed(record.type);
  if (["publication", "approval", "consent", "grant"].includes(record.type)) return [];
  const entries = type ? fieldsOf(type) : Object.keys(record.fields).map((name) => [name, undefined] as const);
  return entries.flatMap(([field, declared]): readonly Withheld[] => {
    const value = record.fields[field];
    const how = shown.get(`${record.id} ${field}`);
    if (value === undefined || value === null || isUnknown(value) || how === "whole") return [];
    if (Array.isArray(value) && value.length === 0) return [];
    if (declared?.kind === "link" || declared?.kind === "links") return [];
    return [
      {
        record: record.id,
        type: record.type,
        field,
        reason: how === "coarser" ? "too-exact" : (passage ?? reasonFor(declared)),
      },
    ];
  });
}

function reasonFor(field: ReturnType<typeof fieldsOf>[number][1] | undefined): WithheldReason {
  if (field === undefined || field.class === "identifying") return "identifying";
  if (field.kind === "file") return "original-file";
  if (field.class === "restricted" || field.class === "internal") return field.class;
  return field.kind === "text" || field.kind === "texts" ? "own-words" : "not-in-brief";
}
