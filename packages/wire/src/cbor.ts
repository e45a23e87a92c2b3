/**
 * The one encoding of everything that is signed or sent: CBOR (RFC 8949) cut down to arrays, integers, byte strings and
 * NFC text, each in its shortest form. What has two encodings is refused, so bytes and meaning are the same thing.
 *
 * A byte format; why it is our own, and what it is checked against: docs/decisions/0002.
 */

import { err, ok, type Result } from "./result.ts";

export type Cbor = number | string | Uint8Array | readonly Cbor[];

/** `at` is the offset in bytes of what was refused. */
export interface CborError {
  readonly kind: "bad-encoding";
  readonly reason:
    | "cut-short"
    | "trailing-bytes"
    | "not-shortest"
    | "integer-too-large"
    | "text-not-nfc"
    | "text-not-utf8"
    | "too-deep"
    | "type-not-allowed"
    | "not-as-expected";
  readonly at: number;
}

const deepest = 16;
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const toUtf8 = new TextEncoder();

/**
 * Text is put into NFC on its way in. What could not be read back is a mistake of ours: an unsafe integer or a list
 * nested too deep throws.
 */
export function encode(value: Cbor): Uint8Array {
  if (isTooDeep(value, 0)) throw new Error(`lists nest at most ${deepest} deep`);
  const out = new Uint8Array(sizeOf(value));
  write(out, 0, value);
  return out;
}

/** Reads one value that fills `bytes`. Byte strings are views into them, not copies. */
export function decode(bytes: Uint8Array): Result<Cbor, CborError> {
  const read = reader(bytes);
  try {
    const value = read.value();
    read.end();
    return ok(value);
  } catch (problem) {
    return refused(problem);
  }
}

/**
 * Reads a run of values laid end to end (RFC 8742). What is cut short at the end is left over, to be continued.
 *
 * @returns  the whole values, and how many bytes they took
 */
export function decodeSequence(bytes: Uint8Array): Result<{ values: Cbor[]; taken: number }, CborError> {
  const values: Cbor[] = [];
  const read = reader(bytes);
  let taken = 0;
  try {
    while (taken < bytes.length) {
      values.push(read.value());
      taken = read.at();
    }
  } catch (problem) {
    if (!(problem instanceof Refused) || problem.error.reason !== "cut-short") return refused(problem);
  }
  return ok({ values, taken });
}

/** A cursor for formats that are read field by field. Its methods throw; wrap them in `reading`. */
export interface Reader {
  at(): number;
  array(length?: number): number;
  integer(): number;
  bytes(length?: number): Uint8Array;
  text(): string;
  value(): Cbor;
  end(): void;
  /** Refuses here, for a reason of the format that is being read */
  refuse(): never;
}

/** Runs `read` over a cursor and turns a refusal into a Result. */
export function reading<Value>(bytes: Uint8Array, read: (from: Reader) => Value): Result<Value, CborError> {
  try {
    const from = reader(bytes);
    const value = read(from);
    from.end();
    return ok(value);
  } catch (problem) {
    return refused(problem);
  }
}

class Refused extends Error {
  readonly error: CborError;
  constructor(reason: CborError["reason"], at: number) {
    super(reason);
    this.error = { kind: "bad-encoding", reason, at };
  }
}

function refused(problem: unknown): { readonly ok: false; readonly error: CborError } {
  if (problem instanceof Refused) return err(problem.error);
  throw problem;
}

function reader(bytes: Uint8Array): Reader {
  let at = 0;

  const refuse = (reason: CborError["reason"], where = at): never => {
    throw new Refused(reason, where);
  };
  const byte = (): number => {
    const value = bytes[at];
    if (value === undefined) return refuse("cut-short");
    at += 1;
    return value;
  };

  function argument(info: number): number {
    const start = at - 1;
    if (info < 24) return info;
    if (info > 27) return refuse("type-not-allowed", start);
    const length = 1 << (info - 24);
    let value = 0;
    for (let index = 0; index < length; index += 1) value = value * 256 + byte();
    const least = [24, 0x100, 0x1_0000, 0x1_0000_0000][info - 24] ?? 0;
    if (value < least) refuse("not-shortest", start);
    if (!Number.isSafeInteger(value)) refuse("integer-too-large", start);
    return value;
  }

  function head(major: number): number {
    const first = byte();
    if (first >> 5 !== major) refuse("not-as-expected", at - 1);
    return argument(first & 31);
  }

  /** Every value takes a byte at least: a longer list is refused before anything is made for it. */
  function fits(count: number): void {
    if (count > bytes.length - at) refuse("cut-short");
  }

  function run(length: number): Uint8Array {
    if (length > bytes.length - at) refuse("cut-short");
    at += length;
    return bytes.subarray(at - length, at);
  }

  function textOf(length: number): string {
    const start = at;
    const raw = run(length);
    let text: string;
    try {
      text = utf8.decode(raw);
    } catch {
      return refuse("text-not-utf8", start);
    }
    if (text.normalize("NFC") !== text) refuse("text-not-nfc", start);
    return text;
  }

  function value(depth: number): Cbor {
    if (depth > deepest) refuse("too-deep");
    const first = byte();
    const major = first >> 5;
    if (major > 4) refuse("type-not-allowed", at - 1);
    const size = argument(first & 31);
    if (major === 0) return size;
    if (major === 1) return Number.isSafeInteger(-1 - size) ? -1 - size : refuse("integer-too-large");
    if (major === 2) return run(size);
    if (major === 3) return textOf(size);
    fits(size);
    const list: Cbor[] = [];
    for (let index = 0; index < size; index += 1) list.push(value(depth + 1));
    return list;
  }

  return {
    at: () => at,
    array(length) {
      const size = head(4);
      if (length !== undefined && size !== length) refuse("not-as-expected");
      fits(size);
      return size;
    },
    integer: () => head(0),
    bytes(length) {
      const size = head(2);
      if (length !== undefined && size !== length) refuse("not-as-expected");
      return run(size);
    },
    text: () => textOf(head(3)),
    value: () => value(0),
    end() {
      if (at !== bytes.length) refuse("trailing-bytes");
    },
    refuse: () => refuse("not-as-expected"),
  };
}

const isTooDeep = (value: Cbor, depth: number): boolean =>
  depth > deepest ||
  (typeof value === "object" &&
    !(value instanceof Uint8Array) &&
    value.some((inner) => typeof inner !== "number" && isTooDeep(inner, depth + 1)));

const headSize = (argument: number): number =>
  argument < 24 ? 1 : argument < 0x100 ? 2 : argument < 0x1_0000 ? 3 : argument < 0x1_0000_0000 ? 5 : 9;

/** Bytes that `encode` will give; the size of a part is known before it is sealed. */
export function sizeOf(value: Cbor): number {
  if (typeof value === "number") return headSize(value < 0 ? -1 - value : value);
  if (typeof value === "string") {
    const { length } = toUtf8.encode(value.normalize("NFC"));
    return headSize(length) + length;
  }
  if (value instanceof Uint8Array) return headSize(value.length) + value.length;
  return value.reduce<number>((sum, inner) => sum + sizeOf(inner), headSize(value.length));
}

function write(out: Uint8Array, at: number, value: Cbor): number {
  if (typeof value === "number") {
    if (!Number.isSafeInteger(value)) throw new Error("only safe integers have an encoding");
    return value < 0 ? writeHead(out, at, 1, -1 - value) : writeHead(out, at, 0, value);
  }
  if (typeof value === "string") {
    const raw = toUtf8.encode(value.normalize("NFC"));
    const start = writeHead(out, at, 3, raw.length);
    out.set(raw, start);
    return start + raw.length;
  }
  if (value instanceof Uint8Array) {
    const start = writeHead(out, at, 2, value.length);
    out.set(value, start);
    return start + value.length;
  }
  let next = writeHead(out, at, 4, value.length);
  for (const inner of value) next = write(out, next, inner);
  return next;
}

function writeHead(out: Uint8Array, at: number, major: number, argument: number): number {
  const size = headSize(argument);
  if (size === 1) {
    out[at] = (major << 5) | argument;
    return at + 1;
  }
  out[at] = (major << 5) | (size === 2 ? 24 : size === 3 ? 25 : size === 5 ? 26 : 27);
  let rest = argument;
  for (let index = at + size - 1; index > at; index -= 1) {
    out[index] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return at + size;
}
