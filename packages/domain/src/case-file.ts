/**
 * A case as rules, gate and pages walk it: plain records, as they stand, and the ways from one to the next.
 *
 * The vault makes it from rows; nothing here knows about versions beyond what stands at once.
 */

import { asCode, asCodes, asLink, asLinks } from "./field-values.ts";
import type { RecordId, Version } from "./id.ts";
import { narrowerGrant } from "./narrower-grant.ts";
import { sortKey } from "./partial-date.ts";
import { recordTypeNamed } from "./record-types.ts";
import type { Fields, Value } from "./value.ts";

/** A member who signed a writing: their number, and the name that the roster holds for it. Never what a field claims. */
export interface Signer {
  readonly member: string;
  readonly name: string;
}

export interface CaseRecord {
  readonly id: RecordId;
  readonly type: string;
  readonly fields: Fields;
  /** By field: the versions that stand */
  readonly versions?: Readonly<Record<string, readonly Version[]>>;
  /** By field in conflict: every value that stands. A grant is read by the narrower of them. */
  readonly standing?: Readonly<Record<string, readonly Value[]>>;
  /** By field that identifies or is restricted: what was said before and answered since. A corrected name still names. */
  readonly past?: Readonly<Record<string, readonly Value[]>>;
  /** Of a publication, passage or approval: everyone who signed any of its writings, the first of them first */
  readonly signers?: readonly Signer[];
}

export interface CaseFile {
  readonly case: RecordId;
  /** The case itself and everything tied to it */
  readonly records: readonly CaseRecord[];
}

export const recordsOf = (file: CaseFile, type: string): readonly CaseRecord[] =>
  file.records.filter((record) => record.type === type);

export const recordById = (file: CaseFile, id: RecordId | undefined): CaseRecord | undefined =>
  id === undefined ? undefined : file.records.find((record) => record.id === id);

/** Fields as a protective rule may read them: what stands in conflict is not known until a person decides. */
export function settledFields({ fields, standing }: CaseRecord): Fields {
  if (standing === undefined) return fields;
  const open = Object.entries(standing).filter(([, values]) => values.length > 1);
  return { ...fields, ...Object.fromEntries(open.map(([name]) => [name, { unknown: "not-known" }])) };
}

/** The case's own record. */
export const caseRecord = (file: CaseFile): CaseRecord | undefined => recordById(file, file.case);

export const peopleOf = (file: CaseFile): readonly CaseRecord[] => recordsOf(file, "person");

/** The grants of one person; of a grant with concurrent writings, the narrower. */
export const grantsOf = (file: CaseFile, person: RecordId): readonly CaseRecord[] =>
  recordsOf(file, "grant")
    .map(narrowerGrant)
    .filter((grant) => asLink(grant.fields.person) === person);

/** The conversation in which a grant was given. */
export const consentOf = (file: CaseFile, grant: CaseRecord): CaseRecord | undefined =>
  recordById(file, asLink(grant.fields.consent));

export const identitiesOf = (file: CaseFile, person: RecordId): readonly CaseRecord[] =>
  recordsOf(file, "identity").filter((identity) => asLink(identity.fields.person) === person);

export const actsOf = (file: CaseFile, incident: RecordId): readonly CaseRecord[] =>
  recordsOf(file, "act").filter((act) => asLink(act.fields.incident) === incident);

/** Who had a part in an incident or an act. */
export const involvementsIn = (file: CaseFile, what: RecordId): readonly CaseRecord[] =>
  recordsOf(file, "involvement").filter((involvement) => asLink(involvement.fields.what) === what);

/** The parts that one person or unit had. */
export const involvementsOf = (file: CaseFile, who: RecordId): readonly CaseRecord[] =>
  recordsOf(file, "involvement").filter((involvement) => asLink(involvement.fields.who) === who);

/** Records of a type in the order of their own time. */
export function inTime(file: CaseFile, type: string): readonly CaseRecord[] {
  const field = recordTypeNamed(type)?.when;
  const key = (record: CaseRecord) => sortKey(String((field && record.fields[field]) ?? ""));
  return [...recordsOf(file, type)].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** The remedy steps, the earliest first; those without a date last. */
export const remedySteps = (file: CaseFile): readonly CaseRecord[] => inTime(file, "remedy-step");

/** Every role a person is said to have, in their record or in an involvement. */
export function rolesOf(file: CaseFile, person: CaseRecord): readonly string[] {
  const said = involvementsOf(file, person.id).flatMap(({ fields }) => asCode(fields.role) ?? []);
  return [...new Set([...(asCodes(person.fields.roles) ?? []), ...said])];
}

const notAskedForConsent: readonly string[] = ["RO.SUSPECT", "RO.SUPERIOR", "RO.OFFICIAL"];

/** Whether a person is in the file only as a suspect or official: they are not asked for consent (R-CON-2, R-RISK-5). */
export function isOnlySuspected(file: CaseFile, person: CaseRecord): boolean {
  const roles = rolesOf(file, person);
  return roles.length > 0 && roles.every((role) => notAskedForConsent.includes(role));
}

/** Everyone whose words or facts are in these passages. */
export const peopleInPassages = (file: CaseFile, passages: readonly RecordId[]): readonly RecordId[] => [
  ...new Set(passages.flatMap((id) => asLinks(recordById(file, id)?.fields.people))),
];

/**
 * The file of one case out of any records: what names the case, what those records point at (units, places), and what
 * names no case but hangs on one of them (identities, notes). Other cases and what is theirs stay out.
 */
export function caseFileOf(id: RecordId, records: readonly CaseRecord[]): CaseFile {
  const inside = new Set<RecordId>([
    id,
    ...records.filter((record) => casesOf(record).includes(id)).map((record) => record.id),
  ]);
  const free = records.filter((record) => record.type !== "case" && casesOf(record).length === 0);
  const byId = new Map(records.map((record) => [record.id, record]));
  const freeIds = new Set(free.map((record) => record.id));
  for (let before = 0; before < inside.size; ) {
    before = inside.size;
    for (const target of [...inside].flatMap((each) => linksOf(byId.get(each))))
      if (freeIds.has(target)) inside.add(target);
    for (const record of free)
      if (hangs(record) && linksOf(record).some((target) => inside.has(target))) inside.add(record.id);
  }
  return { case: id, records: records.filter((record) => inside.has(record.id)) };
}

/** Belong to many cases: in a file only because something in it points there. */
const ownedByMany: readonly string[] = ["person", "place", "institution", "precedent", "lesson"];
const hangs = ({ type }: CaseRecord): boolean => !ownedByMany.includes(type);

function casesOf(record: CaseRecord): readonly RecordId[] {
  const field = recordTypeNamed(record.type)?.case;
  return field === undefined ? [] : asLinks(record.fields[field]);
}

function linksOf(record: CaseRecord | undefined): readonly RecordId[] {
  const type = record && recordTypeNamed(record.type);
  if (!record || !type) return [];
  return Object.entries(type.fields).flatMap(([name, field]) =>
    field.kind === "link" || field.kind === "links" ? asLinks(record.fields[name]) : [],
  );
}
