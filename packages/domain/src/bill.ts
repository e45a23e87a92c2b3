import { recordType } from "./record-type.ts";
import { sourcedFields } from "./sourced-fields.ts";

/** A bill against torture, or a campaign for one, and the stages it went through. */
export const bill = recordType({
  name: "bill",
  label: { one: "Bill", many: "Bills" },
  help: "A law reform on torture: where it stands, stage by stage, each with its day and source.",
  circle: 0,
  title: "title",
  when: "asOf",
  fields: {
    title: { kind: "text", label: "Title", class: "public", required: true, search: "words" },
    state: { kind: "choice", vocabulary: "countries", label: "State", class: "public", required: true },
    sponsor: { kind: "text", label: "Brought in by", class: "public", search: "words", help: "An office or a party" },
    stages: {
      kind: "list",
      label: "Stages",
      class: "public",
      required: true,
      of: {
        stage: { kind: "choice", vocabulary: "reform_states", label: "Stage", class: "public" },
        on: { kind: "date", label: "On", class: "public" },
        note: { kind: "text", label: "Note", class: "public" },
        source: { kind: "text", label: "Source", class: "public" },
        sourceUrl: { kind: "text", label: "Address", class: "public" },
      },
    },
    note: { kind: "text", long: true, label: "Note", class: "public", search: "words" },
    allies: { kind: "text", long: true, label: "Allies", class: "internal" },
    opponents: { kind: "text", long: true, label: "Opponents and risks", class: "internal" },
    ...sourcedFields,
  },
});
