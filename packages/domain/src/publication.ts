import { recordType } from "./record-type.ts";

/**
 * A brief that is being made of a case: which use, which passages, which dossier.
 *
 * Every page says *Draft, not cleared* until another member than the author approved the dossier of this very hash.
 */
export const publication = recordType({
  name: "publication",
  label: { one: "Publication", many: "Publications" },
  help: "A brief of a case: its use, its summary and the passages chosen.",
  circle: 0,
  title: "title",
  when: "released",
  state: "state",
  case: "case",
  fields: {
    case: { kind: "link", to: ["case"], label: "Case", class: "internal", required: true },
    title: { kind: "text", label: "Title", class: "internal", required: true, search: "words", help: "No names" },
    kind: { kind: "choice", vocabulary: "publication_kinds", label: "Kind", class: "internal" },
    identityLevel: {
      kind: "choice",
      vocabulary: "identity_levels",
      label: "How people are named",
      class: "internal",
      required: true,
    },
    purpose: { kind: "choice", vocabulary: "consent_purposes", label: "Purpose", class: "internal", required: true },
    audience: { kind: "choice", vocabulary: "consent_audiences", label: "Audience", class: "internal", required: true },
    territory: { kind: "choice", vocabulary: "territories", label: "Where", class: "internal", required: true },
    language: { kind: "choice", vocabulary: "languages", label: "Language", class: "internal" },
    summary: {
      kind: "text",
      long: true,
      label: "Summary",
      class: "internal",
      search: "words",
      help: "The editor's words. No names.",
    },
    passages: { kind: "links", to: ["passage"], label: "Passages, in order", class: "internal" },
    author: { kind: "text", label: "Author", class: "internal", help: "The member's number" },
    dossierHash: { kind: "text", label: "Hash of the dossier", class: "internal", hidden: true },
    released: { kind: "date", label: "Released", class: "internal" },
    copies: {
      kind: "list",
      label: "Where copies went",
      class: "internal",
      of: {
        to: { kind: "text", label: "To", class: "internal" },
        on: { kind: "date", label: "On", class: "internal" },
        recallable: { kind: "yes-no", label: "Can be called back", class: "internal" },
      },
    },
    corrections: { kind: "text", long: true, label: "Corrections", class: "internal" },
    state: { kind: "choice", vocabulary: "editorial_states", label: "State", class: "internal" },
  },
});
