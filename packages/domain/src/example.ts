/** The made-up case that every test shares. Nobody here exists; nothing here happened. Change only what matters. */

import type { CaseFile, CaseRecord, Signer } from "./case-file.ts";
import type { RecordId } from "./id.ts";
import type { Use } from "./use.ts";
import type { Fields } from "./value.ts";

/** The day on which the made-up case is read. */
export const exampleToday = "2026-11-21";

/** A readable made-up id: `exampleId("case")` is `caseaaaaaaaaaaaaaaaaaaaaaa`. */
export const exampleId = (name: string): RecordId =>
  name
    .toLowerCase()
    .replace(/[^a-z2-7]/g, "")
    .slice(0, 26)
    .padEnd(26, "a") as RecordId;

/** What a test may change: the id, any field. */
export type Changes = Fields & {
  readonly id?: RecordId;
};

const record = (type: string, fields: Fields, { id, ...changes }: Changes): CaseRecord => ({
  id: id ?? exampleId(type),
  type,
  fields: { ...fields, ...changes },
});

/** A made-up member: `aSigner("member-one")` is called *Made-up one*. */
export const aSigner = (member: string, name = member.replace("member-", "Made-up ")): Signer => ({ member, name });

/** The same record, signed by these members. */
export const signedBy = (made: CaseRecord, ...members: readonly string[]): CaseRecord => ({
  ...made,
  signers: members.map((member) => aSigner(member)),
});

export const aCase = (changes: Changes = {}): CaseRecord =>
  record(
    "case",
    {
      title: "Made-up example: custody in a lake district",
      code: "MY-7F3Q",
      wishes: "To be believed, and not to be named.",
      state: "CASE.ACTIVE",
      triage: "TRIAGE.NORMAL",
      risk: "RL.1",
      riskAssessed: "2026-11-01",
      opened: "2026-09-01",
      lastAction: "2026-11-10",
      lastTold: "2026-11-10",
    },
    changes,
  );

export const aPerson = (changes: Changes = {}): CaseRecord =>
  record(
    "person",
    {
      pseudonym: "Quiet River",
      cases: [exampleId("case")],
      roles: ["RO.VICTIM"],
      status: "VS.FREE",
      ageBand: "AG.4",
      gender: "GE.W",
      languages: ["ms"],
    },
    changes,
  );

export const anIdentity = (changes: Changes = {}): CaseRecord =>
  record(
    "identity",
    { person: exampleId("person"), realName: "Madeup Person Example", otherNames: ["Contoh Rekaan"] },
    changes,
  );

export const anIncident = (changes: Changes = {}): CaseRecord =>
  record(
    "incident",
    {
      case: exampleId("case"),
      title: "Made-up beating, lake district, March 2026",
      start: "2026-03",
      placeType: "PL.POLICE",
      area: { country: "MY", district: "Made-up Lake" },
      force: "PT.POLICE.CRIM",
      state: "INCIDENT.DESCRIBED",
    },
    changes,
  );

export const anAct = (changes: Changes = {}): CaseRecord =>
  record(
    "act",
    {
      case: exampleId("case"),
      incident: exampleId("incident"),
      victim: exampleId("person"),
      methods: ["TM.BLUNT.SOLE"],
      methodWords: "They beat the soles of my feet.",
      start: "2026-03-14",
    },
    changes,
  );

export const anInvolvement = (changes: Changes = {}): CaseRecord =>
  record(
    "involvement",
    {
      case: exampleId("case"),
      who: exampleId("person"),
      what: exampleId("incident"),
      role: "RO.VICTIM",
      certainty: "IC.2",
    },
    changes,
  );

export const aTestimony = (changes: Changes = {}): CaseRecord =>
  record(
    "testimony",
    {
      case: exampleId("case"),
      witness: exampleId("person"),
      teller: "RO.VICTIM",
      incidents: [exampleId("incident")],
      summary: "Made-up account of two nights",
      account: "This account is made up. They kept me two nights and asked the same thing.",
      language: "en",
      heard: "2026-09-02",
      state: "TESTIMONY.CONFIRMED",
    },
    changes,
  );

export const anExhibit = (changes: Changes = {}): CaseRecord =>
  record(
    "exhibit",
    { case: exampleId("case"), title: "Made-up photograph of a foot", type: "EV.PHOTO", collected: "2026-03-20" },
    changes,
  );

export const aConsent = (changes: Changes = {}): CaseRecord =>
  record(
    "consent",
    {
      case: exampleId("case"),
      person: exampleId("person"),
      keep: "KEEP.YES",
      held: "2026-09-02",
      giver: "GIVER.SELF",
      capacity: "CY.FULL",
      mode: "CM.ORALWIT",
      language: "ms",
      understood: true,
      comprehension: true,
      inCustody: false,
      summaryLeft: true,
    },
    changes,
  );

/** A grant that covers `aUse()`. */
export const aGrant = (changes: Changes = {}): CaseRecord =>
  record(
    "grant",
    {
      case: exampleId("case"),
      consent: exampleId("consent"),
      person: exampleId("person"),
      purpose: "CP.PUBCASE",
      audiences: ["AU.PUBLIC"],
      identityLevel: "IL.2",
      content: ["CC.FACTS", "CC.WORDS"],
      territory: ["WORLD"],
      from: "2026-09-02",
      until: "2027-09-02",
      conditions: [],
      lastAsked: "2026-11-10",
      lastAnswer: "ANSWER.YES",
      state: "CT.ACTIVE",
    },
    changes,
  );

export const aRemedyStep = (changes: Changes = {}): CaseRecord =>
  record(
    "remedy-step",
    { case: exampleId("case"), step: "RS.COMPLAINT", on: "2026-04-01", doneBy: "BY.LAWYER", state: "STEP.MADE" },
    changes,
  );

export const aPassage = (changes: Changes = {}): CaseRecord =>
  signedBy(
    record(
      "passage",
      {
        case: exampleId("case"),
        heading: "Made-up passage",
        text: "A made-up woman was kept for two nights and beaten on the soles of her feet.",
        language: "en",
        origin: "ORIGIN.WRITTEN",
        people: [exampleId("person")],
        sources: [exampleId("testimony")],
        content: ["CC.FACTS"],
        identityLevel: "IL.2",
        purposes: ["CP.PUBCASE"],
        audiences: ["AU.PUBLIC"],
        clearedBy: "member-one",
        clearedOn: "2026-11-12",
        readToPerson: true,
      },
      changes,
    ),
    "member-one",
  );

export const aPublication = (changes: Changes = {}): CaseRecord =>
  signedBy(
    record(
      "publication",
      {
        case: exampleId("case"),
        title: "Made-up brief",
        kind: "PK.CASE",
        identityLevel: "IL.2",
        purpose: "CP.PUBCASE",
        audience: "AU.PUBLIC",
        territory: "WORLD",
        language: "en",
        summary: "A made-up summary.",
        passages: [exampleId("passage")],
        author: "member-one",
        state: "EP.DRAFT",
      },
      changes,
    ),
    "member-one",
  );

const allMet = [
  "PC.FRESH",
  "PC.READ",
  "PC.IDENT",
  "PC.RISK",
  "PC.LEGAL",
  "PC.MEDICAL",
  "PC.FACTS",
  "PC.REPLY",
  "PC.RECALL",
];

/** An approval by another member than the author, every condition met. */
export const anApproval = (changes: Changes = {}): CaseRecord =>
  signedBy(
    record(
      "approval",
      {
        case: exampleId("case"),
        publication: exampleId("publication"),
        dossierHash: "00".repeat(32),
        decision: "DECISION.APPROVED",
        member: "member-two",
        on: "2026-11-20",
        conditions: allMet.map((condition) => ({ condition, met: true, by: "member-two", on: "2026-11-20" })),
      },
      changes,
    ),
    "member-two",
  );

/** A brief for everyone, by pseudonym. */
export const aUse = (changes: Partial<Use> = {}): Use => ({
  purpose: "CP.PUBCASE",
  audience: "AU.PUBLIC",
  identityLevel: "IL.2",
  territory: "WORLD",
  content: ["CC.FACTS"],
  ...changes,
});

/** The made-up case of one survivor who allowed a brief by pseudonym; more records replace those of the same id. */
export function aCaseFile(...changed: readonly CaseRecord[]): CaseFile {
  const usual = [
    aCase(),
    aPerson(),
    anIdentity(),
    anIncident(),
    anAct(),
    anInvolvement(),
    aTestimony(),
    aConsent(),
    aGrant(),
  ];
  const byId = new Map([...usual, ...changed].map((each) => [each.id, each]));
  return { case: exampleId("case"), records: [...byId.values()] };
}
