/** What the writers that are killed write, and what must be there afterwards. Made up, and easy to find in raw bytes. */

import { sql } from "../sql.ts";

export const canaries = ["kesaksian-rahasia", "คำให้การลับ", "សក្ខីកម្មសម្ងាត់", "गोप्य-बयान"] as const;
export const tablesKey = new Uint8Array(32).fill(5);

export const attachPassphrase = "a made-up passphrase";
/** The least that a key file allows; what it protects is made up. */
export const cheapCost = { memoryKib: 64 * 1024, passes: 1 };

export const aWitnessStatement = (save: number): string =>
  `save ${save} ${canaries.join(" ")} ${"made up ".repeat(1 + (save % 200))}`;

export const numberOf = (statement: string | undefined): number => Number(statement?.split(" ")[1] ?? Number.NaN);

export const tablesOfSaves = sql`
  create table if not exists saves (save integer primary key, place integer, statement text not null) strict;
  create virtual table if not exists words using fts5 (text, content='', contentless_delete=1, tokenize='ascii');`;
