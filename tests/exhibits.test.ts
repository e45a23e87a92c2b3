import { createHash, randomBytes } from "node:crypto";
import type { RecordId } from "@saksi/domain/id";
import { afterEach, expect, test } from "vitest";
import { type Alliance, bringIn, exampleAlliance, good, type Person } from "./example-alliance.ts";

const mebibyte = 1024 * 1024;
let alliance: Alliance;
afterEach(() => alliance.end());

/** A keeper who attached a file of five pieces and sent none of it, and a guest whose device follows the space. */
async function aFileOnItsWay() {
  alliance = exampleAlliance();
  const keeper = await alliance.person("Keeper");
  const guest = await alliance.person("Guest", { follow: true });
  const space = good(await keeper.vault.createSpace({ name: "Made-up casework", relay: alliance.url }));
  await bringIn(keeper, guest, space);
  const [exhibit] = good(await keeper.vault.write([{ type: "exhibit", fields: { title: "A recording" } }])).ids;
  if (exhibit === undefined) throw new Error("one draft, one id");
  const bytes = randomBytes(5 * mebibyte);
  const given = { exhibit, file: new Blob([bytes]), name: "a.bin", mediaType: "application/octet-stream" };
  good(await keeper.vault.attach(given));
  good(await keeper.vault.pauseTransfer(exhibit));
  good(await keeper.vault.sync());
  await until(async () => (await guest.vault.ask("record", { id: exhibit })).length === 1);
  return { keeper, guest, exhibit, bytes };
}

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

async function fetched({ vault }: Person, exhibit: RecordId) {
  const pieces: Uint8Array[] = [];
  const answer = await vault.fetch({ exhibit, onChunk: (bytes) => void pieces.push(bytes.slice()) });
  return answer.ok ? sha256(Buffer.concat(pieces)) : answer.error;
}

/** At most half a minute: the machine may be busy. */
async function until(met: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await met()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("it did not come about");
}

const nothingMoves = async ({ vault }: Person) => (await vault.ask("transfers", {})).length === 0;

test("chunks that the sender has not sent come by themselves once they are there", async () => {
  const { keeper, guest, exhibit, bytes } = await aFileOnItsWay();
  expect(await fetched(guest, exhibit)).toEqual({ kind: "file-not-here", id: exhibit, missing: 5 });
  expect(await guest.vault.ask("transfers", {})).toMatchObject([{ direction: "down", chunks: 5, done: 0 }]);
  good(await keeper.vault.resumeTransfer(exhibit));
  good(await keeper.vault.sync());
  expect(await nothingMoves(keeper)).toBe(true);
  await until(() => nothingMoves(guest));
  guest.online = false;
  expect(await fetched(guest, exhibit)).toBe(sha256(bytes));
});

test("a download broken off in the middle goes on by itself when the vault is opened again", async () => {
  const { keeper, guest, exhibit, bytes } = await aFileOnItsWay();
  good(await keeper.vault.resumeTransfer(exhibit));
  good(await keeper.vault.sync());
  let chunksAsked = 0;
  guest.spy = ({ method, url }) => {
    if (method !== "GET" || !url.includes("/chunks/")) return;
    chunksAsked += 1;
    guest.online = chunksAsked < 3;
    if (!guest.online) throw new TypeError("no network");
  };
  expect(await fetched(guest, exhibit)).toEqual({ kind: "file-not-here", id: exhibit, missing: 3 });
  await guest.vault.close();

  const again = await alliance.person("Guest", { follow: true, folder: guest.folder });
  await until(() => nothingMoves(again));
  expect(again.asked.filter((each) => each.startsWith("GET") && each.includes("/chunks/"))).toHaveLength(3);
  again.online = false;
  expect(await fetched(again, exhibit)).toBe(sha256(bytes));
});

test("an upload that was paused stays so when the vault is opened again, and nothing of it is sent", async () => {
  const { keeper, exhibit } = await aFileOnItsWay();
  await keeper.vault.close();
  const again = await alliance.person("Keeper", { folder: keeper.folder });
  good(await again.vault.sync());
  expect(await again.vault.ask("transfers", {})).toEqual([
    { exhibit, direction: "up", chunks: 5, done: 0, state: "paused" },
  ]);
  good(await again.vault.resumeTransfer(exhibit));
  good(await again.vault.sync());
  expect(await nothingMoves(again)).toBe(true);
});
