/** What a field may hold. Plain JSON, so that a part of an entry, a row and an export are the same thing. */

/** Why there is no answer. The difference is kept: *not asked* is a task, *refused* is a wish. */
export type Unknown = { readonly unknown: "not-known" | "not-asked" | "refused" };

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** A field's value: JSON of the field's kind, or why it is missing. `null` clears a field. */
export type Value = Json;

export type Fields = Readonly<Record<string, Value>>;

export function isUnknown(value: Value | undefined): value is Unknown {
  return typeof value === "object" && value !== null && !Array.isArray(value) && "unknown" in value;
}

/** A kept file, as an exhibit's `file` field holds it. The chunks themselves are sealed and lie apart. */
export interface FileValue {
  /** SHA-256 of the original bytes, hexadecimal; computed on the device before anything else */
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
  /** As the file was called on the device. Class identifying: never leaves in an export, a URL or a title. */
  readonly name: string;
  /** Key of this file alone, base64 of 32 bytes */
  readonly key: string;
  /** SHA-256 of each sealed chunk, hexadecimal, in order */
  readonly chunks: readonly string[];
}

export interface PlaceValue {
  /** ISO 3166-1 alpha-2 */
  readonly country?: string;
  readonly province?: string;
  readonly district?: string;
}

export interface BodyMark {
  readonly view: string;
  readonly region: string;
  readonly side?: "L" | "R" | "B" | "M";
  /** 0 to 1 of the drawing's width and height */
  readonly x: number;
  readonly y: number;
  readonly note?: string;
}
