import { gzipSync } from "node:zlib";
import { shippedAlone } from "@saksi/treaties/alliance-atlas";
import { withdrawals } from "@saksi/treaties/cat-articles";
import { lawOf } from "@saksi/treaties/domestic-laws";
import { statedCounts, statesWith, statusRow } from "@saksi/treaties/treaty-status";
import { beforeAll, expect, test } from "vitest";
import { allStates } from "./all-states.ts";
import { buildSite, dataDay, type SiteQuestion } from "./build-site.ts";
import { faultsOf } from "./example-reader.ts";
import type { SiteFile } from "./site-file.ts";
import type { SiteView } from "./site-view.ts";
import { english } from "./tongue.ts";
import en from "./words/en.json" with { type: "json" };

const view: SiteView = { tongue: english, today: dataDay(), address: null, ...shippedAlone };
const question: SiteQuestion = { view, publications: [], pictures: [] };
let files: readonly SiteFile[];
let byPath: ReadonlyMap<string, string>;
let pages: readonly (readonly [string, string])[];

beforeAll(() => {
  files = buildSite(question);
  byPath = new Map(files.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]));
  pages = [...byPath].filter(([path]) => path.endsWith(".html"));
});

const page = (path: string): string => byPath.get(path) ?? "";
/** What a person reads: no tags, no entities that matter here. */
const read = (path: string): string =>
  page(path)
    .replace(/<style>.*?<\/style>/s, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

test("every page is well formed, has one title, one first heading, a language and a description, and runs nothing", () => {
  expect(pages.length).toBeGreaterThan(250);
  expect(pages.flatMap(([path, text]) => faultsOf(path, text))).toEqual([]);
});

test("every code of the data has a word of its own", () => {
  const missing = new Set<string>();
  const word: typeof english.word = (list, code) => {
    if (!(`${list}.${code}` in en)) missing.add(`${list}.${code}`);
    return english.word(list, code);
  };
  buildSite({ ...question, view: { ...view, tongue: { ...english, word } } });
  expect([...missing]).toEqual([]);
});

test("no link leads nowhere, and every link to a place on a page finds it", () => {
  const anchors = new Map(
    pages.map(([path, text]) => [path, new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))]),
  );
  const dead = pages.flatMap(([path, text]) =>
    [...text.matchAll(/ (?:href|src)="([^"]*)"/g)].flatMap(([, to = ""]) => {
      if (/^(https?:|mailto:)/.test(to)) return [];
      const { pathname, hash } = new URL(to, `https://site.invalid/${path}`);
      const found = decodeURI(pathname).slice(1);
      const isThere = byPath.has(found) && (hash === "" || anchors.get(found)?.has(decodeURIComponent(hash.slice(1))));
      return isThere ? [] : [`${path} -> ${to}`];
    }),
  );
  expect(dead).toEqual([]);
});

test("links of every page but the one for what is missing are relative, so that the site works from a folder", () => {
  const absolute = pages.filter(([path, text]) => path !== "404.html" && / (href|src)="\//.test(text));
  expect(absolute.map(([path]) => path)).toEqual([]);
});

test("the counts of the home page are the data's, which are the register's", () => {
  const home = read("index.html");
  expect(statesWith("CAT").length).toBe(statedCounts.CAT);
  expect(home).toContain(`${statedCounts.CAT} of 48 states in Asia are bound`);
  expect(home).toContain(`${statedCounts["CAT-signatory"]} of them signed it`);
  expect(home).toMatch(new RegExp(`\\b${statedCounts.OPCAT} let independent visitors`));
  expect(home).toMatch(new RegExp(`\\b${statedCounts["CAT-A22-declared"]} let a person complain`));
  const bound = page("states/index.html").match(/<td><span class="mark is-yes">Bound<\/span>/g) ?? [];
  expect(bound.length).toBe((statedCounts.CAT ?? 0) + (statedCounts.OPCAT ?? 0));
});

test("every state and territory has a page and a card, and each says where it stands", () => {
  for (const { iso3, name } of allStates) {
    expect(read(`states/${iso3.toLowerCase()}.html`)).toContain(name);
    expect(page(`cards/${iso3.toLowerCase()}.svg`)).toContain("Known up to");
  }
  expect(allStates.length).toBe(51);
});

test("two states whose law nobody has read say so, and claim nothing about it", () => {
  for (const iso3 of ["IND", "UZB"]) {
    expect(lawOf(iso3)).toBeUndefined();
    const text = read(`states/${iso3.toLowerCase()}.html`);
    expect(text).toContain("it is not a finding that the law lacks them");
    expect(text).toContain("Not read yet");
    expect(text).not.toContain("Not met");
  }
});

test("a territory says that it has no row of its own, and whose it would be, without a position", () => {
  for (const [code, said] of [
    ["hkg", "follows from China"],
    ["twn", "does not accept its deposits"],
  ] as const) {
    expect(read(`states/${code}.html`)).toContain("No position on its status is taken");
    expect(read(`states/${code}.html`).replace(/ +/g, " ")).toContain(said);
  }
});

test("a state outside the Convention owes no report and is told that torture is forbidden all the same", () => {
  expect(statusRow("MYS", "CAT")?.status).toBe("none");
  const text = read("states/mys.html");
  expect(text).toContain("the prohibition binds every state");
  expect(text).toContain("owes the Committee against Torture no report");
  for (const neighbour of ["Indonesia", "Thailand", "Philippines"]) expect(text).toContain(neighbour);
});

test("a choice that was taken back shows the day it was, and what stands today", () => {
  expect(withdrawals("AFG").map(({ treaty }) => treaty)).toEqual(["CAT-A20"]);
  expect(read("states/afg.html")).toContain("An earlier choice under article 20 was taken back on 17 April 2018");
});

test("each number that leads to a source finds one with its date and how sure it is", () => {
  for (const [path, text] of pages) {
    const sources = [...text.matchAll(/<li id="known-\d+">(.*?)<\/li>/gs)].map(([, source = ""]) => source);
    for (const source of sources) {
      expect(source, path).toContain("Known up to");
      expect(source, path).toContain("How sure:");
    }
  }
  expect(page("states/idn.html")).toContain('href="#known-1"');
});

test("built twice it is the same, byte for byte; the home page with its map stays under 100 kB packed", () => {
  const again = buildSite(question);
  expect(again.map(({ path }) => path)).toEqual(files.map(({ path }) => path));
  for (const [at, { path, bytes }] of again.entries())
    expect(Buffer.compare(bytes, files[at]?.bytes ?? bytes), path).toBe(0);
  expect(gzipSync(page("index.html")).length).toBeLessThan(100_000);
});

test("with an address there is a sitemap of every page; without one, none, because it must name whole addresses", () => {
  const there = buildSite({ ...question, view: { ...view, address: "https://atlas.example" } });
  const sitemap = new TextDecoder().decode(there.find(({ path }) => path === "sitemap.xml")?.bytes);
  expect(sitemap.match(/<loc>/g)?.length).toBe(pages.length - 1);
  expect(byPath.has("sitemap.xml")).toBe(false);
});

test("every table of the open data has rows that fit its schema and a source in each", () => {
  const described: { resources: readonly { name: string; path: string; bytes: number }[] } = JSON.parse(
    page("data/datapackage.json"),
  );
  expect(described.resources.length).toBeGreaterThan(6);
  for (const { name, path, bytes } of described.resources) {
    expect(files.find((file) => file.path === `data/${path}`)?.bytes.length).toBe(bytes);
    const rows: readonly Record<string, unknown>[] = JSON.parse(page(`data/${name}.json`));
    const schema: {
      items: { required: readonly string[]; properties: Record<string, { type: string | readonly string[] }> };
    } = JSON.parse(page(`data/${name}.schema.json`));
    for (const row of rows) {
      expect(Object.keys(row)).toEqual(schema.items.required);
      for (const column of ["source", "as_of", "confidence", "checked"])
        expect(row[column], `${name} ${column}`).not.toBeUndefined();
      for (const [column, { type }] of Object.entries(schema.items.properties))
        expect([type].flat(), `${name} ${column}`).toContain(row[column] === null ? "null" : typeof row[column]);
    }
  }
});
