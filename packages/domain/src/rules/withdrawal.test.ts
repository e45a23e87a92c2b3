import { expect, test } from "vitest";
import { aCaseFile, aGrant, aPassage, aPublication, exampleId, exampleToday as today } from "../example.ts";
import { withdrawalTasks } from "./withdrawal.ts";

const withdrawn = aGrant({ state: "CT.WITHDRAWN", withdrawn: "2026-11-20" });
const released = { state: "EP.PUB", released: "2026-10-01" };
const tasks = (fields: Parameters<typeof aPublication>[0], grant = withdrawn) =>
  withdrawalTasks(aCaseFile(grant, aPassage(), aPublication({ ...released, ...fields })), today).map(
    ({ reason, facts }) => [reason, facts?.due],
  );

test("after publication: taken down within a day, and the person told within fourteen", () => {
  expect(tasks({})).toEqual([
    ["take-down", "2026-11-21"],
    ["tell-person", "2026-12-04"],
  ]);
});

test("each copy is called back, or its impossibility told", () => {
  const copies = [
    { to: "a made-up library", recallable: true },
    { to: "a made-up court", recallable: false },
  ];
  expect(tasks({ copies }).map(([reason]) => reason)).toEqual([
    "take-down",
    "recall",
    "tell-why-impossible",
    "tell-person",
  ]);
  expect(tasks({ audience: "AU.COURT" }).map(([reason]) => reason)).toEqual(["tell-why-impossible", "tell-person"]);
});

test("nothing follows for drafts, other purposes, other people or grants that stand", () => {
  expect(tasks({ state: "EP.DRAFT", released: null })).toEqual([]);
  expect(tasks({ purpose: "CP.TRAIN" })).toEqual([]);
  expect(tasks({}, aGrant())).toEqual([]);
  const others = aPassage({ people: [exampleId("other")] });
  expect(withdrawalTasks(aCaseFile(withdrawn, others, aPublication(released)), today)).toEqual([]);
});
