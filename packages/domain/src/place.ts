import { recordType } from "./record-type.ts";

/** A place of detention, or another place. Exact names and points lie in a `protected-note`, for a smaller circle. */
export const place = recordType({
  name: "place",
  label: { one: "Place", many: "Places" },
  help: "Where people are held or things happened: kind and district. The exact point is kept apart.",
  circle: 0,
  title: "type",
  state: "state",
  fields: {
    type: { kind: "choice", vocabulary: "place_types", label: "Kind", class: "public", required: true, minimum: true },
    typeWords: { kind: "text", label: "Kind, in the speaker's words", class: "sensitive", search: "words" },
    area: { kind: "place", label: "District", class: "sensitive", minimum: true },
    official: { kind: "yes-no", label: "Official place", class: "public" },
    institution: { kind: "link", to: ["institution"], label: "Run by", class: "sensitive" },
    runFrom: { kind: "date", label: "Run by them from", class: "sensitive" },
    runTo: { kind: "date", label: "Run by them until", class: "sensitive" },
    capacity: { kind: "number", least: 0, unit: "people", label: "Capacity", class: "public" },
    occupancy: { kind: "number", least: 0, unit: "people", label: "People held", class: "public" },
    occupancyOn: { kind: "date", label: "Counted on", class: "public" },
    countSource: { kind: "text", label: "Counted by", class: "public" },
    features: {
      kind: "text",
      long: true,
      label: "What a person noticed",
      class: "sensitive",
      search: "words",
      help: "Sounds, smells, colours, stairs",
    },
    access: {
      kind: "text",
      label: "Who may visit",
      class: "internal",
      help: "Preventive body, Red Cross, family; since when",
    },
    doctor: { kind: "yes-no", label: "A doctor was seen", class: "public" },
    register: { kind: "yes-no", label: "A register was seen", class: "public" },
    complaintBox: { kind: "yes-no", label: "A complaint box was seen", class: "public" },
    cameras: { kind: "yes-no", label: "Cameras were seen", class: "public" },
    state: { kind: "choice", vocabulary: "place_states", label: "How sure", class: "internal" },
  },
});
