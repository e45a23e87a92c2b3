/** Every record type, in the order in which a newcomer should read them. */

import { act } from "./act.ts";
import { approval } from "./approval.ts";
import { atlasSpace } from "./atlas-space.ts";
import { bill } from "./bill.ts";
import { caseType } from "./case.ts";
import { clinicalDetail } from "./clinical-detail.ts";
import { commitment } from "./commitment.ts";
import { confirmation } from "./confirmation.ts";
import { consent } from "./consent.ts";
import { exhibit } from "./exhibit.ts";
import { fact } from "./fact.ts";
import { grant } from "./grant.ts";
import { identity } from "./identity.ts";
import { incident } from "./incident.ts";
import { institution } from "./institution.ts";
import { involvement } from "./involvement.ts";
import { lesson } from "./lesson.ts";
import { passage } from "./passage.ts";
import { person } from "./person.ts";
import { place } from "./place.ts";
import { precedent } from "./precedent.ts";
import { protectedNote } from "./protected-note.ts";
import { publication } from "./publication.ts";
import { recommendation } from "./recommendation.ts";
import type { RecordType } from "./record-type.ts";
import { remedyStep } from "./remedy-step.ts";
import { testimony } from "./testimony.ts";

export const recordTypes = [
  caseType,
  person,
  identity,
  incident,
  act,
  involvement,
  testimony,
  exhibit,
  clinicalDetail,
  consent,
  grant,
  place,
  institution,
  protectedNote,
  remedyStep,
  passage,
  publication,
  approval,
  precedent,
  lesson,
  atlasSpace,
  fact,
  bill,
  recommendation,
  commitment,
  confirmation,
] as const;

export type RecordTypeName = (typeof recordTypes)[number]["name"];

const typesByName: ReadonlyMap<string, RecordType> = new Map(recordTypes.map((type) => [type.name, type]));

/** The type of that name; `undefined` for one that a newer Saksi wrote (it is kept, and shown as such). */
export const recordTypeNamed = (name: string): RecordType | undefined => typesByName.get(name);
