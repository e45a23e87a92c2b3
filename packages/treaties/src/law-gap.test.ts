import { expect, test } from "vitest";
import lawsFile from "../data/domestic-laws.json" with { type: "json" };
import { comparedLists, compareStates } from "./compare.ts";
import { lawOf, laws } from "./domestic-laws.ts";
import { asksFor, gapMatrix, lawScore, openItems, scoreOf, shiftsBetween } from "./law-gap.ts";
import { neighboursOf } from "./neighbours.ts";
import { afterJoining, reformPath, yearsBetween } from "./reform-path.ts";
import { states } from "./states.ts";

const scored = (state: string) => {
  const { value } = lawScore(state);
  if (value === "unknown") throw new Error(`no law of ${state}`);
  return value;
};

test("scores and coverage are those that were counted when each law was read", () => {
  for (const { id, computed } of lawsFile.laws) {
    const law = laws.find((one) => one.id === id);
    const { score, coverage } = scored(law?.state ?? "");
    expect(Math.abs(coverage - computed.coverage), id).toBeLessThan(0.0051);
    if (computed.score === null) expect(score, id).toBeNull();
    else expect(Math.abs((score ?? 0) - computed.score), id).toBeLessThan(0.0051);
  }
});

test("with less than seven tenths known there is no score, only the items", () => {
  expect(scored("LAO")).toMatchObject({ score: null, band: null });
  expect(openItems("LAO").length).toBeGreaterThan(10);
  expect(lawScore("IND")).toEqual({ value: "unknown", trace: [] });
  expect(
    gapMatrix("IND")
      .flatMap(({ cells }) => cells)
      .every(({ status }) => status === "unknown"),
  ).toBe(true);
});

test("a failed knock-out item caps the band, one not known leaves a better band open", () => {
  const philippines = lawOf("PHL")?.items ?? {};
  expect(scoreOf(philippines).band).toBe("Partly in line");
  expect(scoreOf({ ...philippines, "C1.1": { status: "not" } })).toMatchObject({
    band: "Serious gaps",
    failedKnockOuts: ["C1.1"],
  });
  expect(scoreOf({ ...philippines, "C1.1": { status: "unknown" } })).toMatchObject({
    band: "unknown",
    unknownKnockOuts: ["C1.1"],
  });
});

test("what a bill would need comes heaviest first, with at least two Asian laws to copy where two meet it", () => {
  const asks = asksFor("MYS").map(({ value }) => value);
  expect(asks.length).toBeGreaterThan(20);
  expect(asks.map(({ item }) => item.weight)).toEqual(asks.map(({ item }) => item.weight).sort((a, b) => b - a));
  const mental = asks.find(({ item }) => item.id === "C1.2");
  expect(mental?.models.length).toBeGreaterThanOrEqual(2);
  expect(mental?.models.every(({ item, law }) => item.section !== null && law.state !== "MYS")).toBe(true);
  expect(asksFor("IND")).toEqual([]);
});

test("a bill is weighed against the act by the same items, gains and losses told apart", () => {
  const act = lawOf("MYS")?.items ?? {};
  const bill = {
    ...act,
    "C1.2": { status: "met" as const },
    "C1.1": { status: "not" as const },
    "C1.5": { status: "unknown" as const },
  };
  expect(shiftsBetween(act, bill).map(({ item, is }) => [item.id, is])).toEqual([
    ["C1.1", "loss"],
    ["C1.2", "gain"],
    ["C1.5", "unclear"],
  ]);
  expect(shiftsBetween(act, act)).toEqual([]);
});

test("the path of reform says what followed and after how long, and what nobody has written down", () => {
  const step = (state: string, name: string) => reformPath(state).find(({ value }) => value.step === name)?.value;
  expect(step("THA", "ratification")).toMatchObject({ on: "2007-10-02" });
  expect(step("THA", "law")?.years?.least).toBe(15.1);
  expect(step("MYS", "ratification")?.on).toBeNull();
  expect(step("MYS", "law")?.years).toBeNull();
  expect(step("YEM", "law")?.on).toBe("unknown");
  expect(step("GEO", "protocol")?.on).toBe("2005-08-09");
  expect(reformPath("TWN")).toEqual([]);
  expect(afterJoining("THA").length).toBeGreaterThan(3);
  expect(yearsBetween("2007-10-02", "2017")).toEqual({ least: 9.3, most: 10.2 });
});

test("a campaigner in Malaysia reads beside Indonesia, the Philippines and Thailand", () => {
  const beside = (code: string) =>
    states
      .filter(({ iso3 }) => iso3 === code)
      .flatMap((state) => neighboursOf(state))
      .map(({ iso3 }) => iso3);
  expect(beside("MYS").sort()).toEqual(["IDN", "PHL", "THA"]);
  expect(beside("KAZ")).toEqual(["KGZ"]);
  expect(beside("YEM")).toEqual([]);
});

test("any states stand side by side on every list, no cell blank, each known one with its sources", () => {
  const some = ["MYS", "IDN", "THA", "PHL", "PSE", "TWN"];
  for (const list of comparedLists) {
    const rows = compareStates(some, list, "2026-11-21");
    expect(rows.length, list).toBeGreaterThan(2);
    for (const { key, cells } of rows) {
      expect(cells.map(({ state }) => state)).toEqual(some);
      for (const { value, trace, state } of cells) {
        expect(value, `${list} ${key} ${state}`).not.toBe("");
        if (value !== "unknown") expect(trace.length, `${list} ${key} ${state}`).toBeGreaterThan(0);
      }
    }
  }
  const everyone = compareStates(
    states.map(({ iso3 }) => iso3),
    "treaties",
    "2026-11-21",
  );
  expect(everyone.find(({ key }) => key === "CAT")?.cells.filter(({ value }) => value === "party")).toHaveLength(40);
});
