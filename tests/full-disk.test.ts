import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { openNodeCrypto } from "@saksi/vault/crypto.node";
import type { Disk, DiskFile } from "@saksi/vault/disk";
import { memoryDisk } from "@saksi/vault/disk.memory";
import { faultError } from "@saksi/vault/disk-fault";
import type { Vault } from "@saksi/vault/port";
import type { Sqlite } from "@saksi/vault/sqlite";
import { openNodeSqlite } from "@saksi/vault/sqlite.node";
import { openVault } from "@saksi/vault/vault";
import { afterEach, expect, test } from "vitest";
import { type Alliance, bringIn, exampleAlliance, good, type Person, passphrase } from "./example-alliance.ts";

const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length));
const crypto = await openNodeCrypto(random);

let alliance: Alliance;
let folder = "";
const vaults: Vault[] = [];
afterEach(async () => {
  for (const vault of vaults.splice(0)) await vault.close();
  await alliance.end();
  rmSync(folder, { recursive: true, force: true });
});

/** Which of the two is full; `after`: once so many more writes of that kind were done. */
interface Room {
  log: number;
  tables: number;
}
const unlimited = (): Room => ({ log: Number.POSITIVE_INFINITY, tables: Number.POSITIVE_INFINITY });

function limited(disk: Disk, room: Room): Disk {
  const file = (inner: DiskFile): DiskFile => ({
    ...inner,
    write(at, bytes) {
      room.log -= 1;
      if (room.log < 0) throw Object.assign(new Error("no space"), { code: "ENOSPC" });
      inner.write(at, bytes);
    },
  });
  return {
    ...disk,
    create() {
      const made = disk.create();
      return made && file(made);
    },
    open: (name) => file(disk.open(name)),
    close: async () => {},
  };
}

/** SQLite says that it is full inside a transaction, which is then undone. */
const limitedTables = (db: Sqlite, room: Room): Sqlite => ({
  ...db,
  transaction: (work) =>
    db.transaction(() => {
      const value = work();
      room.tables -= 1;
      if (room.tables < 0) throw faultError({ kind: "disk-full" }, "database or disk is full");
      return value;
    }),
});

interface Device {
  readonly disk: Disk;
  readonly tables: string;
  readonly room: Room;
}

function aDevice(): Device {
  folder = mkdtempSync(join(tmpdir(), "saksi-full-"));
  return { disk: memoryDisk(random), tables: join(folder, "tables"), room: unlimited() };
}

async function person({ disk, tables, room }: Device): Promise<Person> {
  const person: Person = {
    folder,
    online: true,
    asked: [],
    answer: (_, response) => response,
    spy: () => undefined,
    vault: openVault({
      crypto,
      openDisk: async () => ({ ok: true, value: limited(disk, room) }),
      openTablesFile: async (key) => {
        const db = openNodeSqlite({ file: tables, key });
        return db.ok ? { ok: true, value: limitedTables(db.value, room) } : db;
      },
      dropTablesFile: async () => {
        for (const end of ["", "-wal", "-shm"]) rmSync(tables + end, { force: true });
      },
      storage: "kept",
      fetch: async (request) => alliance.relay.fetch(request),
      now: Date.now,
      sleep: async (ms) => void (await wait(ms)),
      soon: (work) => void setImmediate(work),
      follow: false,
      argon2Cost: { memoryKib: 64 * 1024, passes: 1 },
    }),
  };
  vaults.push(person.vault);
  const { state } = await person.vault.state();
  if (state === "absent")
    good(await person.vault.create({ passphrase, profile: { name: "Guest", organisation: "Made-up Centre" } }));
  else good(await person.vault.unlock(passphrase));
  return person;
}

const titles = async ({ vault }: Person): Promise<unknown[]> =>
  (await vault.ask("records", { type: "case", order: "title" })).map(({ fields }) => fields.title);

const full = { ok: false, error: { kind: "disk-full" } };

/** A keeper who wrote a few cases that the guest has not pulled. */
async function behind() {
  alliance = exampleAlliance();
  const device = aDevice();
  const keeper = await alliance.person("Keeper");
  const guest = await person(device);
  const space = good(await keeper.vault.createSpace({ name: "Made-up casework", relay: alliance.url }));
  await bringIn(keeper, guest, space);
  for (const title of ["A", "B", "C"]) good(await keeper.vault.write([{ type: "case", fields: { title } }]));
  good(await keeper.vault.sync());
  return { keeper, guest, device, space };
}

test.each(["log", "tables"] as const)(
  "a pull that meets a full disk in its %s goes on when there is space, with nothing lost or doubled",
  async (where) => {
    for (const room of [0, 1, 2]) {
      const { keeper, guest, device } = await behind();
      device.room[where] = room;
      const met = await guest.vault.sync();
      if (room === 0) expect(met).toEqual(full);
      device.room[where] = Number.POSITIVE_INFINITY;
      good(await guest.vault.sync());
      expect(await titles(guest)).toEqual(["A", "B", "C"]);
      good(await guest.vault.write([{ type: "case", fields: { title: "D" } }]));
      good(await guest.vault.sync());
      good(await keeper.vault.sync());
      expect(await titles(keeper)).toEqual(["A", "B", "C", "D"]);
      expect(await guest.vault.ask("spaces", {})).toMatchObject([{ records: 4, sync: { problem: null, unsent: 0 } }]);
      await guest.vault.close();
      const again = await person(device);
      expect(await titles(again)).toEqual(["A", "B", "C", "D"]);
      expect(await again.vault.ask("spaces", {})).toMatchObject([{ records: 4 }]);
      await again.vault.close();
      vaults.splice(0);
      if (room < 2) await alliance.end();
    }
  },
  60_000,
);

test("a save is there after reopening exactly where the answer said so, whatever was full", async () => {
  alliance = exampleAlliance();
  const device = aDevice();
  let guest = await person(device);
  const space = good(await guest.vault.createSpace({ name: "Alone" }));
  const saved: string[] = [];
  for (const where of ["log", "tables"] as const)
    for (const room of [0, 1, 2]) {
      const title = `${where} ${room}`;
      device.room[where] = room;
      const answer = await guest.vault.write([{ type: "case", fields: { title } }], space);
      if (answer.ok) saved.push(title);
      else expect(answer).toEqual(full);
      const blocked = await guest.vault.write([{ type: "case", fields: { title: `${title}, next` } }], space);
      if (blocked.ok) saved.push(`${title}, next`);
      device.room[where] = Number.POSITIVE_INFINITY;
      good(await guest.vault.write([{ type: "case", fields: { title: `${title}, then` } }], space));
      saved.push(`${title}, then`);
      expect(await titles(guest)).toEqual([...saved].sort());
      await guest.vault.close();
      guest = await person(device);
      expect(await titles(guest)).toEqual([...saved].sort());
    }
  expect(saved).not.toContain("log 0");
});
