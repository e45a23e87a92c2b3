/**
 * What stands of a record, by field: every writing that no later one has answered.
 *
 * [Note: the fold] Changes are folded in the log's order, unsent ones last. A change takes away the writings it names,
 * if they stand before it, and adds its own. So naming a version that is unknown, or that comes later in the order, has
 * no effect and is not remembered; two that stand are a conflict; nothing is decided by clocks.
 */

import type { Change } from "@saksi/domain/change";
import type { RecordId, Version } from "@saksi/domain/id";
import { narrowerGrant } from "@saksi/domain/narrower-grant";
import type { Fields, Value } from "@saksi/domain/value";

export interface Stand {
  readonly version: Version;
  readonly value: Value;
}

/** In the order in which fields were first written; the writings of a field in the log's order, never none. */
export type Standing = ReadonlyMap<string, readonly Stand[]>;

export const nothing: Standing = new Map();

/** A standing that changes are folded into. Each costs what it says and answers, however much stands beside it. */
export interface Folding {
  /** A field that is named as answered but not written again stays as it is. */
  add(change: Change, version: Version): void;
  standing(): Standing;
}

export function foldingFrom(before: Standing): Folding {
  const fields = new Map([...before].map(([field, stands]) => [field, new Map(stands.map(pairOf))]));
  return {
    add({ fields: said, supersedes }, version) {
      for (const [field, value] of Object.entries(said)) {
        const stands = fields.get(field) ?? new Map<Version, Value>();
        const answered = Object.hasOwn(supersedes, field) ? (supersedes[field] ?? []) : [];
        for (const old of answered) stands.delete(old);
        fields.set(field, stands.set(version, value));
      }
    },
    standing: () => new Map([...fields].map(([field, stands]) => [field, [...stands].map(standOf)])),
  };
}

const pairOf = ({ version, value }: Stand): [Version, Value] => [version, value];
const standOf = ([version, value]: [Version, Value]): Stand => ({ version, value });

/** Fields of which more than one writing stands. */
export const conflictsOf = (standing: Standing): readonly string[] =>
  [...standing].flatMap(([field, stands]) => (stands.length > 1 ? [field] : []));

/**
 * The record as it reads now: the first of what stands; of a grant in conflict, the narrower. What was cleared is left out.
 */
export function fieldsOf(standing: Standing, { id, type }: { readonly id: RecordId; readonly type: string }): Fields {
  const first = new Map<string, Value>();
  for (const [field, [stand]] of standing) if (stand && stand.value !== null) first.set(field, stand.value);
  const fields: Fields = Object.fromEntries(first);
  if (type !== "grant") return fields;
  const contested = [...standing].filter(([, stands]) => stands.length > 1);
  if (contested.length === 0) return fields;
  const values = contested.map(([field, stands]) => [field, stands.map(({ value }) => value)] as const);
  return narrowerGrant({ id, type, fields, standing: Object.fromEntries(values) }).fields;
}

/** How a standing lies in the table `body`. A record of one change has a version and its fields, and nothing else. */
export interface StoredStanding {
  /** Version of every field that `others` does not name */
  readonly version: string;
  /** JSON: the first value that stands of each field, `null` where it was cleared */
  readonly fields: string;
  /** JSON: by field, version of the first, then version and value of each further one; null when there are none */
  readonly others: string | null;
}

/** The same as `storedStanding` of what stands after a record's first change, in a fifth of the time. */
export const firstStored = ({ fields }: Change, version: Version): StoredStanding => ({
  version,
  fields: JSON.stringify(fields),
  others: null,
});

type Others = readonly [string, readonly [string, ...(readonly [string, Value])[]]];

/** @param version  the record's first version, which most of its fields keep */
export function storedStanding(standing: Standing, version: Version): StoredStanding {
  const fields: [string, Value][] = [];
  const others: Others[] = [];
  for (const [field, [first, ...more]] of standing) {
    if (!first) continue;
    fields.push([field, first.value]);
    if (more.length > 0 || first.version !== version) {
      others.push([field, [first.version, ...more.map((stand) => [stand.version, stand.value] as const)]]);
    }
  }
  return {
    version,
    fields: JSON.stringify(Object.fromEntries(fields)),
    others: others.length === 0 ? null : JSON.stringify(Object.fromEntries(others)),
  };
}

/** @param stored  as `storedStanding` made it */
export function readStanding(stored: StoredStanding): Standing {
  const fields = JSON.parse(stored.fields) as Fields;
  const others = stored.others === null ? undefined : (JSON.parse(stored.others) as Record<string, Others[1]>);
  const standing = new Map<string, readonly Stand[]>();
  for (const [field, value] of Object.entries(fields)) {
    const other = others && Object.hasOwn(others, field) ? others[field] : undefined;
    const [version, ...more] = other ?? [stored.version];
    const further = more.map(([name, said]) => ({ version: name as Version, value: said }));
    standing.set(field, [{ version: version as Version, value }, ...further]);
  }
  return standing;
}
