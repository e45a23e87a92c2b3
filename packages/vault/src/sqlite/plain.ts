/** Bytes around encryption: how a key is spelled for SQLite, and how a file that is not encrypted gives itself away. */

export const bytesToHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** True when a file begins with the sixteen bytes of a database in clear. */
export const isPlainSqlite = (start: Uint8Array): boolean =>
  start.length >= magic.length && magic.every((byte, index) => byte === start[index]);

const magic = new TextEncoder().encode("SQLite format 3");
