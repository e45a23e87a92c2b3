/** Which steps stand on which rights page, and the items of the checklist that each rests on. The words are in `words/`. */

export interface RightsPage {
  readonly key: "arrest" | "custody" | "complaint" | "doctor" | "lawyer" | "relative";
  readonly steps: readonly { readonly said: string; readonly from: readonly string[] }[];
}

export const rightsPages: readonly RightsPage[] = [
  {
    key: "arrest",
    steps: [
      { said: "right.reason", from: ["S.7"] },
      { said: "right.family", from: ["S.3"] },
      { said: "right.lawyer", from: ["S.1"] },
      { said: "right.doctor", from: ["S.2"] },
      { said: "right.silence", from: ["S.11", "C15.1"] },
      { said: "right.judge", from: ["S.5"] },
      { said: "right.remember", from: ["S.4", "C12.1"] },
    ],
  },
  {
    key: "custody",
    steps: [
      { said: "right.never", from: ["C2.1", "C2.2"] },
      { said: "right.register", from: ["S.4"] },
      { said: "right.not-secret", from: ["S.9"] },
      { said: "right.recording", from: ["S.6"] },
      { said: "right.habeas", from: ["S.8"] },
      { said: "right.extra", from: ["S.12"] },
      { said: "right.tell", from: ["S.13", "C13.1"] },
    ],
  },
  {
    key: "complaint",
    steps: [
      { said: "right.complain", from: ["C13.1", "S.13"] },
      { said: "right.investigate", from: ["C12.1", "C12.3"] },
      { said: "right.independent", from: ["C12.2"] },
      { said: "right.protect", from: ["C13.2"] },
      { said: "right.keep", from: ["C12.3", "S.14"] },
      { said: "right.exclude", from: ["C15.1", "C15.2"] },
      { said: "right.redress", from: ["C14.1", "C14.2", "C14.3"] },
      { said: "right.abroad", from: ["C13.1"] },
    ],
  },
  {
    key: "doctor",
    steps: [
      { said: "right.examined", from: ["S.2"] },
      { said: "right.private", from: ["S.2"] },
      { said: "right.record", from: ["S.14", "C12.3"] },
      { said: "right.consent", from: ["S.2"] },
      { said: "right.report", from: ["S.14"] },
      { said: "right.rehabilitation", from: ["C14.2"] },
    ],
  },
  {
    key: "lawyer",
    steps: [
      { said: "right.lawyer", from: ["S.1"] },
      { said: "right.aid", from: ["S.1"] },
      { said: "right.present", from: ["S.1", "S.6"] },
      { said: "right.confession", from: ["S.11", "C15.1", "C15.2"] },
      { said: "right.court", from: ["S.8", "S.5"] },
      { said: "right.return", from: ["C3.1", "C3.2"] },
    ],
  },
  {
    key: "relative",
    steps: [
      { said: "right.where", from: ["S.3", "S.4"] },
      { said: "right.write-down", from: ["C12.1"] },
      { said: "right.send-lawyer", from: ["S.1"] },
      { said: "right.for-another", from: ["C13.1"] },
      { said: "right.habeas", from: ["S.8"] },
      { said: "right.threats", from: ["C13.2"] },
      { said: "right.death", from: ["C12.1", "C12.2", "C14.3"] },
    ],
  },
];
