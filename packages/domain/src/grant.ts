import { recordType } from "./record-type.ts";

/**
 * One use that a person allowed: for what, to whom, how named, what of it, where, until when.
 *
 * Nothing is implied by another grant. Where two writings of a grant stand at once, the narrower holds
 * (`narrower-grant.ts`).
 */
export const grant = recordType({
  name: "grant",
  label: { one: "Grant", many: "Grants" },
  help: "One use a person allowed or refused, one row of their consent.",
  circle: 0,
  title: "purpose",
  when: "until",
  state: "state",
  case: "case",
  fields: {
    case: { kind: "link", to: ["case"], label: "Case", class: "internal" },
    consent: { kind: "link", to: ["consent"], label: "Conversation", class: "internal", required: true },
    person: { kind: "link", to: ["person"], label: "Person", class: "sensitive", required: true },
    purpose: {
      kind: "choice",
      vocabulary: "consent_purposes",
      label: "For what",
      class: "internal",
      required: true,
    },
    audiences: {
      kind: "choices",
      vocabulary: "consent_audiences",
      label: "For whom",
      class: "internal",
      required: true,
    },
    identityLevel: {
      kind: "choice",
      vocabulary: "identity_levels",
      label: "How named",
      class: "internal",
      required: true,
    },
    content: { kind: "choices", vocabulary: "consent_content", label: "What of it", class: "internal", required: true },
    territory: { kind: "choices", vocabulary: "territories", label: "Where", class: "internal", required: true },
    inWords: { kind: "text", long: true, label: "In the person's words", class: "sensitive", search: "words" },
    from: { kind: "date", label: "From", class: "internal" },
    until: {
      kind: "date",
      label: "Until",
      class: "internal",
      required: true,
      help: "24 months; 12 for publication and media; 6 at high risk",
    },
    conditions: { kind: "choices", vocabulary: "consent_conditions", label: "Conditions", class: "internal" },
    conditionDate: { kind: "date", label: "Not before", class: "internal" },
    conditionWords: { kind: "text", label: "Condition, in words", class: "internal" },
    conditionMet: { kind: "yes-no", label: "Condition in words is met", class: "internal" },
    lawyerPresent: { kind: "yes-no", label: "Lawyer present when asked", class: "internal" },
    lastAsked: { kind: "date", label: "Last asked again", class: "internal" },
    lastAnswer: { kind: "choice", vocabulary: "consent_answers", label: "Answer then", class: "internal" },
    state: { kind: "choice", vocabulary: "consent_states", label: "State", class: "internal", required: true },
    withdrawn: { kind: "date", label: "Taken back on", class: "internal" },
  },
});
