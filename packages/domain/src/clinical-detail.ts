import { recordType } from "./record-type.ts";

/**
 * What an examination found, and care that followed. Read only in the smaller circle.
 *
 * A degree of consistency is a clinician's, chosen for each finding with a reason; it is never computed (Istanbul
 * Protocol, 2022). No marks does not mean no torture.
 */
export const clinicalDetail = recordType({
  name: "clinical-detail",
  label: { one: "Clinical detail", many: "Clinical details" },
  help: "Findings of an examination, body map and care, for a smaller circle.",
  circle: 1,
  title: "layer",
  when: "examined",
  case: "case",
  fields: {
    case: { kind: "link", to: ["case"], label: "Case", class: "sensitive" },
    person: { kind: "link", to: ["person"], label: "Person", class: "sensitive", required: true },
    layer: {
      kind: "choice",
      vocabulary: "evaluation_layers",
      label: "Screening or evaluation",
      class: "sensitive",
      required: true,
    },
    examined: { kind: "date", label: "Examined on", class: "restricted" },
    examiner: { kind: "text", label: "Examined by", class: "identifying" },
    setting: { kind: "text", label: "Setting, restraints, people present", class: "restricted" },
    history: { kind: "text", long: true, label: "History", class: "restricted", search: "words" },
    symptoms: { kind: "choices", vocabulary: "symptoms", label: "Symptoms", class: "restricted" },
    symptomWords: { kind: "text", long: true, label: "Symptoms, in their words", class: "restricted", search: "words" },
    marks: { kind: "body-map", label: "Marks on the body", class: "restricted" },
    findings: {
      kind: "list",
      label: "Findings",
      class: "restricted",
      of: {
        region: { kind: "choice", vocabulary: "body_regions", label: "Region", class: "restricted" },
        type: { kind: "choice", vocabulary: "injury_types", label: "Injury", class: "restricted" },
        description: { kind: "text", long: true, label: "Description", class: "restricted" },
        cause: { kind: "text", label: "Cause, in the person's words", class: "restricted" },
        otherCauses: { kind: "text", label: "Other causes considered", class: "restricted" },
        consistency: { kind: "choice", vocabulary: "consistency_scale", label: "Consistency", class: "restricted" },
        reason: { kind: "text", label: "Reason", class: "restricted" },
      },
    },
    mind: {
      kind: "choices",
      vocabulary: "psychological_findings",
      label: "Psychological findings",
      class: "restricted",
    },
    mindWords: { kind: "text", long: true, label: "Psychological findings, in words", class: "restricted" },
    opinion: { kind: "choice", vocabulary: "consistency_scale", label: "Overall opinion", class: "restricted" },
    opinionReasons: { kind: "text", long: true, label: "Reasons and limits", class: "restricted" },
    photos: { kind: "links", to: ["exhibit"], label: "Photographs", class: "restricted" },
    care: { kind: "text", long: true, label: "Care, referrals, rehabilitation", class: "restricted" },
    careNeeded: { kind: "yes-no", label: "Needs care today", class: "restricted" },
  },
});
