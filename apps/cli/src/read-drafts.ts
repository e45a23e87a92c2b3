/** Drafts from outside: one object, an array, or JSON Lines; read once, named by line where they are wrong. */

import type { Draft } from "@saksi/domain/change";
import { isRecordId } from "@saksi/domain/id";
import { recordTypeNamed } from "@saksi/domain/record-types";
import type { Fields, Value } from "@saksi/domain/value";
import * as v from "valibot";
import { misused, Stopped } from "./command.ts";

const versions = v.record(
  v.string(),
  v.array(v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/, "a version has 32 hexadecimal characters"))),
);
const draftShape = v.strictObject({
  id: v.optional(v.pipe(v.string(), v.check(isRecordId, "an id has 26 characters, a-z and 2-7"))),
  type: v.optional(v.string()),
  circle: v.optional(v.picklist([0, 1])),
  base: v.optional(versions),
  fields: v.record(v.string(), v.any()),
});

const refuse = (message: string): never => {
  throw new Stopped(misused("bad-input", message));
};

/** The text of bytes that are UTF-8. Another encoding would be half lost without a word: the region still writes several. */
export function asUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (problem) {
    if (problem instanceof TypeError)
      return refuse(
        "The input is not UTF-8. Convert it first, for example: iconv -f TIS-620 -t UTF-8. Nothing was saved.",
      );
    throw problem;
  }
}

/** The drafts; what is wrong ends the command with a sentence that names the draft, the place and the reason. */
export function readDrafts(type: string, text: string): Draft[] {
  const drafts: Draft[] = [];
  for (const [index, value] of readJson(text).entries()) {
    const read = v.safeParse(draftShape, withFields(value));
    if (!read.success) {
      const [issue] = read.issues;
      return refuse(`Draft ${index + 1}, ${v.getDotPath(issue) ?? "as a whole"}: ${whyNot(issue)}. Nothing was saved.`);
    }
    const draft = read.output;
    if (draft.type !== undefined && draft.type !== type)
      return refuse(`Draft ${index + 1} is a ${draft.type}, not a ${type}. Nothing was saved.`);
    drafts.push({ ...draft, type } as unknown as Draft); // the shape was just read, its ids and versions by pattern
  }
  return drafts.length > 0 ? drafts : refuse("There is no draft in the input.");
}

/** Ours, or what was expected; never what was received, which may be someone's words. */
const whyNot = ({ expected, message }: v.BaseIssue<unknown>): string =>
  / received /.test(message) ? `expected ${expected ?? "something else"}` : message;

/** `FIELD=VALUE` pairs as the vault's filter, by the field's kind. */
export function readWhere(type: string, given: unknown): Record<string, Value> {
  const where: Record<string, Value> = {};
  for (const pair of Array.isArray(given) ? given : []) {
    const [name = "", ...rest] = String(pair).split("=");
    const field = recordTypeNamed(type)?.fields[name];
    if (rest.length === 0) return refuse(`--where takes FIELD=VALUE, not ${String(pair)}.`);
    if (field === undefined) return refuse(`A ${type} has no field ${name}. See: saksi types ${type}`);
    const value = rest.join("=");
    where[name] = field.kind === "number" ? Number(value) : value;
  }
  return where;
}

/** A draft may be written with its fields at the top. */
function withFields(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value) || "fields" in value) return value;
  const { id, type, circle, base, ...fields } = value as Record<string, unknown>;
  const known = Object.entries({ id, type, circle, base }).filter(([, part]) => part !== undefined);
  return { ...Object.fromEntries(known), fields: fields as Fields };
}

function readJson(text: string): unknown[] {
  const whole = parse(text);
  if ("value" in whole) return Array.isArray(whole.value) ? whole.value : [whole.value];
  const lines = text
    .split("\n")
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== "");
  if (lines.length < 2) return refuse(`The input is not JSON: ${whole.reason}.`);
  return lines.map(({ line, number }) => {
    const value = parse(line);
    return "value" in value ? value.value : refuse(`Line ${number} is not JSON: ${value.reason}. Nothing was saved.`);
  });
}

function parse(text: string): { readonly value: unknown } | { readonly reason: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (problem) {
    if (problem instanceof SyntaxError) return { reason: reasonOf(problem) };
    throw problem;
  }
}

/** The parser's reason without the text it quotes: someone's words must not reach a log. */
const reasonOf = ({ message }: SyntaxError): string =>
  /at position \d+|Unexpected end/.exec(message)?.[0]?.toLowerCase() ?? "unreadable";
