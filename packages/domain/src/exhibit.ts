import { recordType } from "./record-type.ts";

/**
 * One piece of evidence with its file, where it came from and through whose hands it went.
 *
 * The original is never edited; a redacted or translated copy is a new exhibit that names this one.
 */
export const exhibit = recordType({
  name: "exhibit",
  label: { one: "Exhibit", many: "Exhibits" },
  help: "A photograph, paper, recording or object, with its chain of custody.",
  circle: 0,
  title: "title",
  when: "collected",
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
      help: "What it is. No names.",
    },
    file: { kind: "file", label: "File", class: "sensitive" },
    type: { kind: "choice", vocabulary: "evidence_types", label: "Kind", class: "sensitive" },
    description: { kind: "text", long: true, label: "Description", class: "sensitive", search: "words" },
    alternative: {
      kind: "text",
      label: "For those who cannot see it",
      class: "sensitive",
      search: "words",
      help: "One sentence, no names",
    },
    language: { kind: "choice", vocabulary: "languages", label: "Language", class: "sensitive" },
    collected: { kind: "date", label: "Made or collected", class: "sensitive" },
    collector: { kind: "text", label: "Collected by", class: "internal" },
    device: { kind: "text", label: "Device", class: "internal" },
    original: { kind: "yes-no", label: "Original", class: "internal" },
    derivedFrom: { kind: "link", to: ["exhibit"], label: "Made from", class: "internal" },
    supports: {
      kind: "links",
      to: ["incident", "act", "testimony", "remedy-step"],
      label: "Supports",
      class: "sensitive",
    },
    contradicts: {
      kind: "links",
      to: ["incident", "act", "testimony", "remedy-step"],
      label: "Contradicts",
      class: "sensitive",
    },
    showsPeople: { kind: "links", to: ["person"], label: "Shows or names", class: "sensitive" },
    reliability: { kind: "choice", vocabulary: "source_reliability", label: "Source", class: "internal" },
    credibility: { kind: "choice", vocabulary: "information_credibility", label: "Information", class: "internal" },
    verification: { kind: "choices", vocabulary: "verification_steps", label: "Checks done", class: "internal" },
    admissibility: { kind: "choices", vocabulary: "admissibility_flags", label: "For a court", class: "internal" },
    harmful: { kind: "yes-no", label: "Hard to look at", class: "internal", help: "Stays covered until opened" },
    custody: {
      kind: "list",
      label: "Chain of custody",
      class: "internal",
      of: {
        action: { kind: "choice", vocabulary: "custody_actions", label: "What", class: "internal" },
        on: { kind: "date", label: "When", class: "internal" },
        from: { kind: "text", label: "From", class: "internal" },
        to: { kind: "text", label: "To", class: "internal" },
        why: { kind: "text", label: "Why", class: "internal" },
      },
    },
    returnWishes: { kind: "text", label: "What the owner wants done with it", class: "sensitive" },
    state: { kind: "choice", vocabulary: "exhibit_states", label: "State", class: "internal" },
  },
});
