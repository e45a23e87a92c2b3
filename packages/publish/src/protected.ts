/**
 * What must not appear in a publication: every identifying and restricted value of everyone linked to the case, in every
 * script and spelling kept, case codes, file names, and pseudonyms where the level asks it.
 */

import type { CaseFile, CaseRecord } from "@saksi/domain/case-file";
import { type Field, fieldsOf, type RecordType } from "@saksi/domain/record-type";
import { recordTypeNamed } from "@saksi/domain/record-types";
import { identityOrder } from "@saksi/domain/use";
import { isUnknown, type Value } from "@saksi/domain/value";

/** One string and where it is kept. The string is never shown, logged or handed on; record and field are. */
export interface ProtectedString {
  readonly record: string;
  readonly field: string;
  readonly text: string;
  /** How it may be written otherwise */
  readonly form: "name" | "date" | "file" | "code" | "words";
}

export interface Protection {
  /** Every record linked to the case, the smaller circle's included */
  readonly file: CaseFile;
  /** IL.0 to IL.6 */
  readonly identityLevel: string;
  /** People whose names a grant covers for this use; their other identifying values stay protected */
  readonly named: ReadonlySet<string>;
}

const names = new Set(["realName", "otherNames", "nameHeard"]);

export function protectedStrings({ file, identityLevel, named }: Protection): readonly ProtectedString[] {
  return file.records.flatMap((record) => {
    const type = recordTypeNamed(record.type);
    if (type === undefined) return newerStrings(record);
    const own = typeof record.fields["person"] === "string" && named.has(record.fields["person"]);
    const kept = fieldStrings(record, type).filter(
      ({ field }) => !(own && (field === "realName" || field === "otherNames")),
    );
    return [...kept, ...labels(record, identityLevel), ...newerStrings(record, type)];
  });
}

/** Whole, not in parts: a pseudonym is two plain words. Case codes never appear; pseudonyms appear from IL.3 on, below it every publication makes its own. */
function labels({ id, type, fields, standing }: CaseRecord, identityLevel: string): ProtectedString[] {
  const field =
    type === "case" ? "code" : type === "person" && (identityOrder(identityLevel) ?? 0) < 3 ? "pseudonym" : undefined;
  if (field === undefined) return [];
  const said = [fields[field], ...(standing?.[field] ?? [])];
  return said.flatMap((text) => (typeof text === "string" ? [{ record: id, field, text, form: "code" as const }] : []));
}

function fieldStrings(record: CaseRecord, type: RecordType): ProtectedString[] {
  return fieldsOf(type).flatMap(([name, field]) =>
    // In conflict every value that stands is as secret as the one shown, and so is what was corrected.
    [record.fields[name], ...(record.standing?.[name] ?? []), ...(record.past?.[name] ?? [])].flatMap((value) =>
      valueStrings(record.id, name, { field, value }),
    ),
  );
}

function valueStrings(
  record: string,
  name: string,
  { field, value }: { field: Field; value: Value | undefined },
): ProtectedString[] {
  if (value === undefined || value === null || isUnknown(value)) return [];
  if (field.kind === "file") return fileNames(record, name, value);
  if (field.kind === "list") return listStrings(record, name, { of: field.of, value });
  if (field.class !== "identifying" && field.class !== "restricted") return [];
  if (field.kind === "body-map") return noteStrings(record, name, value);
  // Codes and links mean nobody by themselves.
  if (field.kind !== "text" && field.kind !== "texts" && field.kind !== "date") return [];
  const form = field.kind === "date" ? "date" : names.has(name) ? "name" : "words";
  return texts(value).map((text) => ({ record, field: name, text, form }));
}

const texts = (value: Value): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === "string" && one.trim() !== "");

function fileNames(record: string, field: string, value: Value): ProtectedString[] {
  const name = typeof value === "object" && value !== null && "name" in value ? value.name : undefined;
  return typeof name === "string" && name !== "" ? [{ record, field, text: name, form: "file" }] : [];
}

function listStrings(
  record: string,
  name: string,
  { of, value }: { of: Readonly<Record<string, Field>>; value: Value },
): ProtectedString[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((row) =>
    typeof row === "object" && row !== null && !Array.isArray(row)
      ? Object.entries(of).flatMap(([key, field]) =>
          valueStrings(record, `${name}.${key}`, { field, value: (row as Readonly<Record<string, Value>>)[key] }),
        )
      : [],
  );
}

function noteStrings(record: string, field: string, value: Value): ProtectedString[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((mark) =>
    typeof mark === "object" && mark !== null && "note" in mark && typeof mark.note === "string" && mark.note !== ""
      ? [{ record, field, text: mark.note, form: "words" as const }]
      : [],
  );
}

/** What a newer Saksi wrote: nobody here knows which of its values identify, so every text of it does. */
function newerStrings(record: CaseRecord, type?: RecordType): ProtectedString[] {
  const known = new Set(type ? fieldsOf(type).map(([name]) => name) : []);
  return Object.entries(record.fields)
    .filter(([field]) => !known.has(field))
    .flatMap(([field, value]) =>
      [value, ...(record.standing?.[field] ?? [])]
        .flatMap(texts)
        .map((text) => ({ record: record.id, field, text, form: "words" as const })),
    );
}
