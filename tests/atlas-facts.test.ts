import type { RecordId, SpaceId } from "@saksi/domain/id";
import type { Fields } from "@saksi/domain/value";
import { allianceAtlas } from "@saksi/treaties/alliance-atlas";
import { boundSince } from "@saksi/treaties/bound-since";
import { articleStatus } from "@saksi/treaties/cat-articles";
import { atlasSpaces } from "@saksi/vault/query/atlas-spaces";
import { countedOf } from "@saksi/vault/query/counted";
import { factsForMe } from "@saksi/vault/query/facts-for-me";
import { afterEach, expect, test } from "vitest";
import { type Alliance, bringIn, exampleAlliance, good, type Person } from "./example-alliance.ts";

let alliance: Alliance;
afterEach(() => alliance.end());

async function two() {
  alliance = exampleAlliance();
  const [alia, badrul] = [await alliance.person("Alia"), await alliance.person("Badrul")];
  const space = good(await alia.vault.createSpace({ name: "Made-up atlas", relay: alliance.url }));
  await bringIn(alia, badrul, space);
  return { alia, badrul, space };
}

const joined = {
  says: "Made up for this test: Malaysia acceded",
  state: "MY",
  part: "AP.TREATY",
  treaty: "CAT",
  standing: "party",
  action: "accession",
  on: "2027-03-10",
  source: "Depositary notification, made up for this test",
  asOf: "2027-05-01",
  confidence: "CF.HIGH",
} as const;

const write = async ({ vault }: Person, space: SpaceId, type: string, fields: Fields, id?: RecordId) =>
  good(await vault.write([{ type, fields, ...(id && { id }) }], space)).ids[0] as RecordId; // one draft, one id

async function confirm(person: Person, space: SpaceId, about: RecordId): Promise<RecordId> {
  const facts = await countedOf(person.vault, space, "fact");
  const versions = facts.find(({ record }) => record.id === about)?.versions ?? [];
  return write(person, space, "confirmation", { about, versions, decision: "CONFIRM.YES", on: "2027-05-02" });
}

async function together(...people: readonly Person[]): Promise<void> {
  for (const { vault } of [...people, ...people]) good(await vault.sync());
}

const standing = async ({ vault }: Person, space: SpaceId) =>
  (await countedOf(vault, space, "fact")).map(({ counts }) => (counts.is === "waiting" ? counts.why : counts.is));

async function malaysia({ vault }: Person, space: SpaceId) {
  const facts = await countedOf(vault, space, "fact");
  const { atlas } = allianceAtlas(facts.filter(({ counts }) => counts.is === "confirmed").map(({ record }) => record));
  return { bound: boundSince("MYS", "CAT", atlas).value, complaints: articleStatus("MYS", 22, atlas).value };
}

test("a fact overrides the atlas once another member confirmed it, on both devices, and the unknown stays unknown", async () => {
  const { alia, badrul, space } = await two();
  const id = await write(badrul, space, "fact", joined);
  expect(await malaysia(badrul, space)).toEqual({ bound: null, complaints: "not-applicable" });
  await confirm(badrul, space, id);
  expect(await standing(badrul, space)).toEqual(["own"]);
  await together(badrul, alia);
  await confirm(alia, space, id);
  await together(alia, badrul);
  for (const person of [alia, badrul]) {
    expect(await standing(person, space)).toEqual(["confirmed"]);
    expect(await malaysia(person, space)).toEqual({ bound: "2027-04-09", complaints: "unknown" });
  }
  const later = await write(badrul, space, "fact", { ...joined, on: "2027-03-20" });
  await together(badrul, alia);
  await confirm(alia, space, later);
  expect(await malaysia(alia, space)).toMatchObject({ bound: "2027-04-19" });
});

test("after an edit it counts no more, until someone who wrote no word of it confirms it again", async () => {
  const { alia, badrul, space } = await two();
  const id = await write(badrul, space, "fact", joined);
  await together(badrul, alia);
  await confirm(alia, space, id);
  await write(badrul, space, "fact", { on: "2027-03-11" }, id);
  await together(badrul, alia);
  expect(await standing(alia, space)).toEqual(["edited-since"]);
  expect((await malaysia(alia, space)).bound).toBeNull();
  await confirm(alia, space, id);
  expect(await malaysia(alia, space)).toMatchObject({ bound: "2027-04-10" });
  await write(alia, space, "fact", { action: "ratification" }, id);
  await confirm(alia, space, id);
  expect(await standing(alia, space)).toEqual(["own"]);
});

test("a yes that names another as its author, or that two signed, is nobody's; a no holds the fact until it is taken back", async () => {
  const { alia, badrul, space } = await two();
  const id = await write(badrul, space, "fact", joined);
  await together(badrul, alia);
  const yes = await confirm(alia, space, id);
  await together(alia, badrul);
  await write(badrul, space, "confirmation", { note: "and mine" }, yes);
  await together(badrul, alia);
  expect(await standing(alia, space)).toEqual(["nobody-yet"]);
  await confirm(alia, space, id);
  expect(await standing(alia, space)).toEqual(["confirmed"]);
  const [fact] = await countedOf(alia.vault, space, "fact");
  const no = { about: id, versions: [...(fact?.versions ?? [])], decision: "CONFIRM.NO", on: "2027-05-03" };
  const refusal = await write(alia, space, "confirmation", no);
  expect(await standing(alia, space)).toEqual(["refused"]);
  const [held] = await countedOf(alia.vault, space, "fact");
  expect(held?.looked.find(({ decision }) => decision === "CONFIRM.NO")).toMatchObject({
    id: refusal,
    signers: [{ name: "Alia" }],
  });
  await write(alia, space, "confirmation", { decision: "CONFIRM.TAKENBACK" }, refusal);
  expect(await standing(alia, space)).toEqual(["confirmed"]);
});

test("only a keeper's word names a space as the atlas, and their later word takes it back", async () => {
  const { alia, badrul, space } = await two();
  const naming = { title: "Made-up atlas", on: "2027-01-01", kept: true };
  await write(badrul, space, "atlas-space", naming);
  await together(badrul, alia);
  expect(await atlasSpaces(alia.vault)).toEqual([]);
  const id = await write(alia, space, "atlas-space", naming);
  await together(alia, badrul);
  expect(await atlasSpaces(badrul.vault)).toMatchObject([{ space: { space }, record: { id } }]);
  await write(badrul, space, "atlas-space", { kept: false }, id);
  await together(badrul, alia);
  expect(await atlasSpaces(alia.vault)).toHaveLength(1);
  await write(alia, space, "atlas-space", { kept: false }, id);
  await together(alia, badrul);
  expect(await atlasSpaces(badrul.vault)).toEqual([]);
});

test("a fact waits for the member who wrote none of it, in a space named as atlas, until they looked", async () => {
  const { alia, badrul, space } = await two();
  const waiting = async ({ vault }: Person) => (await factsForMe(vault)).map(({ id }) => id);
  const id = await write(badrul, space, "fact", joined);
  await together(badrul, alia);
  expect(await waiting(alia)).toEqual([]);
  await write(alia, space, "atlas-space", { title: "Made-up atlas", on: "2027-05-01", kept: true });
  await together(alia, badrul);
  expect([await waiting(alia), await waiting(badrul)]).toEqual([[id], []]);
  await confirm(alia, space, id);
  expect(await waiting(alia)).toEqual([]);
  await write(badrul, space, "fact", { on: "2027-03-11" }, id);
  await together(badrul, alia);
  expect(await waiting(alia)).toEqual([id]);
});
