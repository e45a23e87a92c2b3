import { recordType } from "./record-type.ts";

/** What only few may read about something that many may see: the exact place, a file number, who gave a paper. */
export const protectedNote = recordType({
  name: "protected-note",
  label: { one: "Protected note", many: "Protected notes" },
  help: "Exact place, file number, source or security plan, for a smaller circle.",
  circle: 1,
  title: "about",
  case: "case",
  fields: {
    case: { kind: "link", to: ["case"], label: "Case", class: "sensitive" },
    about: {
      kind: "link",
      to: ["case", "place", "exhibit", "remedy-step", "incident", "act", "testimony", "consent", "institution"],
      label: "About",
      class: "sensitive",
      required: true,
    },
    exactPlace: { kind: "text", label: "Exact name, address or point", class: "restricted", search: "words" },
    layout: { kind: "links", to: ["exhibit"], label: "Sketch", class: "restricted" },
    references: { kind: "texts", label: "File and case numbers", class: "identifying", search: "words" },
    source: { kind: "text", label: "Obtained from", class: "restricted", search: "name" },
    lawfulBasis: { kind: "text", label: "Lawful basis", class: "restricted" },
    storage: { kind: "text", label: "Where the original lies", class: "restricted" },
    grounds: {
      kind: "choices",
      vocabulary: "discrimination_grounds",
      label: "Grounds of discrimination",
      class: "restricted",
    },
    groundsWords: { kind: "text", label: "Grounds, in words", class: "restricted" },
    securityPlan: { kind: "text", long: true, label: "Security plan", class: "restricted" },
    note: { kind: "text", long: true, label: "Note", class: "restricted", search: "words" },
  },
});
