import { recordType } from "./record-type.ts";

/**
 * The conversation in which a person was asked. What they allowed are its grants, one record each.
 *
 * A conversation in a language the person does not understand, or without checking what they understood, is no consent
 * (R-CON-7).
 */
export const consent = recordType({
  name: "consent",
  label: { one: "Consent", many: "Consents" },
  help: "The conversation about what may be done with what a person told. Each use they allow is a grant.",
  circle: 0,
  title: "keep",
  when: "held",
  case: "case",
  fields: {
    case: { kind: "link", to: ["case"], label: "Case", class: "internal" },
    person: { kind: "link", to: ["person"], label: "Person", class: "sensitive", required: true },
    keep: {
      kind: "choice",
      vocabulary: "consent_keep",
      label: "May we keep this record?",
      class: "internal",
      minimum: true,
      required: true,
    },
    keepWords: { kind: "text", label: "In their words", class: "sensitive", search: "words" },
    held: { kind: "date", label: "When", class: "internal" },
    area: { kind: "place", label: "Where", class: "sensitive" },
    giver: { kind: "choice", vocabulary: "consent_givers", label: "Given by", class: "internal" },
    giverPerson: { kind: "link", to: ["person"], label: "Guardian, proxy or kin", class: "sensitive" },
    authority: { kind: "links", to: ["exhibit"], label: "Paper that gives authority", class: "sensitive" },
    capacity: { kind: "choice", vocabulary: "capacity", label: "Able to decide", class: "sensitive" },
    mode: { kind: "choice", vocabulary: "consent_mode", label: "How given", class: "internal" },
    language: { kind: "choice", vocabulary: "languages", label: "Language", class: "internal" },
    understood: { kind: "yes-no", label: "In a language the person understands", class: "internal" },
    interpreter: { kind: "text", label: "Interpreter", class: "internal" },
    explained: {
      kind: "text",
      long: true,
      label: "What was explained",
      class: "internal",
      help: "What, why, who sees it, risks, no benefit promised, not needed for care, taking it back, what cannot be undone",
    },
    questions: { kind: "text", long: true, label: "What the person asked", class: "sensitive", search: "words" },
    comprehension: { kind: "yes-no", label: "Said it back in their own words (three questions)", class: "internal" },
    comprehensionWords: { kind: "text", long: true, label: "Their answers", class: "sensitive", search: "words" },
    inCustody: { kind: "yes-no", label: "Given in custody", class: "internal", help: "Then provisional" },
    reconfirmed: { kind: "date", label: "Confirmed after release", class: "internal" },
    assent: { kind: "yes-no", label: "Child assents", class: "internal" },
    bestInterest: { kind: "text", long: true, label: "Why it is best for the child", class: "sensitive" },
    witness: { kind: "text", label: "Witnessed by", class: "internal" },
    recording: { kind: "links", to: ["exhibit"], label: "Signature or recording", class: "sensitive" },
    summaryLeft: { kind: "yes-no", label: "Summary left with the person", class: "internal" },
    summaryWhyNot: { kind: "text", label: "If not, why", class: "internal" },
  },
});
