import { recordType } from "./record-type.ts";

/**
 * Who a pseudonym is, and how to reach them without harm. Read only in the smaller circle.
 *
 * Every value here is a protected string: a publication that holds one, in any script kept here, is refused.
 */
export const identity = recordType({
  name: "identity",
  label: { one: "Identity", many: "Identities" },
  help: "Names, numbers, addresses and safe contact of one person, for a smaller circle.",
  circle: 1,
  title: "person",
  fields: {
    person: { kind: "link", to: ["person"], label: "Person", class: "identifying", required: true },
    realName: { kind: "text", label: "Name", class: "identifying", search: "name" },
    otherNames: {
      kind: "texts",
      label: "Other names and spellings",
      class: "identifying",
      search: "name",
      help: "One a line, every script: these are kept out of publications",
    },
    nameHeard: { kind: "text", label: "Name heard (suspect)", class: "identifying", search: "name" },
    aliases: { kind: "texts", label: "Aliases", class: "identifying", search: "name" },
    badge: { kind: "text", label: "Badge number", class: "identifying", search: "words" },
    description: { kind: "text", long: true, label: "Description", class: "identifying" },
    birthDate: { kind: "date", label: "Date of birth", class: "identifying" },
    idNumbers: { kind: "texts", label: "Document numbers", class: "identifying", search: "words" },
    photos: { kind: "links", to: ["exhibit"], label: "Photographs", class: "identifying" },
    address: { kind: "text", label: "Exact address", class: "identifying" },
    safeContact: {
      kind: "text",
      label: "Safe way to reach them",
      class: "restricted",
      minimum: true,
      help: "A way that does not betray them to whoever holds the phone",
    },
    contactChannel: { kind: "choice", vocabulary: "contact_channels", label: "By", class: "restricted" },
    codeWord: { kind: "text", label: "Word to use", class: "restricted" },
    contactHours: { kind: "text", label: "When", class: "restricted" },
    whoMayAnswer: { kind: "text", label: "Who may answer", class: "restricted" },
    avoid: { kind: "text", label: "Never", class: "restricted", help: "Numbers, people and places to avoid" },
    hiding: { kind: "text", label: "Where they hide", class: "restricted" },
    kin: { kind: "text", long: true, label: "Next of kin, guardian or proxy", class: "identifying", search: "name" },
    kinAuthority: { kind: "links", to: ["exhibit"], label: "Paper that gives authority", class: "identifying" },
    grounds: {
      kind: "choices",
      vocabulary: "discrimination_grounds",
      label: "Grounds of discrimination",
      class: "restricted",
      help: "Only if part of the purpose or needed to protect",
    },
    groundsWords: { kind: "text", label: "Grounds, in their words", class: "restricted" },
    emergencyContact: { kind: "text", label: "Emergency contact", class: "restricted" },
  },
});
