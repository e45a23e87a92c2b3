import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fromHex, toHex } from "./bytes.ts";
import { sha256 } from "./example-log.ts";
import { decodeHeader, entryId, limits } from "./header.ts";
import { domains } from "./primitives.ts";

const here = import.meta.dirname;
const text = readFileSync(join(here, "../../../docs/protocol.md"), "utf8");

test("the protocol's text names every refusal, with the number that HTTP carries", () => {
  const source = readFileSync(join(here, "refusal.ts"), "utf8");
  const kinds = [...source.matchAll(/^ {2}\| "([a-z-]+)"/gm)].map(([, kind]) => kind);
  expect(kinds.length).toBeGreaterThan(40);
  const registry = text.slice(text.indexOf("## 12."), text.indexOf("## 13."));
  for (const kind of kinds) expect(registry, kind).toContain(`\`${kind}\``);
});

test("the protocol's text names every domain string", () => {
  for (const domain of Object.values(domains)) expect(text).toContain(`\`${domain.replace("\0", "\\0")}\``);
});

test("the protocol's text gives the limits that are kept", () => {
  const section = text.slice(text.indexOf("## 11."), text.indexOf("## 12."));
  for (const limit of Object.values(limits)) expect(section).toContain(limit.toLocaleString("en"));
});

test("the entry that is checked by hand has the id and the root that the text says", () => {
  const vectors = JSON.parse(readFileSync(join(here, "vectors/entries.json"), "utf8"));
  const { header } = vectors.cases.find(({ what }: { what: string }) => what === "a writer writes");
  const bytes = fromHex(header) ?? new Uint8Array();
  const read = decodeHeader(bytes);
  const appendix = text.slice(text.indexOf("## Appendix"));
  expect(appendix).toContain(toHex(entryId(sha256, bytes)));
  expect(read.ok && appendix.includes(toHex(read.value.header.bodyRoot))).toBe(true);
});
