import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Desk, deskOf, type ExampleRelay, exampleRelay } from "./example-desk.ts";

let relay: ExampleRelay;
let desks: readonly Desk[] = [];
beforeAll(async () => {
  relay = await exampleRelay();
}, 60_000);
afterAll(async () => {
  for (const desk of desks) desk.end();
  await relay.end();
});

/** A keeper and a writer of one space at the relay. */
async function two(): Promise<{ keeper: Desk; writer: Desk; space: string }> {
  const [keeper, writer] = [await deskOf("Dara Made-up"), await deskOf("Omar Invented")];
  desks = [keeper, writer];
  const { space } = await keeper.ask<{ space: string }>(["space", "create", "Joint atlas", "--relay", relay.url]);
  const { link } = await keeper.ask<{ link: string }>(["space", "invite"]);
  const { code } = await writer.ask<{ code: string }>(["space", "join", link]);
  await keeper.ask(["space", "admit", ...code.split(" ")]);
  await writer.ask(["sync"]);
  return { keeper, writer, space };
}

const put = async (desk: Desk, type: string, draft: object): Promise<string> => {
  const { ids } = await desk.ask<{ ids: string[] }>(["put", type], { input: JSON.stringify(draft) });
  return ids[0] ?? "";
};

interface Facts {
  readonly facts: readonly {
    readonly id: string;
    readonly counts: object;
    readonly versions: readonly string[];
    readonly refused: readonly string[];
  }[];
}

test("a fact that a second member confirmed stands in `atlas`, with its source and what was shipped; `--shipped` leaves it out", async () => {
  const { keeper, writer, space } = await two();
  const now = () => Date.parse("2027-06-01T09:00:00Z");
  expect(await writer.refused(2, ["facts"])).toMatchObject({ error: { kind: "no-atlas" } });
  await put(keeper, "atlas-space", { title: "Joint atlas", on: "2027-01-01", kept: true });
  const sourced = { source: "Made up for this test", asOf: "2027-05-01", confidence: "CF.HIGH", state: "MY" };
  const joined = { part: "AP.TREATY", treaty: "CAT", standing: "party", action: "accession", on: "2027-03-10" };
  const id = await put(writer, "fact", { says: "Made up: Malaysia acceded", ...joined, ...sourced });
  const bill = await put(writer, "bill", { title: "Made-up bill", stages: [{ stage: "LR.TABLED" }], ...sourced });
  const weak = await put(writer, "fact", { says: "No day", ...joined, ...sourced, on: "2027-03" });
  for (const desk of [keeper, writer, keeper]) await desk.ask(["sync"]);
  expect(await writer.ask(["atlas", "MYS"], { now })).toMatchObject({
    cat: { value: null },
    facts: { space, confirmed: 0, waiting: 3 },
  });

  const { facts } = await keeper.ask<Facts>(["facts"]);
  expect(facts.map(({ counts }) => counts)).toEqual(Array(3).fill({ is: "waiting", why: "nobody-yet" }));
  expect(facts.map(({ refused }) => refused)).toEqual([[], ["day-needed"], []]);
  for (const about of [id, bill, weak]) {
    const versions = facts.find((one) => one.id === about)?.versions;
    await put(keeper, "confirmation", { about, versions, decision: "CONFIRM.YES", on: "2027-05-02" });
  }
  for (const desk of [keeper, writer]) await desk.ask(["sync"]);
  const card = await writer.ask<{ readonly bills: readonly object[] }>(["atlas", "MYS"], { now });
  expect(card).toMatchObject({
    cat: {
      value: "2027-04-09",
      trace: [{ confirmed: "members", source: sourced.source, before: { said: ["none"], asOf: expect.any(String) } }],
    },
    bills: [{ title: "Made-up bill", state: "MYS" }],
    facts: { space, confirmed: 3, waiting: 0, refused: [{ record: weak, why: ["day-needed"] }] },
  });
  const { lines } = await writer.saksi(["atlas", "MYS"], { now });
  expect(lines[0]).toBe("With 3 facts confirmed in Joint atlas; 0 wait for another member. See: saksi facts");
  expect(lines.find((line) => line.includes(sourced.source))).toContain("shipped in its place: none");
  expect(lines.find((line) => line.includes("Made-up bill"))).toContain("Tabled");
  const closed = await writer.saksi(["atlas", "MYS", "--json"], { now, env: { SAKSI_PASSPHRASE: undefined } });
  expect(closed).toMatchObject({ exit: 0, told: expect.stringContaining("as shipped") });
  expect(JSON.parse(closed.lines[0] ?? "")).toMatchObject({ cat: { value: null }, facts: null });
  expect(await writer.ask(["atlas", "MYS", "--shipped"], { now })).toMatchObject({ cat: { value: null }, facts: null });
  const site = ["site", "-o", writer.path("site"), "--without-publications"];
  expect(await writer.ask(site, { now })).toMatchObject({
    asOf: "2027-05-01",
    facts: { space, refused: [{ record: weak, why: ["day-needed"] }] },
  });
  const page = readFileSync(writer.path("site/states/mys.html"), "utf8");
  expect(page).toContain(sourced.source);
  expect(page).toContain("Made-up bill");
  expect(await writer.ask<object>(["atlas"], { now })).toMatchObject({ bound: { length: 41 } });
}, 120_000);
