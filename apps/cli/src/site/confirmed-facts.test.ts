/** What members of an alliance confirmed reaches every page that says it; what was not meant for everybody reaches none. */

import type { Fields } from "@saksi/domain/value";
import { allianceAtlas } from "@saksi/treaties/alliance-atlas";
import { shippedAtlas } from "@saksi/treaties/atlas";
import { beforeAll, expect, test } from "vitest";
import { buildSite, dataDay } from "./build-site.ts";
import { countsOf } from "./pages/home.ts";
import { english } from "./tongue.ts";

const told = { source: "Made up for this test", asOf: "2026-05-01", confidence: "CF.HIGH", state: "MY" } as const;
const record = (type: string, fields: Fields) => ({ id: `made-up-${type}`, type, fields: { ...told, ...fields } });
const two = [{ source: "One" }, { source: "Two", sourceUrl: "https://example.org/two" }];
const point = record("fact", {
  state: "SG",
  part: "AP.LAW",
  item: "C1.1",
  lawStanding: "met",
  section: "s. 3, made up",
});
const office = { group: "SG.PARL", on: "2026-01-02" };

let text: ReadonlyMap<string, string>;
const read = (path: string): string => (text.get(path) ?? "").replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

beforeAll(() => {
  const { atlas, tracked } = allianceAtlas([
    record("fact", { part: "AP.TREATY", treaty: "CAT", standing: "party", action: "accession", on: "2026-03-10" }),
    point,
    record("bill", { title: "Made-up bill", stages: [{ stage: "LR.TABLED", on: "2026-02" }, { stage: "LR.BILL" }] }),
    record("recommendation", {
      text: "Made-up recommendation",
      from: "RC.CATCO",
      committeeGrade: "CATFU.B2",
      committeeSources: two,
      allianceGrade: "CATFU.C",
      allianceSources: two,
    }),
    { ...record("commitment", { ...office, text: "Said in the room" }), id: "said" },
    record("commitment", { ...office, text: "Promised in writing", writtenOn: "2026-01-20", mayBePublic: true }),
  ]);
  const view = { tongue: english, today: dataDay(), address: null, atlas, tracked };
  const files = buildSite({ view, publications: [], pictures: [] });
  text = new Map(files.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]));
});

test("one more state is bound on the home page, its own page, its card, the map, the tables and the open data", () => {
  expect(read("index.html")).toContain("41 of 48 states in Asia are bound");
  expect(text.get("cards/mys.svg")).toContain("bound by the Convention");
  expect(read("states/mys.html")).toContain("Bound since 9 April 2026");
  expect(text.get("maps/cat.html")).toContain('aria-label="Malaysia: Bound"');
  expect(text.get("data/treaty-status.csv")).toMatch(/MYS,CAT,party,.*written by one member of the alliance/);
  expect(text.get("feed.atom")).toContain("Malaysia: Convention against Torture, accession");
});

test("the source says who confirmed it, and what was shipped stands beside it", () => {
  const page = read("states/mys.html");
  expect(page).toContain("written by one member of the alliance and confirmed by another");
  expect(page).toContain("Before members corrected it: none");
});

test("one known point of a law that nobody read stands among unknown ones, without a score", () => {
  const page = read("states/sgp.html");
  expect(page).toContain("Nobody has read the law of this state as a whole");
  expect(page).toContain("s. 3, made up");
  expect(page).not.toContain("Not met");
  expect(countsOf(allianceAtlas([point]).atlas)).toEqual(countsOf(shippedAtlas));
});

test("a bill shows its stages; one that nobody wrote of is not taken for passed", () => {
  const page = read("states/mys.html");
  expect(page).toMatch(/Made-up bill.*Campaign passed or skipped: not known.*Bill drafted reached, day not known/);
  expect(page).toMatch(/Tabled February 2026 In committee ahead/);
});

test("each grade stands under the name of who gave it", () => {
  const cells = /Made-up recommendation.*?<\/tr>/s.exec(text.get("states/mys.html") ?? "")?.[0] ?? "";
  const [, committee = "", alliance = "", institution = ""] = cells.split("<td>");
  expect(committee).toContain("initial steps");
  expect(alliance).toContain("Not implemented");
  expect(institution).toContain("Not graded");
});

test("a promise is public only when it was confirmed in writing", () => {
  expect(read("states/mys.html")).toContain("Promised in writing");
  expect([...text].filter(([, all]) => all.includes("Said in the room"))).toEqual([]);
  expect(read("states/idn.html")).toContain("No promise of an office of Indonesia");
});
