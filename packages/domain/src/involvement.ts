import { recordType } from "./record-type.ts";

/** That a person or a unit had a part in an incident or an act: which part, who says so, how sure. */
export const involvement = recordType({
  name: "involvement",
  label: { one: "Involvement", many: "Involvements" },
  help: "Who had which part in what happened, who says so, and how sure.",
  circle: 0,
  title: "role",
  case: "case",
  fields: {
    case: { kind: "link", to: ["case"], label: "Case", class: "sensitive" },
    who: { kind: "link", to: ["person", "institution"], label: "Who", class: "sensitive" },
    what: { kind: "link", to: ["incident", "act"], label: "In what", class: "sensitive", required: true },
    role: { kind: "choice", vocabulary: "event_roles", label: "Role", class: "sensitive", required: true },
    roleWords: { kind: "text", label: "Role, in the speaker's words", class: "sensitive", search: "words" },
    degree: { kind: "choice", vocabulary: "involvement_degree", label: "Degree", class: "sensitive" },
    force: { kind: "choice", vocabulary: "perpetrator_types", label: "Force", class: "sensitive" },
    rank: { kind: "choice", vocabulary: "perpetrator_ranks", label: "Rank", class: "sensitive" },
    unit: { kind: "link", to: ["institution"], label: "Unit", class: "sensitive" },
    uniform: { kind: "text", label: "Uniform", class: "sensitive", search: "words" },
    vehicle: { kind: "text", label: "Vehicle", class: "sensitive", search: "words", help: "No plate number here" },
    weapon: { kind: "text", label: "Weapon", class: "sensitive", search: "words" },
    accent: { kind: "text", label: "Language or accent", class: "sensitive", search: "words" },
    basis: { kind: "choices", vocabulary: "identification_basis", label: "Recognised by", class: "sensitive" },
    procedure: {
      kind: "text",
      long: true,
      label: "How recognition was done",
      class: "sensitive",
      help: "Who showed what, how many others, nothing suggested",
    },
    certainty: {
      kind: "choice",
      vocabulary: "information_credibility",
      label: "How sure",
      class: "internal",
    },
    reliability: { kind: "choice", vocabulary: "source_reliability", label: "Source", class: "internal" },
    sources: { kind: "links", to: ["testimony", "exhibit"], label: "Who says so", class: "sensitive" },
  },
});
