import { recordType } from "./record-type.ts";

/** A state body or one of its units. Units change names: what was true when is dated. */
export const institution = recordType({
  name: "institution",
  label: { one: "Institution", many: "Institutions" },
  help: "A police force, prison service, court, ministry or unit.",
  circle: 0,
  title: "name",
  when: "from",
  fields: {
    name: { kind: "text", label: "Name", class: "public", required: true, search: "words" },
    localName: { kind: "text", label: "Name in its own language", class: "public", search: "words" },
    type: { kind: "choice", vocabulary: "institution_types", label: "Kind", class: "public" },
    typeWords: { kind: "text", label: "Kind, in words", class: "public", search: "words" },
    parent: { kind: "link", to: ["institution"], label: "Part of", class: "public" },
    area: { kind: "place", label: "Area", class: "public" },
    from: { kind: "date", label: "Under this name from", class: "public" },
    to: { kind: "date", label: "Under this name until", class: "public" },
    mandate: { kind: "text", label: "Law that set it up", class: "public", search: "words" },
    complaintBody: { kind: "link", to: ["institution"], label: "Complaints go to", class: "public" },
    aliases: { kind: "texts", label: "What detainees call it", class: "sensitive", search: "words" },
    notes: { kind: "text", long: true, label: "Notes", class: "sensitive", search: "words" },
  },
});
