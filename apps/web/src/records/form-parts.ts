/** In which order a person is asked: first what is needed or belongs to the five-minute record, the rest behind *More*. */

import { type Field, fieldsOf, type RecordType } from "@saksi/domain/record-type";

export type NamedField = readonly [name: string, field: Field];

/** Below this a form is short enough to be shown whole. */
const short = 8;

const asked = (type: RecordType): readonly NamedField[] => fieldsOf(type).filter(([, field]) => !field.hidden);

const isFirst = (type: RecordType, [name, field]: NamedField): boolean =>
  field.required === true || field.minimum === true || name === type.title || name === type.when;

export function firstFields(type: RecordType): readonly NamedField[] {
  const all = asked(type);
  return all.length <= short ? all : all.filter((field) => isFirst(type, field));
}

/** What is left: about the case, then the team's own notes (class internal). */
export function moreFields(type: RecordType): {
  readonly about: readonly NamedField[];
  readonly team: readonly NamedField[];
} {
  const first = new Set(firstFields(type).map(([name]) => name));
  const rest = asked(type).filter(([name]) => !first.has(name));
  return {
    about: rest.filter(([, field]) => field.class !== "internal"),
    team: rest.filter(([, field]) => field.class === "internal"),
  };
}
