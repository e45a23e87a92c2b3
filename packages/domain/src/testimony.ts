import { recordType } from "./record-type.ts";

/**
 * What one person told one interviewer, in one sitting, in their own words.
 *
 * A second sitting is a second testimony. Corrections are new changes to this one; the first words stay in the log.
 */
export const testimony = recordType({
  name: "testimony",
  label: { one: "Testimony", many: "Testimonies" },
  help: "What one person told in one sitting, in their own words and language.",
  circle: 0,
  title: "summary",
  when: "heard",
  state: "state",
  case: "case",
  fields: {
    case: { kind: "link", to: ["case"], label: "Case", class: "sensitive" },
    witness: { kind: "link", to: ["person"], label: "Who told us", class: "sensitive" },
    teller: {
      kind: "choice",
      vocabulary: "event_roles",
      label: "Told as",
      class: "sensitive",
      minimum: true,
      help: "Role only: self, family, lawyer, fellow detainee, other",
    },
    incidents: { kind: "links", to: ["incident"], label: "About", class: "sensitive" },
    summary: {
      kind: "text",
      label: "In one line",
      class: "sensitive",
      search: "words",
      help: "No names",
    },
    account: {
      kind: "text",
      long: true,
      label: "What happened, in their words",
      class: "sensitive",
      minimum: true,
      required: true,
      search: "words",
      help: "First person, their language. Kept verbatim.",
    },
    language: { kind: "choice", vocabulary: "languages", label: "Language of the account", class: "sensitive" },
    recordings: { kind: "links", to: ["exhibit"], label: "Recordings and drawings", class: "sensitive" },
    translation: { kind: "text", long: true, label: "Translation", class: "sensitive", search: "words" },
    translationNote: { kind: "text", label: "Translated and checked by", class: "internal" },
    heard: {
      kind: "date",
      label: "Heard on",
      class: "sensitive",
      help: "The day, and the hour if you know it: 2026-11-21 14:30",
    },
    setting: { kind: "text", label: "People present and privacy", class: "sensitive" },
    interviewer: { kind: "text", label: "Interviewer", class: "internal" },
    interpreter: { kind: "text", label: "Interpreter", class: "internal" },
    explained: { kind: "yes-no", label: "Purpose, uses, limits and right to stop explained", class: "internal" },
    consent: { kind: "link", to: ["consent"], label: "Consent", class: "internal" },
    questions: {
      kind: "list",
      label: "Questions after the free account",
      class: "sensitive",
      of: {
        question: { kind: "text", long: true, label: "Question", class: "sensitive", search: "words" },
        answer: { kind: "text", long: true, label: "Answer", class: "sensitive", search: "words" },
      },
    },
    stopped: { kind: "text", label: "Pauses, distress and what helped", class: "sensitive" },
    readBack: { kind: "yes-no", label: "Read back to the person", class: "sensitive" },
    corrections: {
      kind: "text",
      long: true,
      label: "Corrections the person made",
      class: "sensitive",
      search: "words",
    },
    earlierStatements: {
      kind: "text",
      long: true,
      label: "Earlier statements",
      class: "sensitive",
      help: "To whom and when, so that nobody asks twice",
    },
    exhibits: { kind: "links", to: ["exhibit"], label: "Papers and photographs", class: "sensitive" },
    papers: { kind: "number", least: 0, label: "Photos or papers seen", class: "sensitive", minimum: true },
    reliability: { kind: "choice", vocabulary: "source_reliability", label: "Source", class: "internal" },
    credibility: { kind: "choice", vocabulary: "information_credibility", label: "Information", class: "internal" },
    evaluation: { kind: "text", long: true, label: "Open points and own reaction", class: "internal" },
    state: { kind: "choice", vocabulary: "testimony_states", label: "State", class: "internal" },
  },
});
