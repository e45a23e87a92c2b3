import { afterAll, expect, test } from "vitest";
import { exampleDesk } from "./example-desk.ts";

const desk = exampleDesk();
afterAll(() => desk.end());
const now = () => Date.parse("2026-11-21T09:00:00Z");

interface Traced {
  readonly value: unknown;
  readonly trace: readonly { readonly source: string; readonly asOf: string; readonly confidence: string }[];
}

test("without a state the atlas counts Asia as the register does, and needs no vault", async () => {
  const answer = await desk.ask<Readonly<Record<string, readonly Traced[]>>>(["atlas"], { now });
  expect(answer.bound).toHaveLength(40);
  expect(answer.signatories?.map(({ value }) => value)).toEqual(["BRN", "IND"]);
  expect(answer.outside).toHaveLength(6);
  expect(
    answer.late?.every(({ trace }) => trace.every(({ source, asOf, confidence }) => source && asOf && confidence)),
  ).toBe(true);
});

test("a state is named by code or words, and answers with every part and its sources", async () => {
  for (const words of [["MYS"], ["my"], ["malaysia"]]) {
    const card = await desk.ask<Readonly<Record<string, unknown>>>(["atlas", ...words], { now });
    expect(card).toMatchObject({ state: { iso3: "MYS" }, cat: { value: null }, law: { act: { id: "MY-NONE" } } });
  }
  const lanka = await desk.ask<Readonly<Record<string, unknown>>>(["atlas", "Sri", "Lanka"], { now });
  expect(lanka).toMatchObject({ articles: { 22: { value: "declared", trace: [{ row: "LKA CAT-A22" }] } } });
  const { lines } = await desk.saksi(["atlas", "LKA"], { now });
  expect(lines.find((line) => line.includes("article 22"))).toMatch(/declared \[\d+(, \d+)*\]$/);
  expect(lines.find((line) => line.startsWith("  [1] "))).toContain("known up to");
});

test("a territory answers with what can be said of it", async () => {
  const { lines, exit } = await desk.saksi(["atlas", "TWN"], { now });
  expect(exit).toBe(0);
  expect(lines[0]).toContain("no view on its status");
});

test("a state that the atlas does not know is refused, with the names nearest to it", async () => {
  expect(await desk.refused(2, ["atlas", "Malasia"])).toEqual({
    error: {
      kind: "no-such-state",
      message: expect.stringContaining("Malaysia"),
      near: [{ iso3: "MYS", name: "Malaysia" }],
    },
  });
});
