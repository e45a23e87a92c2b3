/** What stands in a form becomes what is saved: only what changed, with the versions that the writer saw. */

import type { Draft } from "@saksi/domain/change";
import type { RecordId, SpaceId, Version } from "@saksi/domain/id";
import type { RecordType } from "@saksi/domain/record-type";
import type { Fields, Value } from "@saksi/domain/value";

/** What a form holds. `undefined`: nothing is written there. */
export type FormValues = Readonly<Record<string, Value | undefined>>;

/** A record as it stood when its form was opened. A later change of someone else makes a sibling, never a loss. */
export interface Opened {
  readonly id: RecordId;
  readonly fields: Fields;
  readonly versions: Readonly<Record<string, readonly Version[]>>;
}

/**
 * The draft that a save writes.
 *
 * @param given.opened  the record that is edited; not given for one that begins
 * @returns             null where nothing changed
 */
export function draftOf(
  type: RecordType,
  values: FormValues,
  given: { readonly opened?: Opened | undefined; readonly space?: SpaceId; readonly circle?: 0 | 1 },
): Draft | null {
  const { opened, space, circle } = given;
  const fields = changedFields(values, opened?.fields ?? {});
  const names = Object.keys(fields);
  if (names.length === 0) return null;
  if (!opened) return { type: type.name, fields, ...(space && { space }), ...(circle && { circle }) };
  const base = Object.fromEntries(names.map((name) => [name, opened.versions[name] ?? []]));
  return { id: opened.id, type: type.name, fields, base };
}

/** The fields that differ from what stood. Taking everything out of a field clears it: null. */
function changedFields(values: FormValues, before: Fields): Fields {
  const changed: Record<string, Value> = {};
  for (const [name, value] of Object.entries(values)) {
    const now = isBlank(value) ? null : value;
    const then = isBlank(before[name]) ? null : before[name];
    if (JSON.stringify(now) !== JSON.stringify(then)) changed[name] = now ?? null;
  }
  return changed;
}

export const isBlank = (value: Value | undefined): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === "string" && value.trim() === "") ||
  (Array.isArray(value) && value.length === 0);

/** Without the fields that could not be saved: half a date must not hold back the words beside it when the vault locks. */
export function withoutFields(values: FormValues, names: ReadonlySet<string>): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.has(name)));
}
