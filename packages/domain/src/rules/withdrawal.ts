/**
 * What follows when a person takes a grant back: every past use is called back, taken down within a day, or its
 * impossibility told; the person hears within 14 days what was undone and what was not.
 *
 * Source: R-CON-4. New uses stop by themselves: a withdrawn grant covers nothing (R-CON-1).
 */

import { type CaseFile, type CaseRecord, grantsOf, inTime, peopleInPassages, peopleOf } from "../case-file.ts";
import { addDays } from "../day.ts";
import { asCode, asLink, asLinks, asRows, asText, asYesNo } from "../field-values.ts";
import type { Finding } from "../finding.ts";
import { type Day, lastDay } from "../partial-date.ts";

const takenBack: readonly string[] = ["CT.WITHDRAWN", "CT.PARTIAL"];
const outOfHand: readonly string[] = ["AU.COURT", "AU.UNCONF", "AU.UNGOV", "AU.FOREIGN"];

/** Reasons: `take-down`, `recall`, `tell-why-impossible` at the publication; `tell-person` at the person. */
export function withdrawalTasks(file: CaseFile, today: Day): readonly Finding[] {
  return peopleOf(file).flatMap((person) => {
    const withdrawn = grantsOf(file, person.id).filter(({ fields }) => takenBack.includes(asCode(fields.state) ?? ""));
    return withdrawn.flatMap((grant) => {
      const uses = inTime(file, "publication").filter((publication) => isUseOf(file, publication, grant));
      if (uses.length === 0) return [];
      const since = lastDay(asText(grant.fields.withdrawn) ?? "") ?? today;
      const facts = { grant: grant.id, due: addDays(since, 14), uses: uses.length };
      return [...uses.flatMap((use) => tasksFor(use, grant, since)), task(person, "tell-person", facts)];
    });
  });
}

/** Released, for the purpose of the grant, and about the person or with nobody named. */
function isUseOf(file: CaseFile, { fields }: CaseRecord, grant: CaseRecord): boolean {
  const isOut = ["EP.PUB", "EP.CORR"].includes(asCode(fields.state) ?? "") || asText(fields.released) !== undefined;
  if (!isOut || asCode(fields.state) === "EP.RETR" || asCode(fields.purpose) !== asCode(grant.fields.purpose))
    return false;
  const people = peopleInPassages(file, asLinks(fields.passages));
  const person = asLink(grant.fields.person);
  return people.length === 0 || (person !== undefined && people.includes(person));
}

function tasksFor(publication: CaseRecord, grant: CaseRecord, since: Day): readonly Finding[] {
  const due = addDays(since, 1);
  const isPublic = asCode(publication.fields.audience) === "AU.PUBLIC";
  const copies = asRows(publication.fields.copies).map((copy, index) =>
    task(publication, asYesNo(copy.recallable) === false ? "tell-why-impossible" : "recall", {
      grant: grant.id,
      copy: index,
      due,
    }),
  );
  if (isPublic) return [task(publication, "take-down", { grant: grant.id, due }), ...copies];
  if (copies.length > 0) return copies;
  const filed = outOfHand.includes(asCode(publication.fields.audience) ?? "");
  return [task(publication, filed ? "tell-why-impossible" : "recall", { grant: grant.id, due })];
}

const task = ({ id }: CaseRecord, reason: string, facts: NonNullable<Finding["facts"]>): Finding => ({
  rule: "R-CON-4",
  weight: "stop",
  at: id,
  reason,
  facts,
});
