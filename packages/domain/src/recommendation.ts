import { recordType } from "./record-type.ts";
import { sourcedFields } from "./sourced-fields.ts";

const gradeSources = {
  kind: "list",
  class: "public",
  of: {
    source: { kind: "text", label: "Source", class: "public" },
    sourceUrl: { kind: "text", label: "Address", class: "public" },
  },
} as const;

/**
 * What a body recommended to a state, and how far it was carried out, as graded by the Committee, by the alliance and by
 * a national institution: three grades in three fields, so that none is ever shown as another's (R-REC-1).
 */
export const recommendation = recordType({
  name: "recommendation",
  label: { one: "Recommendation", many: "Recommendations" },
  help: "What a body asked of a state, and how far it was done. The Committee's grade and ours stand apart.",
  circle: 0,
  title: "text",
  when: "on",
  fields: {
    text: {
      kind: "text",
      label: "What was recommended",
      class: "public",
      required: true,
      search: "words",
      help: "Short, in our own words",
    },
    state: { kind: "choice", vocabulary: "countries", label: "State", class: "public", required: true },
    from: { kind: "choice", vocabulary: "recommendation_sources", label: "By", class: "public", required: true },
    document: { kind: "text", label: "Document", class: "public", search: "words" },
    paragraph: { kind: "text", label: "Paragraph", class: "public" },
    on: { kind: "date", label: "On", class: "public" },
    followUp: { kind: "yes-no", label: "Chosen for follow-up", class: "public" },
    office: {
      kind: "text",
      label: "Responsible ministry or office",
      class: "public",
      search: "words",
      help: "An office, not a person",
    },
    deadline: { kind: "date", label: "To be done by", class: "public" },
    reply: { kind: "choice", vocabulary: "upr_responses", label: "Answer of the state", class: "public" },
    committeeGrade: {
      kind: "choice",
      vocabulary: "implementation_grades",
      label: "Grade of the Committee",
      class: "public",
      help: "Only what the Committee itself wrote",
    },
    committeeGradeOn: { kind: "date", label: "Graded by the Committee on", class: "public" },
    committeeSources: { ...gradeSources, label: "Where the Committee wrote it" },
    allianceGrade: {
      kind: "choice",
      vocabulary: "implementation_grades",
      label: "Grade of the alliance",
      class: "public",
      help: "Needs two sources",
    },
    allianceGradeOn: { kind: "date", label: "Graded by the alliance on", class: "public" },
    allianceSources: { ...gradeSources, label: "What the alliance's grade rests on" },
    allianceNote: { kind: "text", long: true, label: "Why the alliance grades so", class: "public", search: "words" },
    institutionGrade: {
      kind: "choice",
      vocabulary: "implementation_grades",
      label: "Grade of the national institution",
      class: "public",
    },
    institutionGradeOn: { kind: "date", label: "Graded by the institution on", class: "public" },
    institutionSources: { ...gradeSources, label: "Where the institution wrote it" },
    ...sourcedFields,
  },
});
