import { recordType } from "./record-type.ts";

/**
 * A text that a person wrote or cleared for a use. Only passages bring a narrative into an anonymous or pseudonym output.
 *
 * It is cleared for one identity level, for the purposes and audiences named: what is safe at one level says too much or
 * exposes too much at another. Any change of its text needs
 * clearing again.
 */
export const passage = recordType({
  name: "passage",
  label: { one: "Passage", many: "Passages" },
  help: "A text written or cleared for publication, with whose words and facts it uses.",
  circle: 0,
  title: "heading",
  when: "clearedOn",
  case: "case",
  fields: {
    case: { kind: "link", to: ["case"], label: "Case", class: "sensitive", required: true },
    heading: { kind: "text", label: "Heading", class: "sensitive", search: "words" },
    text: {
      kind: "text",
      long: true,
      label: "Text",
      class: "sensitive",
      required: true,
      search: "words",
      help: "Exactly as it may appear. No names below the level it is cleared for.",
    },
    language: { kind: "choice", vocabulary: "languages", label: "Language", class: "sensitive", required: true },
    origin: { kind: "choice", vocabulary: "passage_origin", label: "Comes from", class: "internal", required: true },
    people: {
      kind: "links",
      to: ["person"],
      label: "Whose words and facts",
      class: "sensitive",
      required: true,
      help: "Everyone, also those mentioned",
    },
    sources: {
      kind: "links",
      to: ["testimony", "exhibit", "incident", "remedy-step"],
      label: "Sources",
      class: "sensitive",
    },
    content: {
      kind: "choices",
      vocabulary: "consent_content",
      label: "What it holds",
      class: "internal",
      required: true,
    },
    identityLevel: {
      kind: "choice",
      vocabulary: "identity_levels",
      label: "Cleared for",
      class: "internal",
      required: true,
    },
    purposes: { kind: "choices", vocabulary: "consent_purposes", label: "For what", class: "internal", required: true },
    audiences: {
      kind: "choices",
      vocabulary: "consent_audiences",
      label: "For whom",
      class: "internal",
      required: true,
    },
    proof: { kind: "choice", vocabulary: "proof_standards", label: "Standard of proof", class: "internal" },
    clearedBy: { kind: "text", label: "Cleared by", class: "internal", required: true, help: "A member" },
    clearedOn: { kind: "date", label: "Cleared on", class: "internal", required: true },
    readToPerson: { kind: "yes-no", label: "The person heard this text, or chose not to", class: "internal" },
  },
});
