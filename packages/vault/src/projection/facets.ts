/**
 * Short values as single tokens, so that a filter on any field is a look into the search index, not a scan of bodies.
 *
 * A token is a hash without secrets in it; two values may share one, so whoever asks looks at the records found as well.
 */

import type { Field, RecordType } from "@saksi/domain/record-type";
import type { Fields, Value } from "@saksi/domain/value";

const longestText = 100;

/** Kinds that a filter can ask for by value. */
export const hasFacets = (field: Field): boolean =>
  field.kind !== "list" && field.kind !== "file" && field.kind !== "body-map" && !(field.kind === "text" && field.long);

/** A token for each value of each short field; of choices, links and texts one for each of them. */
export function facetsOf(type: RecordType | undefined, fields: Fields): string {
  if (!type) return "";
  let facets = "";
  for (const [name, value] of Object.entries(fields)) {
    const field = type.fields[name];
    if (!field || !hasFacets(field)) continue;
    const values = Array.isArray(value) ? value : [value];
    for (const each of values) if (isShort(each)) facets += `${facet(name, each)} `;
  }
  return facets;
}

const isShort = (value: Value): boolean => typeof value !== "string" || value.length <= longestText;

/** Undefined where the index does not hold such values. */
export function facetAsked(type: RecordType | undefined, name: string, value: Value): string | undefined {
  const field = type?.fields[name];
  if (!field || !hasFacets(field) || value === null || Array.isArray(value) || !isShort(value)) return undefined;
  return facet(name, value);
}

/** Whether a field's value is the one asked for, or holds it among others. */
export function holds(value: Value | undefined, asked: Value): boolean {
  const wanted = JSON.stringify(asked);
  if (value === undefined) return asked === null;
  if (JSON.stringify(value) === wanted) return true;
  return Array.isArray(value) && value.some((each) => JSON.stringify(each) === wanted);
}

/** So that a search in one space, or of one type, looks at no other. */
export const spaceToken = (sid: number): string => `s${sid}`;
export const typeToken = (type: string): string => `t${facet("", type)}`;

/** FNV-1a twice over, 64 bits as hexadecimal. */
function facet(name: string, value: Value): string {
  const text = `${name}=${JSON.stringify(value)}`;
  let one = 0x811c9dc5;
  let other = 0x9dc5811c;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ code ^ (at & 0xff), 0x85ebca6b);
  }
  return `f${(one >>> 0).toString(16)}x${(other >>> 0).toString(16)}`;
}
