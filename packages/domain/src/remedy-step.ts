import { recordType } from "./record-type.ts";

/**
 * One thing that was asked of an authority or done by it, from the first report to rehabilitation.
 *
 * A refusal to register is a step. Steps are never invented to fill a gap. File numbers lie in a `protected-note`.
 */
export const remedyStep = recordType({
  name: "remedy-step",
  label: { one: "Remedy step", many: "Remedy steps" },
  help: "What was asked or happened next: report, registration, investigation, charge, judgment, compensation.",
  circle: 0,
  title: "step",
  when: "on",
  state: "state",
  case: "case",
  fields: {
    case: { kind: "link", to: ["case"], label: "Case", class: "sensitive", required: true },
    people: { kind: "links", to: ["person"], label: "For whom", class: "sensitive" },
    step: { kind: "choice", vocabulary: "remedy_steps", label: "Step", class: "sensitive", required: true },
    stepWords: { kind: "text", label: "Step, in words", class: "sensitive", search: "words" },
    on: { kind: "date", label: "Asked or done on", class: "sensitive" },
    authority: { kind: "text", label: "Authority", class: "sensitive", search: "words" },
    institution: { kind: "link", to: ["institution"], label: "Institution", class: "sensitive" },
    independence: { kind: "choice", vocabulary: "body_independence", label: "Independence", class: "internal" },
    doneBy: { kind: "choice", vocabulary: "step_actors", label: "Asked or done by", class: "sensitive" },
    outcome: { kind: "choice", vocabulary: "remedy_outcomes", label: "Outcome", class: "sensitive" },
    outcomeWords: { kind: "text", long: true, label: "Outcome, in words", class: "sensitive", search: "words" },
    outcomeOn: { kind: "date", label: "Outcome on", class: "sensitive" },
    papers: { kind: "links", to: ["exhibit"], label: "Papers", class: "sensitive" },
    deadline: { kind: "date", label: "Deadline by law", class: "internal" },
    limitDays: {
      kind: "number",
      least: 0,
      unit: "days",
      label: "Limit in national law",
      class: "internal",
      help: "Beats our guide",
    },
    limitBasis: { kind: "text", label: "Law or order that sets it", class: "internal" },
    suspects: { kind: "choice", vocabulary: "suspect_posts", label: "Suspects meanwhile", class: "sensitive" },
    delayReasons: { kind: "choices", vocabulary: "delay_reasons", label: "Reasons for delay", class: "internal" },
    delayWords: { kind: "text", label: "Reasons, in words", class: "internal", search: "words" },
    claimed: { kind: "number", least: 0, label: "Money claimed", class: "sensitive" },
    ordered: { kind: "number", least: 0, label: "Money ordered", class: "sensitive" },
    paid: { kind: "number", least: 0, label: "Money paid", class: "sensitive" },
    currency: { kind: "text", label: "Currency", class: "sensitive", help: "Three letters, such as NPR" },
    satisfaction: { kind: "text", long: true, label: "Apology, truth, guarantees", class: "public", search: "words" },
    survivorView: {
      kind: "number",
      least: 1,
      most: 5,
      label: "The person's view, 1 to 5",
      class: "sensitive",
    },
    survivorWords: {
      kind: "text",
      long: true,
      label: "The person's view, in their words",
      class: "sensitive",
      search: "words",
    },
    breach: { kind: "choices", vocabulary: "treaty_articles", label: "Articles at issue", class: "internal" },
    breachReason: { kind: "text", long: true, label: "Why", class: "internal", search: "words" },
    state: { kind: "choice", vocabulary: "step_states", label: "State", class: "internal" },
  },
});
