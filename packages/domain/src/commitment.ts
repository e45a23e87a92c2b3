import { recordType } from "./record-type.ts";
import { sourcedFields } from "./sourced-fields.ts";

/**
 * What a group promised at a dialogue. Until its giver confirmed it in writing it was only *said at the event*, and stays
 * inside (R-REC-3). Groups and offices promise here, never persons by name.
 */
export const commitment = recordType({
  name: "commitment",
  label: { one: "Commitment", many: "Commitments" },
  help: "A promise made at a dialogue: by which office, until when, and whether it was kept.",
  circle: 0,
  title: "text",
  when: "on",
  state: "standing",
  fields: {
    text: {
      kind: "text",
      label: "What was promised",
      class: "public",
      required: true,
      search: "words",
      help: "No names of persons",
    },
    state: { kind: "choice", vocabulary: "countries", label: "State", class: "public", required: true },
    kind: { kind: "choice", vocabulary: "commitment_types", label: "Kind", class: "public" },
    group: { kind: "choice", vocabulary: "stakeholder_groups", label: "Promised by", class: "public", required: true },
    office: { kind: "text", label: "Office", class: "public", search: "words", help: "An office, not a person" },
    event: { kind: "text", label: "Dialogue or event", class: "public", search: "words" },
    on: { kind: "date", label: "Said on", class: "public", required: true },
    writtenOn: {
      kind: "date",
      label: "Confirmed in writing on",
      class: "public",
      help: "By who promised it. Without this it stays inside the alliance",
    },
    mayBePublic: { kind: "yes-no", label: "They know that it will be public", class: "internal" },
    due: { kind: "date", label: "Due", class: "public" },
    measure: { kind: "text", label: "How we would know", class: "public" },
    standing: { kind: "choice", vocabulary: "commitment_states", label: "Stands", class: "public" },
    evidence: {
      kind: "list",
      label: "What shows it",
      class: "public",
      of: {
        source: { kind: "text", label: "Source", class: "public" },
        sourceUrl: { kind: "text", label: "Address", class: "public" },
      },
    },
    ...sourcedFields,
  },
});
