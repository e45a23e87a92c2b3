/**
 * Out of a case file only what a use allows: facts as coarse as its level asks, and a list of everything that stays
 * behind, with why. A narrative never passes; a passage that a person wrote or cleared for this level does.
 */

import { inTime, isOnlySuspected, peopleOf, recordById, recordsOf, rolesOf } from "@saksi/domain/case-file";
import { asLink, asLinks } from "@saksi/domain/field-values";
import type { RecordId } from "@saksi/domain/id";
import {
  type Asked,
  type ChosenFigure,
  entering,
  figureFor,
  type PublishedFigure,
  type PublishedPassage,
  passageFor,
} from "./chosen.ts";
import {
  incidentAt,
  type PublishedIncident,
  type PublishedPerson,
  type PublishedStep,
  personAt,
  stepAt,
} from "./facts.ts";
import { levelOf } from "./level.ts";
import { type Shown, type Withheld, type WithheldReason, withheldOf } from "./withheld.ts";

export type { Withheld, WithheldReason } from "./withheld.ts";

export interface Published {
  readonly people: readonly PublishedPerson[];
  readonly incidents: readonly PublishedIncident[];
  readonly steps: readonly PublishedStep[];
  readonly passages: readonly PublishedPassage[];
  readonly figures: readonly PublishedFigure[];
  readonly withheld: readonly Withheld[];
  /** Whose names appear because a grant covers it */
  readonly named: ReadonlySet<string>;
}

export interface WithholdQuestion extends Asked {
  /** Chosen by the editor, in their order */
  readonly passages: readonly RecordId[];
  readonly figures?: readonly ChosenFigure[];
}

/** Everyone whom the brief is about: who suffered it, who is in a passage that enters; everyone where that is not known. */
export function peopleTouched(question: WithholdQuestion): readonly RecordId[] {
  const { file } = question;
  const passages = entering(question);
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
  const shown: Shown = new Map();
  const passages = question.passages.map((id) => ({ id, ...passageFor(id, question) }));
  const people = peopleTouched(question).map((id, index) => personAt(level, { file, id, index, shown }));
  const named = new Set(people.flatMap(({ named: id }) => id ?? []));
  const incidents =
    level === 0 ? [] : inTime(file, "incident").map((incident) => incidentAt(level, { file, incident, shown }));
  const steps = level === 0 ? [] : inTime(file, "remedy-step").map((step) => stepAt(level, step, shown));
  const figures = (question.figures ?? []).map((figure) => ({ figure, ...figureFor(figure, question) }));
  const refused = new Map<RecordId, WithheldReason>([
    ...passages.flatMap(({ id, refused: why }) => (why ? [[id, why] as const] : [])),
    ...figures.flatMap(({ figure, refused: why }) => (why ? [[figure.exhibit, why] as const] : [])),
  ]);
  for (const { id, passage } of passages) {
    if (passage) for (const field of ["heading", "text", "language"]) shown.set(`${id} ${field}`, "whole");
  }
  return {
    people: people.map(({ person }) => person),
    incidents,
    steps,
    passages: passages.flatMap(({ passage }) => passage ?? []),
    figures: figures.flatMap(({ shown: one }) => one ?? []),
    withheld: file.records.flatMap((record) => withheldOf(record, shown, refused.get(record.id))),
    named,
  };
}
