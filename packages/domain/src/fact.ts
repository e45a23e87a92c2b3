import { recordType } from "./record-type.ts";
import { sourcedFields } from "./sourced-fields.ts";

/**
 * What a member proposes in place of one fact of the atlas, or for one that is not known there yet.
 *
 * It counts once another member confirmed these very words (`rules/second-member.ts`). Fields that do not belong to the
 * chosen part are kept and say nothing.
 */
export const fact = recordType({
  name: "fact",
  label: { one: "Fact for the atlas", many: "Facts for the atlas" },
  help: "A correction or a new fact about a state, with its source. Another member confirms it.",
  circle: 0,
  title: "says",
  when: "asOf",
  fields: {
    says: {
      kind: "text",
      label: "The fact, in one sentence",
      class: "public",
      required: true,
      search: "words",
      help: "Public facts only; nothing about a case or a person",
    },
    state: { kind: "choice", vocabulary: "countries", label: "State", class: "public", required: true },
    part: { kind: "choice", vocabulary: "atlas_parts", label: "What it is about", class: "public", required: true },
    treaty: { kind: "choice", vocabulary: "atlas_treaties", label: "Treaty", class: "public" },
    standing: { kind: "choice", vocabulary: "treaty_standings", label: "Standing", class: "public" },
    action: {
      kind: "text",
      label: "What the state did",
      class: "public",
      help: "Ratification, accession, succession, declaration, withdrawal",
    },
    mechanism: { kind: "choice", vocabulary: "mechanism_standings", label: "The mechanism is", class: "public" },
    accreditation: { kind: "choice", vocabulary: "accreditations", label: "Accreditation", class: "public" },
    item: { kind: "choice", vocabulary: "law_items", label: "Item of the checklist", class: "public" },
    lawStanding: { kind: "choice", vocabulary: "law_item_standings", label: "The law", class: "public" },
    section: {
      kind: "text",
      label: "Section of the law",
      class: "public",
      search: "words",
      help: "Met, also in part, needs the section that meets it",
    },
    milestone: { kind: "choice", vocabulary: "milestone_kinds", label: "Kind of step", class: "public" },
    name: { kind: "text", label: "Name of the mechanism or institution", class: "public", search: "words" },
    on: {
      kind: "date",
      label: "Day",
      class: "public",
      help: "Of deposit, when due, of designation, of founding, of the step: as exact as the source",
    },
    accepted: { kind: "yes-no", label: "Accepted, or sent", class: "public" },
    note: { kind: "text", long: true, label: "Note", class: "public", search: "words" },
    ...sourcedFields,
  },
});
