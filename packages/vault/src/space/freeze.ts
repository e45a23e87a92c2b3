/**
 * Maps and bytes as JSON and back, for what the tables keep of a space so that it opens fast. A cache of our own inside
 * an encrypted database, dropped whenever its format number changes; never read from anywhere else.
 */

import { fromHex, toHex } from "@saksi/wire/bytes";

export const freeze = (value: unknown): string => JSON.stringify(value, (_, inner: unknown) => frozen(inner));

/** @returns  what was frozen; its shape is the caller's word, as the same build wrote it */
export const thaw = (text: string): unknown => JSON.parse(text, (_, inner: unknown) => thawed(inner));

function frozen(value: unknown): unknown {
  if (value instanceof Uint8Array) return { $bytes: toHex(value) };
  if (value instanceof Map) return { $map: [...value] };
  return value;
}

function thawed(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if ("$bytes" in value && typeof value.$bytes === "string") return fromHex(value.$bytes);
  return "$map" in value && Array.isArray(value.$map) ? new Map(value.$map as [unknown, unknown][]) : value;
}
