import { recordType } from "./record-type.ts";

/**
 * One member's decision on the exact words of a fact that others wrote. It names the versions that stood when they
 * looked: after any later edit it counts for nothing. Who decided is read from the signature, never from a field.
 */
export const confirmation = recordType({
  name: "confirmation",
  label: { one: "Confirmation", many: "Confirmations" },
  help: "A second member looked at the source of a fact and says whether it shows it.",
  circle: 0,
  title: "decision",
  when: "on",
  fields: {
    about: {
      kind: "link",
      to: ["fact", "bill", "recommendation", "commitment"],
      label: "What was looked at",
      class: "internal",
      required: true,
    },
    versions: {
      kind: "texts",
      label: "Versions looked at",
      class: "internal",
      required: true,
      help: "All that stand, of any field: saksi get ID --json names them",
    },
    decision: {
      kind: "choice",
      vocabulary: "confirmation_decisions",
      label: "Decision",
      class: "internal",
      required: true,
    },
    on: { kind: "date", label: "On", class: "internal", required: true },
    note: { kind: "text", long: true, label: "Note", class: "internal", search: "words" },
  },
});
