/**
 * The record that a monitor takes in five minutes, offline, with one hand: fourteen questions, then several records.
 *
 * Names, numbers and exact addresses are never asked. Field 1 "no" or "later" stores nothing. Seven questions need an
 * answer, and *not known* is one. Source: records.md section 2; R-DNH-3, R-CASE-1.
 */

import type { Draft } from "./change.ts";
import { asCode, asCodes, asNumber, asText } from "./field-values.ts";
import type { RecordId } from "./id.ts";
import type { Day } from "./partial-date.ts";
import type { FieldClass } from "./record-type.ts";
import { type Triage, triageOfAnswers } from "./rules/triage.ts";
import { type Fields, isUnknown, type Value } from "./value.ts";

export interface MinimumQuestion {
  readonly key: MinimumKey;
  readonly label: string;
  readonly help?: string;
  readonly kind: "choice" | "choices" | "text" | "long-text" | "date" | "place" | "yes-no" | "number";
  readonly vocabulary?: string;
  /** The codes offered first or only, where the whole list would be too long for a thumb */
  readonly offer?: readonly string[];
  readonly most?: number;
  readonly class: FieldClass;
  readonly required?: true;
}

export type MinimumKey =
  | "safe"
  | "teller"
  | "pseudonym"
  | "keep"
  | "account"
  | "when"
  | "placeType"
  | "area"
  | "force"
  | "methods"
  | "status"
  | "injured"
  | "urgent"
  | "safeContact"
  | "papers";

/** The questions in order. Number 7 has two inputs, kind of place and district, so there are fifteen rows. */
export const minimumQuestions: readonly MinimumQuestion[] = [
  {
    key: "safe",
    label: "Safe to record now?",
    kind: "choice",
    vocabulary: "safe_to_record",
    class: "internal",
    required: true,
  },
  {
    key: "teller",
    label: "Who told us?",
    help: "Role only",
    kind: "choice",
    vocabulary: "event_roles",
    offer: ["RO.VICTIM", "RO.INDIRECT", "RO.LAWYER", "RO.CODETAIN", "RO.REPORTER"],
    class: "sensitive",
  },
  { key: "pseudonym", label: "Pseudonym", help: "Two plain words, never a name", kind: "text", class: "sensitive" },
  {
    key: "keep",
    label: "May we keep this?",
    kind: "choice",
    vocabulary: "consent_keep",
    class: "internal",
    required: true,
  },
  { key: "account", label: "What happened, in their words", kind: "long-text", class: "sensitive", required: true },
  { key: "when", label: "When?", help: "Exact, about, or a month", kind: "date", class: "sensitive", required: true },
  {
    key: "placeType",
    label: "What kind of place?",
    kind: "choice",
    vocabulary: "place_types",
    class: "sensitive",
    required: true,
  },
  { key: "area", label: "District", help: "No exact address", kind: "place", class: "sensitive" },
  { key: "force", label: "By whom?", kind: "choice", vocabulary: "perpetrator_types", class: "sensitive" },
  {
    key: "methods",
    label: "What was done?",
    kind: "choices",
    vocabulary: "torture_methods",
    offer: ["TM.BLUNT", "TM.ELEC", "TM.ASPH", "TM.POS", "TM.BURN", "TM.SEX", "TM.DEP", "TM.PSY", "TM.ISOL", "TM.OTHER"],
    most: 3,
    class: "sensitive",
  },
  {
    key: "status",
    label: "Still held or missing?",
    kind: "choice",
    vocabulary: "victim_status",
    offer: ["VS.FREE", "VS.HELDINV", "VS.HELDARB", "VS.HELDTRIAL", "VS.HELDSENT", "VS.MISSING", "VS.DEAD", "VS.UNK"],
    class: "sensitive",
    required: true,
  },
  { key: "injured", label: "Injured now? Needs care today?", kind: "yes-no", class: "sensitive" },
  {
    key: "urgent",
    label: "Urgent risk",
    kind: "choices",
    vocabulary: "urgent_risks",
    offer: ["URGENT.LIFE", "URGENT.TRANSFER", "URGENT.DEPORT", "URGENT.CHILD", "URGENT.NONE"],
    class: "internal",
    required: true,
  },
  {
    key: "safeContact",
    label: "Safe way to reach them again",
    help: "Sealed for few",
    kind: "text",
    class: "restricted",
  },
  { key: "papers", label: "Photos or papers", help: "How many", kind: "number", class: "sensitive" },
];

export type MinimumAnswers = Readonly<Partial<Record<MinimumKey, Value>>>;

export interface MinimumRecord {
  /** In the order in which they must be written; they name each other by id. Nothing when it is not safe to record. */
  readonly drafts: readonly Draft[];
  readonly triage: Triage;
  /** Required questions without any answer, *not known* included */
  readonly missing: readonly MinimumKey[];
}

/**
 * The records that an answered form becomes. The identity, with the safe contact alone in it, lies in the smaller circle:
 * who is not in that circle leaves this draft out and is told so, else the whole save is refused.
 *
 * @param given.newId  a new random record id, once a record
 * @param given.title  the words for "Record of" a day in the reader's language, without names; the case's first title
 */
export function minimumRecord(
  answers: MinimumAnswers,
  given: { readonly today: Day; readonly newId: () => RecordId; readonly title: string },
): MinimumRecord {
  if (asCode(answers.safe) !== "SAFE.YES") return { drafts: [], triage: "TRIAGE.NORMAL", missing: missingIn(answers) };
  const triage = triageOfAnswers(answers);
  const ids = { case: given.newId(), person: given.newId(), incident: given.newId(), consent: given.newId() };
  const drafts: readonly (Draft | undefined)[] = [
    draft("case", ids.case, caseFields(answers, given, triage)),
    draft("person", ids.person, personFields(answers, ids.case, given.today)),
    asText(answers.safeContact) === undefined
      ? undefined
      : {
          id: given.newId(),
          type: "identity",
          fields: { person: ids.person, safeContact: answers.safeContact ?? null },
        },
    draft("incident", ids.incident, incidentFields(answers, ids.case, given.title)),
    draft("consent", ids.consent, {
      case: ids.case,
      person: ids.person,
      keep: answers.keep,
      giver: toldBySelf(answers) ? "GIVER.SELF" : undefined,
      held: given.today,
      inCustody: heldOrUnknown(answers.status),
    }),
    draft("testimony", given.newId(), {
      case: ids.case,
      witness: toldBySelf(answers) ? ids.person : undefined,
      teller: answers.teller,
      incidents: [ids.incident],
      account: answers.account,
      heard: given.today,
      consent: ids.consent,
      papers: asNumber(answers.papers) === undefined ? undefined : answers.papers,
      state: "TESTIMONY.FINISHED",
    }),
    ...actDrafts(answers, ids, given.newId),
  ];
  return { drafts: drafts.filter((each) => each !== undefined), triage, missing: missingIn(answers) };
}

const missingIn = (answers: MinimumAnswers): readonly MinimumKey[] =>
  minimumQuestions.filter(({ key, required }) => required && isUnanswered(answers[key])).map(({ key }) => key);

const isUnanswered = (value: Value | undefined): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === "string" && value.trim() === "") ||
  (Array.isArray(value) && value.length === 0);

const toldBySelf = ({ teller }: MinimumAnswers): boolean => asCode(teller) === "RO.VICTIM";

const caseFields = (answers: MinimumAnswers, { today, title }: { today: Day; title: string }, triage: Triage) => ({
  title,
  state: "CASE.INTAKE",
  triage,
  urgent: (asCodes(answers.urgent) ?? []).includes("URGENT.NONE") ? [] : answers.urgent,
  wishes: { unknown: "not-asked" },
  risk: { unknown: "not-known" },
  opened: today,
  lastAction: today,
});

const personFields = (answers: MinimumAnswers, caseId: RecordId, today: Day) => ({
  pseudonym: answers.pseudonym,
  cases: [caseId],
  roles: ["RO.VICTIM"],
  status: answers.status,
  statusAsOf: today,
  injured: answers.injured,
  state: "PERSON.DRAFT",
});

const incidentFields = (answers: MinimumAnswers, caseId: RecordId, title: string) => ({
  case: caseId,
  title,
  start: answers.when,
  placeType: answers.placeType,
  area: answers.area,
  force: answers.force,
  state: "INCIDENT.CAPTURED",
});

/** One act with what was tapped, and that the person was the one it was done to; none when nothing was tapped. */
function actDrafts(
  answers: MinimumAnswers,
  ids: { readonly case: RecordId; readonly person: RecordId; readonly incident: RecordId },
  newId: () => RecordId,
): readonly Draft[] {
  const hurt = { case: ids.case, who: ids.person, what: ids.incident, role: "RO.VICTIM" };
  const involvement = draft("involvement", newId(), hurt);
  if (isUnanswered(answers.methods)) return [involvement];
  const done = {
    case: ids.case,
    incident: ids.incident,
    victim: ids.person,
    methods: answers.methods,
    start: answers.when,
  };
  return [involvement, draft("act", newId(), done)];
}

/** Held, missing or not known: their consent is provisional (R-CON-6). Somebody else may be speaking for them. */
const heldOrUnknown = (status: Value | undefined): Value | undefined => {
  const code = asCode(status);
  if (code === undefined || code === "VS.UNK") return { unknown: "not-known" };
  return code.startsWith("VS.HELD");
};

function draft(type: string, id: RecordId, fields: Readonly<Record<string, Value | undefined>>): Draft {
  const given: Record<string, Value> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined && (isUnknown(value) || !isUnanswered(value) || Array.isArray(value))) given[name] = value;
  }
  return { type, id, fields: given satisfies Fields };
}

/** What is read back to the person before saving, four lines: who, where and when, what, what happens with it. */
export const readBackLines: readonly (readonly MinimumKey[])[] = [
  ["pseudonym", "teller"],
  ["when", "placeType", "area"],
  ["account", "methods", "force", "status"],
  ["keep", "safeContact"],
];
