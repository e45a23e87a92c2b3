/** What lists, filters and links need of a record, taken out of its fields by its type's declaration. */

import { asCode, asLinks, asRows } from "@saksi/domain/field-values";
import { sortKey } from "@saksi/domain/partial-date";
import { recordTitle, recordWhen } from "@saksi/domain/record-title";
import type { Field } from "@saksi/domain/record-type";
import { recordTypeNamed } from "@saksi/domain/record-types";
import type { Fields, Value } from "@saksi/domain/value";
import { termLabel } from "@saksi/domain/vocabulary";

export interface ListColumns {
  readonly title: string;
  /** Sorts titles without regard to case and width */
  readonly titleKey: string;
  /** Partial-date sort key, or null */
  readonly whenKey: string | null;
  readonly state: string | null;
  /** The first case it names, or null */
  readonly caseId: string | null;
}

const titleKeyLength = 60;

/** Of a type that is not known here: its name, no time, no state, no case. */
export function listColumns(typeName: string, fields: Fields): ListColumns {
  const type = recordTypeNamed(typeName);
  if (!type) return { title: typeName, titleKey: typeName, whenKey: null, state: null, caseId: null };
  const when = recordWhen(type, fields);
  const title = recordTitle(type, fields, termLabel);
  return {
    title,
    titleKey: title.normalize("NFKC").toLowerCase().slice(0, titleKeyLength),
    whenKey: when === undefined ? null : sortKey(when),
    state: type.state === undefined ? null : (asCode(fields[type.state]) ?? null),
    caseId: type.case === undefined ? null : (asLinks(fields[type.case])[0] ?? null),
  };
}

/** The records that a value of a field points at, also inside the rows of a list. */
export function linksIn(typeName: string, name: string, value: Value): readonly string[] {
  const field = recordTypeNamed(typeName)?.fields[name];
  return field === undefined ? [] : targetsOf(field, value);
}

function targetsOf(field: Field, value: Value): readonly string[] {
  if (field.kind === "link" || field.kind === "links") return asLinks(value);
  if (field.kind !== "list") return [];
  return asRows(value).flatMap((row) =>
    Object.entries(row).flatMap(([name, inner]) => {
      const within = field.of[name];
      return within === undefined ? [] : targetsOf(within, inner);
    }),
  );
}

/** Whether a newer Saksi wrote it: its type, or one of its fields, is not declared here. */
export function isNewer(typeName: string, fields: Fields): boolean {
  const type = recordTypeNamed(typeName);
  return !type || Object.keys(fields).some((name) => !Object.hasOwn(type.fields, name));
}
