import { recordType } from "./record-type.ts";

/**
 * A human being known to the team, under a pseudonym.
 *
 * Names, birth dates, addresses and ways to reach them are an `identity`, kept for a smaller circle. Two people with one
 * name are never merged by a machine; a suspect who is also a survivor has two records.
 */
export const person = recordType({
  name: "person",
  label: { one: "Person", many: "People" },
  help: "Someone who survived, saw, helped or is suspected. Pseudonym here; the name lies in a smaller circle.",
  circle: 0,
  title: "pseudonym",
  state: "state",
  case: "cases",
  fields: {
    pseudonym: {
      kind: "text",
      label: "Pseudonym",
      class: "sensitive",
      required: true,
      minimum: true,
      search: "words",
      help: "Shown everywhere instead of a name",
    },
    cases: { kind: "links", to: ["case"], label: "Cases", class: "sensitive" },
    roles: { kind: "choices", vocabulary: "event_roles", label: "Roles", class: "sensitive", minimum: true },
    status: {
      kind: "choice",
      vocabulary: "victim_status",
      label: "Where they are now",
      class: "sensitive",
      minimum: true,
      help: "Still held or missing?",
    },
    statusWords: { kind: "text", label: "Where they are now, in words", class: "sensitive", search: "words" },
    statusAsOf: { kind: "date", label: "Known on", class: "sensitive" },
    wishes: {
      kind: "text",
      long: true,
      label: "What they want and do not want",
      class: "sensitive",
      search: "words",
      help: "In their words",
    },
    injured: { kind: "yes-no", label: "Injured now, needs care today", class: "sensitive", minimum: true },
    refuses: {
      kind: "choices",
      vocabulary: "vetoed_actions",
      label: "Refuses",
      class: "sensitive",
      help: "Their no is final",
    },
    ageBand: { kind: "choice", vocabulary: "age_bands", label: "Age band", class: "sensitive" },
    gender: { kind: "choice", vocabulary: "gender", label: "Gender", class: "sensitive", help: "As the person says" },
    genderWords: { kind: "text", label: "Gender, in their words", class: "sensitive" },
    nationality: { kind: "choice", vocabulary: "countries", label: "Nationality", class: "sensitive" },
    legalStatus: { kind: "text", label: "Legal status", class: "sensitive" },
    languages: { kind: "choices", vocabulary: "languages", label: "Languages understood", class: "sensitive" },
    needs: { kind: "choices", vocabulary: "vulnerability", label: "Needs", class: "sensitive" },
    needsWords: { kind: "text", label: "Needs, in words", class: "sensitive", search: "words" },
    area: { kind: "place", label: "Area", class: "sensitive", help: "District only" },
    occupation: { kind: "text", label: "Occupation", class: "sensitive", help: "General, if rare" },
    force: { kind: "choice", vocabulary: "perpetrator_types", label: "Force (if suspected)", class: "sensitive" },
    forceWords: { kind: "text", label: "Force, in the speaker's words", class: "sensitive", search: "words" },
    rank: { kind: "choice", vocabulary: "perpetrator_ranks", label: "Rank (if suspected)", class: "sensitive" },
    unit: { kind: "link", to: ["institution"], label: "Unit (if suspected)", class: "sensitive" },
    unitFrom: { kind: "date", label: "In the unit from", class: "sensitive" },
    unitTo: { kind: "date", label: "In the unit until", class: "sensitive" },
    suspectState: { kind: "choice", vocabulary: "suspect_states", label: "How far identified", class: "sensitive" },
    accountability: {
      kind: "choice",
      vocabulary: "perpetrator_accountability",
      label: "Held to account",
      class: "sensitive",
    },
    organisation: { kind: "text", label: "Organisation", class: "internal", search: "words" },
    conflictChecked: { kind: "yes-no", label: "Conflicts of interest checked", class: "internal" },
    state: { kind: "choice", vocabulary: "person_states", label: "State of the record", class: "internal" },
  },
});
