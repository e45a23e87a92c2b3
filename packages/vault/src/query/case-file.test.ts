import type { CaseFile } from "@saksi/domain/case-file";
import { expect, test } from "vitest";
import type { Vault } from "../port.ts";
import { anId, aSpace, opened, type Said, someTables, versionIn } from "../projection/projection.example.ts";
import { caseFileOf } from "./case-file.ts";

let position = 0;

/** The case file of "a" in the office, out of what members said in this order. */
async function fileOf(...said: readonly Said[]): Promise<CaseFile> {
  const file = await caseFileOf(vaultOf(...said), anId("a"), aSpace("office"));
  if (file === null) throw new Error("the case is here");
  return file;
}

function vaultOf(...said: readonly Said[]): Pick<Vault, "ask"> {
  const { tables, project } = someTables();
  for (const each of said) {
    position += 1;
    project(opened({ position, place: position, ...each }));
  }
  const doubtful = { member: memberOf("a copied device"), twoFaced: true };
  const ask: unknown = async (name: string, asks: never) =>
    name === "members" ? [doubtful] : tables.ask(name as never, asks);
  return { ask: ask as Vault["ask"] };
}

const aCase: Said = { name: "case", record: "a", fields: { title: "A made-up case" }, by: "alia" };
const aText: Said = {
  name: "text",
  record: "text",
  type: "publication",
  fields: { case: anId("a"), title: "A brief" },
  by: "badrul",
};
const anApproval: Said = {
  name: "yes",
  record: "yes",
  type: "approval",
  fields: { case: anId("a"), publication: anId("text"), decision: "DECISION.APPROVED", member: "somebody else" },
  by: "badrul",
};
const memberOf = (by: string): string => opened({ name: "n", record: "n", fields: {}, by }).member;
const fieldsOf = (file: CaseFile, name: string) => file.records.find(({ id }) => id === anId(name))?.fields ?? {};

test("who approved is who signed, whatever the fields say; a second hand in an approval voids it", async () => {
  const byOther = await fileOf(aCase, aText, { ...anApproval, by: "cempaka" });
  expect(fieldsOf(byOther, "yes").member).toBe(memberOf("cempaka"));
  const meddled = { ...anApproval, name: "again", by: "badrul", fields: { note: "and mine" } };
  expect(fieldsOf(await fileOf(aCase, aText, { ...anApproval, by: "cempaka" }, meddled), "yes")).not.toHaveProperty(
    "member",
  );
});

const signersOf = (file: CaseFile, name: string) =>
  file.records.find(({ id }) => id === anId(name))?.signers?.map(({ member }) => member);

test("everyone who wrote any of a text has signed it, also whose words were replaced", async () => {
  const second = { ...aText, name: "words", by: "dewi", fields: { summary: "More words" } };
  const aPassage: Said = { ...aText, name: "passage", record: "passage", type: "passage", by: "cempaka" };
  const cleared = { ...aPassage, name: "cleared", by: "dewi", fields: { clearedBy: "somebody else" } };
  const handedOut = { ...aText, name: "out", by: "cempaka", fields: { state: "EP.PUB", released: "2026-03-02" } };
  const file = await fileOf(aCase, aText, second, aPassage, cleared, handedOut);
  expect(signersOf(file, "text")).toEqual([memberOf("badrul"), memberOf("dewi")]);
  expect(signersOf(file, "passage")).toEqual([memberOf("cempaka"), memberOf("dewi")]);
  expect(fieldsOf(file, "text").author).toBe(memberOf("badrul"));
});

test("a name that was corrected is kept with the one that stands, whatever else changed", async () => {
  const named = { case: anId("a"), roles: ["RO.VICTIM"] };
  const person: Said = { name: "p", record: "p", type: "person", fields: { cases: [anId("a")], ...named } };
  const about: Said = { name: "v", record: "v", type: "incident", fields: { case: anId("a") } };
  const part: Said = {
    name: "w",
    record: "w",
    type: "involvement",
    fields: { case: anId("a"), what: anId("v"), who: anId("p") },
  };
  const first: Said = {
    name: "i1",
    record: "i",
    type: "identity",
    circle: 1,
    fields: { person: anId("p"), realName: "Made-up Nmae" },
  };
  const stood = versionIn(opened(first));
  const second = { ...first, name: "i2", fields: { realName: "Made-up Name" }, answers: { realName: [stood] } };
  const file = await fileOf(aCase, about, person, part, first, second);
  const identity = file.records.find(({ type }) => type === "identity");
  expect(identity?.fields.realName).toBe("Made-up Name");
  expect(identity?.past?.realName).toEqual(["Made-up Nmae"]);
});

test("a member whose device said two things in one place vouches for nothing", async () => {
  const file = await fileOf(aCase, aText, { ...anApproval, by: "a copied device" });
  expect(signersOf(file, "yes")).toEqual([]);
  expect(fieldsOf(file, "yes")).not.toHaveProperty("member");
});

test("a second hand in a case takes nobody's name: who approves a brief of it is who signed", async () => {
  const edited = { ...aCase, name: "edit", by: "badrul", fields: { title: "Another title" } };
  const file = await fileOf(aCase, edited, { ...anApproval, fields: { ...anApproval.fields, publication: anId("a") } });
  expect(fieldsOf(file, "yes").member).toBe(memberOf("badrul"));
});

test("a case that was planted in another space first is not taken for the one that is meant", async () => {
  const planted: Said = { ...aCase, name: "planted", space: "elsewhere", fields: { title: "Planted" } };
  const vault = vaultOf(planted, aCase);
  expect(await caseFileOf(vault, anId("a"))).toBeNull();
  expect((await vault.ask("record", { id: anId("a") })).map(({ title }) => title)).toEqual([
    "Planted",
    "A made-up case",
  ]);
  const meant = await caseFileOf(vault, anId("a"), aSpace("office"));
  expect(meant?.records.map(({ fields }) => fields.title)).toEqual(["A made-up case"]);
});

test("an id that was planted in another space first takes nothing out of a case and lends it no signer", async () => {
  const planted = (record: string, type: string): Said => ({
    name: `planted ${record}`,
    record,
    type,
    space: "elsewhere",
    by: "another number of badrul",
    fields: { title: "Planted" },
  });
  const person: Said = { name: "p", record: "p", type: "person", fields: { pseudonym: "Quiet River" } };
  const identity: Said = {
    name: "i",
    record: "i",
    type: "identity",
    circle: 1,
    fields: { person: anId("p"), realName: "Made-up Name" },
  };
  const part: Said = {
    name: "v",
    record: "v",
    type: "incident",
    fields: { case: anId("a"), people: [anId("p")] },
  };
  const act: Said = {
    name: "t",
    record: "t",
    type: "act",
    fields: { case: anId("a"), incident: anId("v"), victim: anId("p") },
  };
  const rest = [aText, anApproval, person, part, act, identity];
  const ids = (file: CaseFile) => file.records.map(({ id }) => id).sort();
  const honest = await fileOf(aCase, ...rest);
  const shadowed = await fileOf(planted("yes", "approval"), planted("p", "person"), aCase, ...rest);
  expect(ids(shadowed)).toEqual(ids(honest));
  expect(fieldsOf(shadowed, "yes")).toEqual(fieldsOf(honest, "yes"));
  expect(ids(honest)).toContain(anId("i"));
});
