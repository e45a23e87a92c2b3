import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sha256 as sha256Of } from "./example-entries.ts";
import { storeConformance } from "./store.conformance.ts";
import { openSqliteStore } from "./store.sqlite.ts";

const aFolder = (): string => mkdtempSync(join(tmpdir(), "saksi-store-"));

storeConformance(
  async () => {
    const folder = aFolder();
    const store = openSqliteStore(folder);
    return {
      store,
      close() {
        store.close();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
  { test, equal: (found, wanted) => expect(plain(found)).toEqual(plain(wanted)) },
);

/** Node's buffers are bytes too. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString("hex");
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
}

test("a folder is one relay's: a second that opens it is told so", () => {
  const folder = aFolder();
  const store = openSqliteStore(folder);
  expect(() => openSqliteStore(folder)).toThrow(/lock|busy/i);
  store.close();
  openSqliteStore(folder).close();
  rmSync(folder, { recursive: true, force: true });
});

test("what a stopped process left half of a chunk is swept away at the next start", () => {
  const folder = aFolder();
  openSqliteStore(folder).close();
  writeFileSync(join(folder, "chunks", "arriving", "half"), "half");
  openSqliteStore(folder).close();
  expect(readdirSync(join(folder, "chunks", "arriving"))).toEqual([]);
  rmSync(folder, { recursive: true, force: true });
});

test("a commit that fails is told to everyone who shared it, and leaves nothing", async () => {
  const folder = aFolder();
  const store = openSqliteStore(folder);
  const entry = {
    id: new Uint8Array(32).fill(1),
    device: new Uint8Array(32).fill(2),
    dseq: 0,
    header: new Uint8Array(9),
    signature: new Uint8Array(64),
    body: new Uint8Array(9),
    receivedAt: 1,
    chunks: [],
  };
  await store.begin(entry.id, entry, { hash: sha256Of(new Uint8Array(1)), bytes: new Uint8Array(1) });
  const answers = await Promise.allSettled([
    store.append(entry.id, 1, [{ ...entry, dseq: 1 }]),
    store.append(entry.id, 2, [{ ...entry, dseq: 1 }]), // the same place of a chain twice: our own bug
  ]);
  expect(answers.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect((await store.head(entry.id))?.size).toBe(1);
  store.close();
  rmSync(folder, { recursive: true, force: true });
});
