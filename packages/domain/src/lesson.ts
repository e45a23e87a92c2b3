import { recordType } from "./record-type.ts";

/** What worked or failed, and under which conditions. A lesson of one case is not called a best practice. */
export const lesson = recordType({
  name: "lesson",
  label: { one: "Lesson", many: "Lessons" },
  help: "What worked or failed, why, and what not to copy.",
  circle: 0,
  title: "title",
  when: "asOf",
  state: "state",
  fields: {
    title: { kind: "text", label: "Title", class: "public", required: true, search: "words" },
    key: { kind: "text", label: "Key", class: "public", help: "Stable short name in the library" },
    kind: { kind: "choice", vocabulary: "lesson_kinds", label: "Kind", class: "public" },
    lesson: { kind: "text", long: true, label: "Lesson", class: "public", required: true, search: "words" },
    problem: { kind: "text", long: true, label: "Problem", class: "public", search: "words" },
    done: { kind: "text", long: true, label: "What was done", class: "public", search: "words" },
    changed: { kind: "text", long: true, label: "What changed, and why", class: "public", search: "words" },
    costs: { kind: "text", long: true, label: "Costs and risks", class: "public", search: "words" },
    caveat: { kind: "text", long: true, label: "What not to copy", class: "public", search: "words" },
    topics: { kind: "choices", vocabulary: "precedent_topics", label: "Topics", class: "public" },
    countries: { kind: "choices", vocabulary: "countries", label: "Where it may fit", class: "public" },
    precedents: { kind: "links", to: ["precedent"], label: "Precedents", class: "public" },
    precedentKeys: { kind: "texts", label: "Precedents of the library", class: "public" },
    strength: { kind: "choice", vocabulary: "lesson_strength", label: "Strength", class: "public" },
    sure: { kind: "choice", vocabulary: "confidence", label: "Sure of it", class: "public" },
    asOf: { kind: "date", label: "Known up to", class: "public", required: true },
    state: { kind: "choice", vocabulary: "lesson_states", label: "State", class: "internal" },
  },
});
