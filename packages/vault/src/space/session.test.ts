import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Change } from "@saksi/domain/change";
import { newRecordId } from "@saksi/domain/id";
import { toHex } from "@saksi/wire/bytes";
import { afterEach, expect, test } from "vitest";
import { openNodeCrypto } from "../crypto.node.ts";
import { memoryDisk } from "../disk.memory.ts";
import type { Disk } from "../disk.ts";
import { composeRecordEntry, type OwnEntry } from "../entry/compose.ts";
import { keyOf, writeChanges } from "../entry/write.ts";
import { openLog } from "../log/log.ts";
import { partsOfPlace } from "../log/log-place.ts";
import { openNodeSqlite } from "../sqlite.node.ts";
import { foundSpace } from "./found.ts";
import { encodeLogRecord, type LogRecord } from "./log-record.ts";
import { openSession, type Session } from "./session.ts";
import { following, type Space } from "./space.ts";

const crypto = await openNodeCrypto((length) => new Uint8Array(randomBytes(length)));
const key = crypto.random(32);
const folders: string[] = [];
let session: Session | null = null;

afterEach(() => {
  session?.close();
  session = null;
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

interface Device {
  readonly disk: Disk;
  readonly tables: string;
}

function aDevice(): Device {
  const folder = mkdtempSync(join(tmpdir(), "saksi-session-"));
  folders.push(folder);
  return { disk: memoryDisk(crypto.random), tables: join(folder, "tables") };
}

/** As after unlocking; what an earlier session held in memory is gone, as after a kill. */
function opened({ disk, tables }: Device): Session {
  const db = openNodeSqlite({ file: tables, key });
  if (!db.ok) throw new Error(db.error.kind);
  const log = openLog({ disk, key, aead: crypto.aead, random: crypto.random });
  session = openSession({ crypto, log, db: db.value, soon: (work) => void setImmediate(work) });
  return session;
}

function founded(session: Session): Space {
  const profile = { name: "Made-up", organisation: "Made-up Centre" };
  const { space, records } = foundSpace(crypto, { name: "Made-up space", sample: false, profile, now: 1 });
  session.keep(records);
  return spaceIn(session, space);
}

function spaceIn(session: Session, id: string): Space {
  const space = session.ledger.spaces.get(id);
  if (space === undefined) throw new Error("the space is in the ledger");
  return space;
}

const aChange = (title: string): Change => ({
  record: newRecordId(crypto.random),
  type: "case",
  at: "2026-11-21T12:00:00Z",
  nonce: toHex(crypto.random(16)),
  fields: { title },
  supersedes: {},
});

function anEntry(space: Space, title: string, after?: OwnEntry): OwnEntry {
  if (space.log === null) throw new Error("a founded space has a log");
  const bytes = new TextEncoder().encode(JSON.stringify(aChange(title)));
  const next = following(crypto, space, space.log, after ?? space.unsent.at(-1) ?? null);
  const author = { crypto, signer: space.device.signer };
  return composeRecordEntry(author, next, [{ circle: 0, bytes, chunks: [] }], keyOf(space, next.epoch));
}

const own = ({ signed }: OwnEntry, follow = 0): LogRecord => ({
  kind: "own",
  follow,
  replaces: new Uint8Array(0),
  at: 1,
  signed,
});

const titlesIn = ({ tables }: Session): unknown[] =>
  tables.ask("records", { type: "case", order: "title" }).map(({ fields }) => fields.title);

test("an entry that reached the log and not the tables before a kill is in the tables after it", () => {
  const device = aDevice();
  const before = opened(device);
  const space = founded(before);
  writeChanges(before, space, { changes: [aChange("Projected")], circles: [0], now: 1 });
  before.close();
  const killed = opened(device);
  killed.log.append([encodeLogRecord(own(anEntry(spaceIn(killed, space.id), "Not projected")))], { flush: true });
  killed.log.close();
  killed.db.close();
  const after = opened(device);
  expect(titlesIn(after)).toEqual(["Not projected", "Projected"]);
  expect(spaceIn(after, space.id).unsent).toHaveLength(3);
});

test("of a save of several entries that was cut in two nothing stays, and the next save stands", () => {
  const device = aDevice();
  const killed = opened(device);
  const space = founded(killed);
  const first = anEntry(space, "Half, one");
  killed.log.append([encodeLogRecord(own(first, 1))], { flush: true });
  killed.log.close();
  killed.db.close();
  const after = opened(device);
  expect(titlesIn(after)).toEqual([]);
  writeChanges(after, spaceIn(after, space.id), { changes: [aChange("Whole")], circles: [0], now: 2 });
  after.close();
  const again = opened(device);
  expect(titlesIn(again)).toEqual(["Whole"]);
  expect(spaceIn(again, space.id).unsent).toHaveLength(2);
});

test("a save of more records than a body holds is several entries of one chain, with every record", () => {
  const device = aDevice();
  const before = opened(device);
  const space = founded(before);
  const changes = Array.from({ length: 250 }, (_, index) => aChange(`Case ${String(index).padStart(3, "0")}`));
  writeChanges(before, space, { changes, circles: changes.map(() => 0), now: 1 });
  expect(space.unsent.map(({ dseq }) => dseq)).toEqual([0, 1, 2, 3]);
  before.close();
  const after = opened(device);
  expect(after.tables.ask("count", { type: "case" })).toMatchObject([{ count: 250 }]);
});

test("a record that no body could hold is refused by name, and nothing of its save is kept", () => {
  const here = opened(aDevice());
  const space = founded(here);
  const changes = [aChange("Small"), aChange("x".repeat(300_000))];
  expect(writeChanges(here, space, { changes, circles: [0, 0], now: 1 })).toMatchObject({
    error: { kind: "record-too-large", draft: 1 },
  });
  expect(titlesIn(here)).toEqual([]);
  expect(space.unsent).toHaveLength(1);
});

test("a damaged stretch of the log stops its space by name, and the other space stays whole", () => {
  const device = aDevice();
  const before = opened(device);
  const hurt = founded(before);
  const whole = founded(before);
  for (const title of ["One", "Two", "Three"]) {
    writeChanges(before, hurt, { changes: [aChange(`Hurt ${title}`)], circles: [0], now: 1 });
    writeChanges(before, whole, { changes: [aChange(`Whole ${title}`)], circles: [0], now: 1 });
  }
  const [, second] = hurt.unsent;
  if (second === undefined) throw new Error("it was saved");
  before.close();
  rmSync(device.tables, { force: true });
  const [name = ""] = device.disk.list();
  const file = device.disk.open(name);
  const at = partsOfPlace(second.place).at + 64;
  file.write(
    at,
    file.read(at, 1).map((byte) => byte ^ 1),
  );
  const after = opened(device);
  expect(after.log.damaged()).toMatchObject([{ kind: "frame" }]);
  expect(spaceIn(after, whole.id).unsent).toHaveLength(4);
  expect(titlesIn(after).filter((title) => String(title).startsWith("Whole"))).toHaveLength(3);
});

test("opening from a snapshot and opening from the whole log give the same ledger", () => {
  const device = aDevice();
  const before = opened(device);
  const space = founded(before);
  for (let each = 0; each < 20; each += 1)
    writeChanges(before, space, { changes: [aChange(`${each}`)], circles: [each % 2], now: each });
  before.close();
  const fromSnapshot = opened(device);
  const kept = plainOf(spaceIn(fromSnapshot, space.id));
  fromSnapshot.close();
  rmSync(device.tables, { force: true });
  const fromLog = opened(device);
  expect(plainOf(spaceIn(fromLog, space.id))).toEqual(kept);
});

const plainOf = ({ device, keys, log, ...state }: Space) => ({
  ...state,
  device: toHex(device.signer.publicKey),
  keys: keys.all(),
  log: log && { ...log, tree: toHex(log.tree.root()) },
});
