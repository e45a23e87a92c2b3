import { expect, test } from "vitest";
import {
  aCaseFile,
  aConsent,
  aGrant,
  anIdentity,
  aPerson,
  aUse,
  exampleId,
  exampleToday as today,
} from "../example.ts";
import { useOf } from "../use.ts";
import { useGate } from "./use-gate.ts";

const where = { purpose: "CP.PUBCASE", audience: "AU.PUBLIC" };
const reasons = (file = aCaseFile(), use = aUse()) => useGate({ file, use, today }).map(({ reason }) => reason);
const missing = (file = aCaseFile(), use = aUse()) => useGate({ file, use, today })[0]?.facts?.missing;

test("a use that every person allowed goes ahead", () => {
  expect(reasons()).toEqual([]);
});

test("a named use is refused where one survivor allowed only a pseudonym, and says whose", () => {
  const [finding] = useGate({ file: aCaseFile(), use: useOf("named", where), today });
  expect(finding).toMatchObject({ rule: "R-CON-2", weight: "hard", at: exampleId("person"), reason: "not-covered" });
  expect(finding?.facts).toMatchObject({ grant: exampleId("grant"), missing: ["named-less"] });
});

test("one person without a grant stops the use for all", () => {
  const witness = aPerson({ id: exampleId("witness"), roles: ["RO.WITNESS"] });
  expect(useGate({ file: aCaseFile(witness), use: aUse(), today })).toMatchObject([
    { at: witness.id, reason: "no-grant" },
  ]);
});

test("staff, lawyers and clinicians count as persons; suspects are not asked", () => {
  const of = (role: string) => reasons(aCaseFile(aPerson({ id: exampleId("other"), roles: [role] })));
  expect(of("RO.LAWYER")).toEqual(["no-grant"]);
  expect(of("RO.CLINICIAN")).toEqual(["no-grant"]);
  expect(of("RO.SUSPECT")).toEqual([]);
});

test("someone without a known role is asked", () => {
  expect(reasons(aCaseFile(aPerson({ id: exampleId("other"), roles: [] })))).toEqual(["no-grant"]);
});

test("someone who is named to be in it but is not in the file stops it", () => {
  const people = [exampleId("nobody")];
  expect(useGate({ file: aCaseFile(), use: aUse(), today, people })).toMatchObject([{ reason: "person-not-found" }]);
});

test("a grant whose conversation was not understood, or is missing, is none", () => {
  expect(missing(aCaseFile(aConsent({ understood: false })))).toContain("language-not-understood");
  expect(missing(aCaseFile(aConsent({ comprehension: { unknown: "not-asked" } })))).toContain("not-said-back");
  expect(reasons(aCaseFile(aGrant({ consent: exampleId("lost") })))).toEqual(["not-covered"]);
  expect(missing(aCaseFile(aConsent({ person: exampleId("other") })))).toEqual(["other-conversation"]);
});

test("consent given in custody reaches only protective and UN-confidential uses until confirmed after release", () => {
  const held = { inCustody: true };
  expect(missing(aCaseFile(aConsent(held)))).toEqual(["given-in-custody"]);
  expect(reasons(aCaseFile(aConsent({ ...held, reconfirmed: "2026-10-01" })))).toEqual([]);
  const toUn = aGrant({ purpose: "CP.UNSP", audiences: ["AU.UNCONF"] });
  expect(reasons(aCaseFile(aConsent(held), toUn), aUse({ purpose: "CP.UNSP", audience: "AU.UNCONF" }))).toEqual([]);
});

test("for the dead and the missing, kin or proxy decide", () => {
  const dead = aPerson({ status: "VS.DEAD" });
  expect(missing(aCaseFile(dead))).toEqual(["not-by-kin-or-proxy"]);
  expect(reasons(aCaseFile(dead, aConsent({ giver: "GIVER.KIN" })))).toEqual([]);
});

test("a child is never published above IL.1, and needs guardian, assent and best interest", () => {
  const child = aPerson({ ageBand: "AG.1" });
  expect(reasons(aCaseFile(child))).toContain("child-above-il1");
  expect(missing(aCaseFile(child), aUse({ identityLevel: "IL.1" }))).toEqual(["not-by-guardian"]);
  const guarded = aConsent({ giver: "GIVER.GUARDIAN", assent: true, bestInterest: "Made-up reason." });
  expect(reasons(aCaseFile(child, guarded), aUse({ identityLevel: "IL.1" }))).toEqual([]);
});

test("who was a child when it happened stays protected as an adult", () => {
  expect(reasons(aCaseFile(anIdentity({ birthDate: "2009-01-01" })))).toContain("child-above-il1");
  expect(reasons(aCaseFile(anIdentity({ birthDate: "1990" })))).toEqual([]);
});

test("an unknown age stops a publication above IL.1", () => {
  const file = aCaseFile(aPerson({ ageBand: { unknown: "not-asked" } }));
  expect(useGate({ file, use: aUse(), today })).toMatchObject([{ reason: "age-not-known", weight: "stop" }]);
  expect(reasons(file, aUse({ identityLevel: "IL.1" }))).toEqual([]);
});

test("a person's no is final, whatever they granted, also where two writings stand", () => {
  expect(reasons(aCaseFile(aPerson({ refuses: ["ACTION.PUBLISH"] })))).toEqual(["refused"]);
  const torn = { ...aPerson(), standing: { refuses: [["ACTION.ALL"], []] } };
  expect(reasons(aCaseFile(torn))).toEqual(["refused"]);
  expect(reasons(aCaseFile(aPerson({ refuses: ["ACTION.FILE"] })))).toEqual([]);
});

test("where two writings of a grant stand, the narrower holds", () => {
  const torn = { ...aGrant(), standing: { identityLevel: ["IL.2", "IL.1"] } };
  expect(missing(aCaseFile(torn))).toEqual(["named-less"]);
});

test("a file without anyone to ask is no permission", () => {
  const file = { case: exampleId("case"), records: [] };
  expect(useGate({ file, use: aUse(), today })).toMatchObject([
    { at: file.case, reason: "nobody-asked", weight: "hard" },
  ]);
});

test("what was refused stays refused until a later yes; refusing more does not refuse less", () => {
  const no = (fields: Parameters<typeof aGrant>[0]) => aGrant({ id: exampleId("no"), state: "CT.REFUSED", ...fields });
  expect(useGate({ file: aCaseFile(no({})), use: aUse(), today })).toMatchObject([
    { rule: "R-DNH-1", reason: "said-no", facts: { grant: exampleId("no") } },
  ]);
  const earlier = aConsent({ id: exampleId("earlier"), held: "2026-01" });
  expect(reasons(aCaseFile(earlier, no({ consent: earlier.id })))).toEqual([]);
  expect(reasons(aCaseFile(no({ identityLevel: "IL.5" })))).toEqual([]);
  expect(reasons(aCaseFile(no({ content: ["CC.IMAGE"] })))).toEqual([]);
  expect(reasons(aCaseFile(no({ audiences: ["AU.UNGOV"] })))).toEqual([]);
  expect(reasons(aCaseFile(no({ identityLevel: null, audiences: null, content: null, territory: null })))).toEqual([
    "said-no",
  ]);
});
