/**
 * A part's bytes as a change. Whoever wrote them may be a newer Saksi or hostile: the shape is checked here, once, and
 * nothing that fails it reaches a table.
 */

import type { Change } from "@saksi/domain/change";
import { isRecordId, isVersion } from "@saksi/domain/id";

const utf8 = new TextDecoder("utf-8", { fatal: true });
const deepest = 32;

/** Null: not a change. The part stays in the log, and is exported as it is. */
export function readChange(bytes: Uint8Array): Change | null {
  let value: unknown;
  try {
    value = JSON.parse(utf8.decode(bytes));
  } catch {
    return null;
  }
  return isChange(value) ? value : null;
}

function isChange(value: unknown): value is Change {
  if (!isRecord(value) || !isShallow(value, 0)) return false;
  const { record, type, at, nonce, fields, supersedes } = value;
  return (
    isText(record) &&
    isRecordId(record) &&
    isText(type) &&
    /^[a-z][a-z0-9-]{0,63}$/.test(type) &&
    isText(at) &&
    at.length <= 40 &&
    isText(nonce) &&
    /^[0-9a-f]{32}$/.test(nonce) &&
    isRecord(fields) &&
    isRecord(supersedes) &&
    Object.values(supersedes).every((versions) => Array.isArray(versions) && versions.every(isVersionText))
  );
}

const isText = (value: unknown): value is string => typeof value === "string";
const isVersionText = (value: unknown): boolean => isText(value) && isVersion(value);
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What nests too deep could exhaust the stack of whoever walks it. */
function isShallow(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  return depth < deepest && Object.values(value).every((inner) => isShallow(inner, depth + 1));
}
