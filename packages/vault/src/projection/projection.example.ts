/** Made-up changes of made-up people, and tables in memory to project them into. */

import { createHash } from "node:crypto";
import type { Change } from "@saksi/domain/change";
import type { RecordId, SpaceId, Version } from "@saksi/domain/id";
import type { Fields } from "@saksi/domain/value";
import { openMemorySqlite } from "../sqlite.node.ts";
import type { Sqlite } from "../sqlite.ts";
import type { OpenedChange, Tables, TablesContext } from "./opened-change.ts";
import { openTables } from "./tables.ts";
import { versionOf } from "./version.ts";

export const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash("sha256").update(bytes).digest());

const hexOf = (text: string): string => createHash("sha256").update(text).digest("hex");
export const aSpace = (name: string): SpaceId => hexOf(`space ${name}`) as SpaceId;
export const aDevice = (name: string): Uint8Array => new Uint8Array(createHash("sha256").update(name).digest());
export const anId = (name: string): RecordId =>
  [...hexOf(name)]
    .map((letter) => "abcdefghijklmnop"[Number.parseInt(letter, 16)])
    .join("")
    .slice(0, 26) as RecordId;

/** One part, by "aisyah" in the space "office" unless told otherwise; the nonce is made from its name. */
export interface Said {
  readonly name: string;
  readonly record: string;
  readonly fields: Fields;
  readonly answers?: Readonly<Record<string, readonly Version[]>>;
  readonly by?: string;
  readonly type?: string;
  readonly circle?: number;
  readonly space?: string;
  readonly position?: number | null;
  readonly place?: number;
  readonly at?: string;
}

export function opened(said: Said): OpenedChange {
  const { by = "aisyah", space = "office", position = null } = said;
  const change: Change = {
    record: anId(said.record),
    type: said.type ?? "case",
    at: said.at ?? "2026-03-01T09:00:00+08:00",
    nonce: hexOf(`nonce ${said.name}`).slice(0, 32),
    fields: said.fields,
    supersedes: said.answers ?? {},
  };
  return {
    space: aSpace(space),
    entry: hexOf(`entry ${said.name}`),
    index: 0,
    position,
    receivedAt: position === null ? null : 1_770_000_000_000 + position * 1000,
    device: aDevice(by),
    member: hexOf(by).slice(0, 16),
    circle: said.circle ?? 0,
    change,
    place: said.place ?? position ?? 1_000_000,
  };
}

export const versionIn = (change: OpenedChange): Version =>
  versionOf(sha256, { ...change, nonce: change.change.nonce });

/** Tables in memory over a log that is a list; `soon` waits until `frame` is called. */
export function someTables(given: { readonly db?: Sqlite; readonly context?: Partial<TablesContext> } = {}) {
  const log = new Map<string, Change>();
  const waiting: (() => void)[] = [];
  const tables = openTables(given.db ?? openMemorySqlite(), {
    sha256,
    reopen: (place, index) => log.get(`${place}.${index}`) ?? null,
    memberName: (_space, member) => `member ${member.slice(0, 4)}`,
    soon: (work) => void waiting.push(work),
    ...given.context,
  });
  function project(...changes: readonly OpenedChange[]): void {
    for (const { place, index, change } of changes) log.set(`${place}.${index}`, change);
    tables.project(changes);
  }
  function frame(): void {
    for (const work of waiting.splice(0)) work();
  }
  return { tables: tables as Tables, project, frame, log };
}
