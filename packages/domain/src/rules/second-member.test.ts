import { expect, test } from "vitest";
import type { Signer } from "../case-file.ts";
import { type Looked, secondMember, type Written } from "./second-member.ts";

const [alia, badrul, chantha] = ["alia", "badrul", "chantha"].map((name) => ({
  member: `number of ${name}`,
  name,
})) as [Signer, Signer, Signer]; // three names, three people
const versions = ["v1", "v2"];
const yes: Looked = { versions, decision: "CONFIRM.YES", signers: [badrul] };
const written = (looked: readonly Looked[], changes: Partial<Written> = {}) =>
  secondMember({ versions, authors: [alia], isInConflict: false, looked, ...changes });

test("a fact counts once another member confirmed exactly what stands, in whatever order the versions are named", () => {
  expect(written([yes])).toEqual({ is: "confirmed", by: [badrul] });
  expect(written([{ ...yes, versions: ["v2", "v1", "v1"] }]).is).toBe("confirmed");
  expect(written([])).toEqual({ is: "waiting", why: "nobody-yet" });
});

test("whoever wrote any word that stands cannot confirm it", () => {
  expect(written([{ ...yes, signers: [alia] }])).toEqual({ is: "waiting", why: "own" });
  expect(written([yes], { authors: [alia, badrul] })).toEqual({ is: "waiting", why: "own" });
  expect(written([yes], { authors: [] })).toEqual({ is: "waiting", why: "own" });
  const again = { ...yes, signers: [{ member: "a second number", name: "ALIA" }] };
  expect(written([again])).toEqual({ is: "waiting", why: "own" });
});

test("after an edit the words want a new confirmation, and a confirmation of less or more is none", () => {
  expect(written([yes], { versions: ["v1", "v3"] })).toEqual({ is: "waiting", why: "edited-since" });
  expect(written([{ ...yes, versions: ["v1"] }]).is).toBe("waiting");
  expect(written([{ ...yes, versions: ["v1", "v2", "v3"] }]).is).toBe("waiting");
});

test("one member's no holds a fact until they take it back; a confirmation that two signed is nobody's", () => {
  const no: Looked = { ...yes, decision: "CONFIRM.NO", signers: [chantha] };
  expect(written([yes, no])).toEqual({ is: "refused", by: [chantha] });
  expect(written([yes, { ...no, decision: "CONFIRM.TAKENBACK" }]).is).toBe("confirmed");
  expect(written([{ ...yes, signers: [badrul, chantha] }])).toEqual({ is: "waiting", why: "nobody-yet" });
  expect(written([{ ...yes, decision: "CONFIRM.TAKENBACK" }])).toEqual({ is: "waiting", why: "nobody-yet" });
});

test("what stands in conflict cannot be confirmed before a person decided", () => {
  expect(written([yes], { isInConflict: true })).toEqual({ is: "waiting", why: "in-conflict" });
});
