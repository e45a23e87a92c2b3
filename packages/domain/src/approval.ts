import { recordType } from "./record-type.ts";

/** One member's decision on one dossier, named by its hash, with each condition of R-CON-3 and who vouches for it. */
export const approval = recordType({
  name: "approval",
  label: { one: "Approval", many: "Approvals" },
  help: "A member's decision on one exact dossier, condition by condition.",
  circle: 0,
  title: "decision",
  when: "on",
  case: "case",
  fields: {
    case: { kind: "link", to: ["case"], label: "Case", class: "internal", required: true },
    publication: { kind: "link", to: ["publication"], label: "Publication", class: "internal", required: true },
    dossierHash: { kind: "text", label: "Hash of the dossier", class: "internal", required: true },
    decision: {
      kind: "choice",
      vocabulary: "approval_decisions",
      label: "Decision",
      class: "internal",
      required: true,
    },
    member: { kind: "text", label: "Decided by", class: "internal", required: true, help: "The member's number" },
    on: { kind: "date", label: "On", class: "internal", required: true },
    conditions: {
      kind: "list",
      label: "Conditions",
      class: "internal",
      of: {
        condition: { kind: "choice", vocabulary: "publication_conditions", label: "Condition", class: "internal" },
        met: { kind: "yes-no", label: "Met", class: "internal" },
        notNeeded: { kind: "text", label: "Not needed, because", class: "internal" },
        by: { kind: "text", label: "Vouched for by", class: "internal" },
        on: { kind: "date", label: "On", class: "internal" },
      },
    },
    note: { kind: "text", long: true, label: "Note", class: "internal" },
  },
});
