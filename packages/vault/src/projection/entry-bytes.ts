import { fromHex } from "@saksi/wire/bytes";

/** An entry id or a version as a table keeps it: half the size of its text. */
export function entryBytes(idHex: string): Uint8Array {
  const bytes = fromHex(idHex);
  if (!bytes) throw new Error("not hexadecimal");
  return bytes;
}
