import { expect, test } from "vitest";
import type { CaseRecord } from "../case-file.ts";
import { addDays } from "../day.ts";
import {
  aCase,
  aCaseFile,
  aGrant,
  anApproval,
  aPassage,
  aPublication,
  aSigner,
  aUse,
  exampleId,
  signedBy,
  exampleToday as today,
} from "../example.ts";
import { asRows } from "../field-values.ts";
import { publicationGate } from "./publication-gate.ts";

const gate = (...changed: readonly CaseRecord[]) =>
  publicationGate({
    file: aCaseFile(aPublication(), aPassage(), anApproval(), ...changed),
    publication: exampleId("publication"),
    use: aUse(),
    dossierHash: "00".repeat(32),
    passages: [exampleId("passage")],
    makers: [],
    today,
  }).map(({ reason }) => reason);

const conditions = (changed: Readonly<Record<string, object | undefined>>) =>
  anApproval({
    conditions: asRows(anApproval().fields.conditions).flatMap((row) => {
      const name = String(row.condition);
      if (!(name in changed)) return [row];
      return changed[name] === undefined ? [] : [{ condition: name, ...changed[name] }];
    }),
  });

test("a dossier that another member approved with every condition is cleared", () => {
  expect(gate()).toEqual([]);
});

test("without an approval it is a draft", () => {
  expect(gate(anApproval({ publication: exampleId("other") }))).toEqual(["not-approved"]);
});

test("an approval of another dossier does not carry over", () => {
  expect(gate(anApproval({ dossierHash: "11".repeat(32) }))).toEqual(["other-dossier"]);
});

test("an author cannot approve their own text, whatever the approval says of itself", () => {
  expect(gate(signedBy(anApproval(), "member-one"))).toEqual(["author-is-approver"]);
  expect(gate(signedBy(anApproval({ member: "member-two" }), "member-one"))).toEqual(["author-is-approver"]);
});

test("who wrote or cleared a passage that enters is an author, who wrote one that does not is none", () => {
  expect(gate(signedBy(aPassage(), "member-one", "member-two"))).toEqual(["author-is-approver"]);
  expect(gate(signedBy(aPassage({ id: exampleId("other") }), "member-two"))).toEqual([]);
});

test("who wrote any of the publication once is an author for good", () => {
  expect(gate(signedBy(aPublication(), "member-one", "member-two"))).toEqual(["author-is-approver"]);
});

test("somebody who was let in twice does not approve their own text under their other number", () => {
  const twice = (name: string) => ({ ...anApproval(), signers: [aSigner("member-nine", name)] });
  expect(gate(twice("Made-up one"))).toEqual(["author-is-approver"]);
  expect(gate(twice("  ONE, máde up "))).toEqual(["author-is-approver"]);
  expect(gate(twice("Somebody else"))).toEqual([]);
  expect(gate({ ...twice(""), id: exampleId("approval") })).toEqual([]);
});

test("an approval that two members wrote, or of which no signer is known, is nobody's", () => {
  expect(gate(signedBy(anApproval(), "member-two", "member-three"))).toEqual(["author-is-approver"]);
  expect(gate(signedBy(anApproval()))).toEqual(["author-is-approver"]);
});

test("where nobody knows who wrote the text, nobody is told from its author", () => {
  expect(gate(signedBy(aPublication()))).toEqual(["author-is-approver"]);
  expect(gate(signedBy(aPassage()))).toEqual(["author-is-approver"]);
});

test("a refusal of this dossier outweighs an approval", () => {
  expect(gate(anApproval({ id: exampleId("second"), decision: "DECISION.TAKENBACK" }))).toEqual(["taken-back"]);
});

test("each condition is recorded, met, and vouched for by someone on a day", () => {
  expect(gate(conditions({ "PC.LEGAL": undefined }))).toEqual(["condition-missing"]);
  expect(gate(conditions({ "PC.LEGAL": { met: false, by: "x", on: "2026-11-20" } }))).toEqual(["condition-not-met"]);
  expect(gate(conditions({ "PC.LEGAL": { met: true } }))).toEqual(["condition-missing"]);
  expect(gate(conditions({ "PC.LEGAL": { met: true, by: "x", on: "2027-01-01" } }))).toEqual(["condition-missing"]);
});

test("only a reply or a clinician can be not needed, with a reason", () => {
  expect(gate(conditions({ "PC.MEDICAL": { notNeeded: "No health facts." } }))).toEqual([]);
  expect(gate(conditions({ "PC.LEGAL": { notNeeded: "No time." } }))).toEqual(["condition-not-met"]);
});

test("silence is no", () => {
  expect(gate(aGrant({ lastAnswer: "ANSWER.SILENCE" }))).toEqual(["answered-no"]);
});

test("an old answer is asked again", () => {
  const oldVouch = conditions({ "PC.FRESH": { met: true, by: "x", on: "2026-09-20" } });
  expect(gate(oldVouch, aGrant({ lastAsked: "2026-09-20" }))).toEqual(["answer-not-fresh"]);
});

test("critical risk stops everything; an old or missing assessment counts as high", () => {
  expect(gate(aCase({ risk: "RL.4" }))).toContain("risk-critical");
  expect(gate(aCase({ riskAssessed: "2026-01-01" }))).toContain("risk-not-current");
  expect(gate(aCase({ risk: { unknown: "not-known" } }))).toContain("risk-not-current");
});

test("what the use gate refuses is refused here too", () => {
  expect(gate(aGrant({ state: "CT.WITHDRAWN" }))).toContain("not-covered");
});

test("an approval that two devices wrote differently is none until a person decides", () => {
  const torn = (field: string, other: string) => ({
    ...anApproval(),
    standing: { [field]: [anApproval().fields[field] ?? null, other] },
  });
  expect(gate(torn("decision", "DECISION.REFUSED"))).toEqual(["taken-back"]);
  expect(gate(torn("dossierHash", "11".repeat(32)))).toEqual(["other-dossier"]);
});

test("a day written where it is tomorrow already counts; a day farther ahead is no day yet", () => {
  const on = (day: string) => ({ met: true, by: "member-two", on: day });
  const risk = (day: string) => gate(aCase({ riskAssessed: day }));
  expect(gate(conditions({ "PC.LEGAL": on(addDays(today, 1)) }))).toEqual([]);
  expect(gate(conditions({ "PC.LEGAL": on(addDays(today, 2)) }))).toEqual(["condition-missing"]);
  expect(risk(addDays(today, 1))).toEqual([]);
  expect(risk(addDays(today, 2))).toEqual(["risk-not-current"]);
});
