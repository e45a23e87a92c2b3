/**
 * How many recorded people share what a publication says of one: the age band, and for each incident of the case its
 * time, place, force and methods, as coarse as R-ANON-1 leaves them.
 *
 * A lower bound. At least as many real people share it as were recorded, so enough of them means that it singles nobody
 * out; few of them means nothing, and two people who know the place try to say who it is (condition PC.IDENT).
 *
 * Source: R-ANON-2.
 */

import { actsOf, type CaseFile, caseRecord, isOnlySuspected, peopleOf, recordById, recordsOf } from "../case-file.ts";
import { asCode, asCodes, asPlace, asText } from "../field-values.ts";
import type { RecordId } from "../id.ts";
import { codeAt, dateAt, placeAt } from "./anonymity.ts";

export interface Shared {
  readonly person: RecordId;
  /** The person among them */
  readonly people: number;
  /** 5; 20 where the risk of the case is high. Whether a community is small no record says */
  readonly needed: 5 | 20;
}

/**
 * @param files  every case that may be counted, the published one among them or not
 */
export function sharedCombinations(
  published: { readonly file: CaseFile; readonly people: readonly RecordId[]; readonly identityLevel: string },
  files: readonly CaseFile[],
): readonly Shared[] {
  const { file, people, identityLevel } = published;
  const said = incidentsAt(file, identityLevel);
  const alike = [file, ...files.filter((other) => other.case !== file.case)].filter((other) =>
    said.every((one) => incidentsAt(other, identityLevel).some((incident) => covers(incident, one))),
  );
  const counted = new Map(alike.flatMap((each) => askedOf(each).map((person) => [person.id, ageOf(person)] as const)));
  const risk = asCode(caseRecord(file)?.fields.risk);
  return people.map((person) => {
    const age = ageOf(recordById(file, person));
    const sharing = [...counted.values()].filter((other) => age === undefined || other === age);
    return { person, people: sharing.length, needed: risk === "RL.3" ? 20 : 5 };
  });
}

/** What is said of one incident; what is not said of it is left out. */
type Said = Readonly<Record<string, string>>;

const incidentsAt = (file: CaseFile, level: string): readonly Said[] =>
  recordsOf(file, "incident").map(({ id, fields }) => {
    const place = asPlace(fields.area);
    const methods = actsOf(file, id).flatMap((act) => asCodes(act.fields.methods) ?? []);
    const all = {
      when: dateAt(level, asText(fields.start) ?? ""),
      where: place && written(placeAt(level, place)),
      force: codeAt(level, asCode(fields.force) ?? ""),
      ...Object.fromEntries(methods.map((code) => [`method ${codeAt(level, code) ?? ""}`, "done"])),
    };
    return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => Boolean(entry[1])));
  });

const written = (place: object): string =>
  Object.keys(place).length === 0 ? "" : JSON.stringify(Object.entries(place).sort());

const covers = (other: Said, one: Said): boolean => Object.entries(one).every(([name, value]) => other[name] === value);

const askedOf = (file: CaseFile) => peopleOf(file).filter((person) => !isOnlySuspected(file, person));
const ageOf = (person: ReturnType<typeof recordById>): string | undefined => asCode(person?.fields.ageBand);
