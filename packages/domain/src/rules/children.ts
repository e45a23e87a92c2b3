/**
 * A child consents through a guardian, with their own assent and a best-interest note, and is never published above
 * IL.1. Someone who was a child when it happened keeps that protection in what is published.
 *
 * Source: R-DNH-7; records.md section 33, item 3.
 */

import { type Answer, allOf, answerOf, anyOf } from "../answer.ts";
import { type CaseFile, type CaseRecord, identitiesOf, recordsOf, settledFields } from "../case-file.ts";
import { asCode, asCodes, asLink, asText, asYesNo } from "../field-values.ts";
import { type Day, firstDay, lastDay } from "../partial-date.ts";
import { identityOrder, isPublication, type Use } from "../use.ts";
import type { Fields } from "../value.ts";

const childBands: readonly string[] = ["AG.0", "AG.1", "AG.2"];

/** Whether a person is a child now, or was one when it happened; unknown where neither age band nor birth date says. */
export function isOrWasChild(file: CaseFile, person: CaseRecord, today: Day): Answer {
  const fields = settledFields(person);
  if ((asCodes(fields.needs) ?? []).includes("VU.CHILD")) return "yes";
  if (grantedAsChild(file, person)) return "yes";
  const births = identitiesOf(file, person.id).flatMap((identity) => asText(identity.fields.birthDate) ?? []);
  const happened = recordsOf(file, "incident").flatMap((incident) => asText(incident.fields.start) ?? []);
  const byBirth = births.flatMap((birth) => [...happened, today].map((day) => under18(birth, day)));
  const band = asCode(fields.ageBand);
  const byBand: Answer = band === undefined || band === "AG.U" ? "unknown" : childBands.includes(band) ? "yes" : "no";
  if (byBirth.length === 0) return byBand;
  return byBand === "yes" ? "yes" : anyOf(byBirth);
}

const grantedAsChild = (file: CaseFile, person: CaseRecord): boolean =>
  recordsOf(file, "consent").some(
    ({ fields }) => asLink(fields.person) === person.id && asCode(fields.capacity) === "CY.CHILD",
  );

function under18(birth: string, day: string): Answer {
  const [born, bornLast] = [firstDay(birth), lastDay(birth)];
  const [first, last] = [firstDay(day), lastDay(day)];
  if (bornLast !== undefined && first !== undefined && first >= eighteenth(bornLast)) return "no";
  if (born !== undefined && last !== undefined && last < eighteenth(born)) return "yes";
  return "unknown";
}

const eighteenth = (born: Day): Day => `${String(Number(born.slice(0, 4)) + 18).padStart(4, "0")}${born.slice(4)}`;

/** Yes: this use does not publish a child above IL.1. */
export function withinChildLimit(child: Answer, use: Use): Answer {
  if (!isPublication(use) || (identityOrder(use.identityLevel) ?? 9) <= 1) return "yes";
  return child === "yes" ? "no" : child === "no" ? "yes" : "unknown";
}

/** Yes: guardian, assent and best-interest note are there. */
export const childConsented = (consent: Fields | undefined): Answer =>
  allOf([
    answerOf(asCode(consent?.giver) === "GIVER.GUARDIAN"),
    answerOf(asYesNo(consent?.assent)),
    answerOf(asText(consent?.bestInterest) !== undefined),
  ]);
