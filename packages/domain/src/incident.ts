import { recordType } from "./record-type.ts";

/**
 * What happened in one stretch of time and place. HURIDOCS calls this an event.
 *
 * One incident may hold many acts and many people. Acts and people are counted from acts, never from incidents.
 */
export const incident = recordType({
  name: "incident",
  label: { one: "Incident", many: "Incidents" },
  help: "What happened, when and where. Who did what to whom are its acts and involvements.",
  circle: 0,
  title: "title",
  when: "start",
  state: "state",
  case: "case",
  fields: {
    case: { kind: "link", to: ["case"], label: "Case", class: "sensitive" },
    title: {
      kind: "text",
      label: "Title",
      class: "sensitive",
      required: true,
      search: "words",
      help: "Kind, district, month. No names.",
    },
    start: {
      kind: "date",
      label: "When, or from",
      class: "sensitive",
      minimum: true,
      help: "As exact as they know: 2019, 2019-03, 2019-03~, 2019-03-04",
    },
    end: { kind: "date", label: "Until", class: "sensitive" },
    whenWords: { kind: "text", label: "When, in their words", class: "sensitive", search: "words" },
    placeType: {
      kind: "choice",
      vocabulary: "place_types",
      label: "Kind of place",
      class: "sensitive",
      minimum: true,
    },
    area: { kind: "place", label: "District", class: "sensitive", minimum: true },
    placeWords: { kind: "text", label: "Where, in their words", class: "sensitive", search: "words" },
    place: { kind: "link", to: ["place"], label: "Place", class: "sensitive" },
    force: { kind: "choice", vocabulary: "perpetrator_types", label: "By whom", class: "sensitive", minimum: true },
    forceWords: { kind: "text", label: "By whom, in their words", class: "sensitive", search: "words" },
    narrative: { kind: "text", long: true, label: "What happened", class: "sensitive", search: "words" },
    contexts: { kind: "choices", vocabulary: "incident_contexts", label: "Context", class: "public" },
    category: { kind: "choice", vocabulary: "act_categories", label: "Our first view", class: "sensitive" },
    legalView: { kind: "choice", vocabulary: "act_categories", label: "A lawyer's view", class: "sensitive" },
    legalReasons: { kind: "text", long: true, label: "Reasons of the lawyer", class: "sensitive", search: "words" },
    peopleKnown: { kind: "number", least: 0, label: "People harmed, known", class: "internal" },
    peopleLeast: { kind: "number", least: 0, label: "People harmed, at least", class: "internal" },
    peopleMost: { kind: "number", least: 0, label: "People harmed, at most", class: "internal" },
    earlier: { kind: "links", to: ["incident"], label: "Follows", class: "sensitive" },
    authorityKnew: {
      kind: "date",
      label: "An authority knew on",
      class: "sensitive",
      help: "Visible injury before a judge or doctor, a death, a news report, a letter",
    },
    authorityKnewHow: { kind: "text", label: "How it knew", class: "sensitive", search: "words" },
    officialVersion: { kind: "text", long: true, label: "Official version", class: "sensitive", search: "words" },
    contradictions: {
      kind: "text",
      long: true,
      label: "Contradictions",
      class: "internal",
      help: "Both versions; they do not lower the rating by themselves",
    },
    reliability: {
      kind: "choice",
      vocabulary: "source_reliability",
      label: "Sources as a whole",
      class: "internal",
    },
    credibility: { kind: "choice", vocabulary: "information_credibility", label: "Information", class: "internal" },
    proof: { kind: "choice", vocabulary: "proof_standards", label: "Standard of proof reached", class: "internal" },
    state: { kind: "choice", vocabulary: "incident_states", label: "State", class: "internal" },
  },
});
