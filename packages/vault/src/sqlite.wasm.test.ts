/** The browser's engine, as far as it goes without a browser: in memory, in Node. Files are in sqlite.browser.test.ts. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { openMemorySqlite } from "./sqlite.browser.ts";
import { sqliteConformance } from "./sqlite.conformance.ts";

const bytes = readFileSync(createRequire(import.meta.url).resolve("@journeyapps/wa-sqlite/dist/mc-wa-sqlite.wasm"));

sqliteConformance(() => openMemorySqlite({ bytes }), {
  test,
  equal: (found, wanted) => expect(found).toEqual(wanted),
});
