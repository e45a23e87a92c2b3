import { recordType } from "./record-type.ts";

/**
 * The team's unit of work for one or more people of one chain of incidents.
 *
 * People, incidents, steps and papers point at the case; the case points at none of them, so that two members can add to
 * it offline without writing the same record.
 */
export const caseType = recordType({
  name: "case",
  label: { one: "Case", many: "Cases" },
  help: "One piece of work for one or more people and what happened to them.",
  circle: 0,
  title: "title",
  when: "opened",
  state: "state",
  fields: {
    title: {
      kind: "text",
      label: "Title",
      class: "sensitive",
      required: true,
      search: "words",
      help: "What, where, when. No names.",
    },
    code: {
      kind: "text",
      label: "Code",
      class: "internal",
      search: "words",
      help: "Short and meaningless, such as MY-7F3Q",
    },
    wishes: {
      kind: "text",
      long: true,
      label: "What the person wants and does not want",
      class: "sensitive",
      required: true,
      minimum: true,
      search: "words",
      help: "In their words",
    },
    state: { kind: "choice", vocabulary: "case_states", label: "State", class: "internal", required: true },
    triage: { kind: "choice", vocabulary: "triage", label: "How soon", class: "internal" },
    urgent: {
      kind: "choices",
      vocabulary: "urgent_risks",
      label: "Urgent risk",
      class: "internal",
      minimum: true,
    },
    urgentWords: { kind: "text", label: "Urgent risk, in words", class: "sensitive", search: "words" },
    urgentUntil: { kind: "date", label: "Expected on", class: "internal", help: "Hearing, transfer, deportation" },
    risk: { kind: "choice", vocabulary: "risk_levels", label: "Risk", class: "internal", required: true },
    riskAssessed: { kind: "date", label: "Risk assessed on", class: "internal" },
    opened: { kind: "date", label: "Opened", class: "internal" },
    lead: { kind: "text", label: "Lead", class: "internal", help: "A member of the team" },
    team: { kind: "texts", label: "Team", class: "internal" },
    conflictChecked: { kind: "yes-no", label: "Conflicts of interest checked", class: "internal" },
    area: { kind: "place", label: "Area", class: "sensitive" },
    goals: { kind: "choices", vocabulary: "litigation_goals", label: "Goals", class: "sensitive" },
    strategy: { kind: "text", long: true, label: "Strategy", class: "sensitive", search: "words" },
    limits: {
      kind: "list",
      label: "Dates not to miss",
      class: "internal",
      of: {
        what: { kind: "text", label: "What", class: "internal" },
        due: { kind: "date", label: "Due", class: "internal" },
        basis: { kind: "text", label: "Law or order", class: "internal" },
        owners: { kind: "texts", label: "Owners", class: "internal", help: "Two people" },
      },
    },
    nextSteps: { kind: "text", long: true, label: "Next steps", class: "internal", search: "words" },
    lastAction: { kind: "date", label: "Last action", class: "internal" },
    lastTold: {
      kind: "date",
      label: "Person last told",
      class: "internal",
      help: "By a safe way; at least every 90 days",
    },
    closingReason: { kind: "text", label: "Why it was closed", class: "internal" },
  },
});
