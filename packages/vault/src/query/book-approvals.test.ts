import { expect, test } from "vitest";
import type { Vault } from "../port.ts";
import { anId, opened, type Said, someTables } from "../projection/projection.example.ts";
import { bookApprovals, thisPerson } from "./book-approvals.ts";

const hash = "00".repeat(32);

const memberOf = (by: string): string => opened({ name: "n", record: "n", fields: {}, by }).member;
const names = new Map([
  [memberOf("alia"), "Alia Made-up"],
  [memberOf("badrul"), "Badrul Made-up"],
  [memberOf("alia's other number"), "alia  MADE-UP"],
]);

async function approvals(...said: readonly Said[]) {
  const { tables, project } = someTables({ context: { memberName: (_, member) => names.get(member) ?? "" } });
  for (const [index, each] of said.entries()) project(opened({ position: index + 1, type: "approval", ...each }));
  const me = { member: memberOf("alia"), name: "Alia Made-up", me: true };
  const ask: unknown = async (name: string, asks: never) =>
    name === "members" ? [me] : tables.ask(name as never, asks);
  return bookApprovals({ ask: ask as Vault["ask"] }, hash);
}

const yes: Said = {
  name: "yes",
  record: "yes",
  fields: { dossierHash: hash, decision: "DECISION.APPROVED", member: "somebody else" },
};

test("a yes counts for who signed it, never for whom it names", async () => {
  const [own] = await approvals({ ...yes, by: "alia" });
  expect(own?.fields.member).toBe(thisPerson);
  const [other] = await approvals({ ...yes, by: "badrul" });
  expect(other?.fields.member).toBe(opened({ ...yes, by: "badrul" }).member);
});

test("who was let in twice does not approve their own book under their other number", async () => {
  const [twice] = await approvals({ ...yes, by: "alia's other number" });
  expect(twice?.fields.member).toBe(thisPerson);
});

test("a yes that two people wrote counts for nobody, and one of another space is no part of it", async () => {
  const [both] = await approvals(
    { ...yes, by: "badrul" },
    { ...yes, name: "more", by: "alia", fields: { note: "and mine" } },
  );
  expect(both?.fields).not.toHaveProperty("member");
  const planted = { ...yes, name: "planted", by: "another number of alia", space: "elsewhere" };
  const all = await approvals(planted, { ...yes, by: "alia" });
  expect(all.map(({ fields }) => fields.member)).toContain(thisPerson);
  expect(all.map(({ id }) => id)).toEqual([anId("yes"), anId("yes")]);
});
