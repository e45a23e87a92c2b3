import { checkFields } from "@saksi/domain/check-fields";
import type { RecordId } from "@saksi/domain/id";
import { recordTypeNamed } from "@saksi/domain/record-types";
import { coverOf } from "@saksi/domain/rules/consent-cover";
import { useOf } from "@saksi/domain/use";
import { expect, test } from "vitest";
import { bareYes, type Conversation, consentDrafts, uses } from "./conversation.ts";

const today = "2026-11-22";
const idNumbered = (number: number) => `${"a".repeat(25)}${"abcdefgh"[number] ?? "z"}` as RecordId;
const counting = () => {
  let made = 0;
  return () => idNumbered(made++);
};
const asked: Conversation = {
  case: idNumbered(6),
  person: idNumbered(7),
  keep: "KEEP.YES",
  mode: undefined,
  language: undefined,
  understood: true,
  comprehension: true,
  inCustody: false,
  words: "",
  answers: {},
};
const report = uses.find(({ key }) => key === "report");
if (!report) throw new Error("no such use");
const yes = { ...bareYes, naming: "IL.2", where: "NP", months: 12, content: ["CC.FACTS"] } as const;

test("what was allowed covers that use, and nothing wider", () => {
  const drafts = consentDrafts({ ...asked, answers: { report: yes } }, { today, newId: counting(), earlier: [] });
  const grant = drafts.find(({ type }) => type === "grant");
  const covers = (name: "pseudonym" | "named", territory: string) =>
    coverOf(grant?.fields ?? {}, useOf(name, { purpose: "CP.REPORT", audience: "AU.PUBLIC", territory }), { today })
      .covers;
  expect(covers("pseudonym", "NP")).toBe("yes");
  expect(covers("named", "NP")).toBe("no");
  expect(covers("pseudonym", "WORLD")).toBe("no");
});

test("nobody is given a use they were not asked about", () => {
  expect(consentDrafts(asked, { today, newId: counting(), earlier: [] }).map(({ type }) => type)).toEqual(["consent"]);
});

test("a no after an earlier yes takes the earlier grant back in the same save", () => {
  const earlier = [{ id: idNumbered(5), purpose: "CP.REPORT" }];
  const drafts = consentDrafts(
    { ...asked, answers: { report: { given: "no" } } },
    { today, newId: counting(), earlier },
  );
  expect(drafts.map(({ fields }) => fields.state)).toEqual([undefined, "CT.REFUSED", "CT.WITHDRAWN"]);
  expect(drafts[2]).toMatchObject({ id: earlier[0]?.id, fields: { withdrawn: today, lastAnswer: "ANSWER.NO" } });
});

test("every record that a conversation makes fits its declaration", () => {
  const answers = { report: yes, media: { given: "no" } } as const;
  const drafts = consentDrafts({ ...asked, inCustody: undefined, answers }, { today, newId: counting(), earlier: [] });
  const stops = drafts.flatMap<unknown>(({ type, fields }) => {
    const declared = recordTypeNamed(type);
    return declared ? checkFields(declared, fields).filter(({ weight }) => weight === "stop") : [type];
  });
  expect(stops).toEqual([]);
});
