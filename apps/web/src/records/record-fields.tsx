/** Fields of a record, read aloud: one row a field, in the order given. It does not know what a testimony is. */

import { asCode, asLinks } from "@saksi/domain/field-values";
import type { RecordId, SpaceId } from "@saksi/domain/id";
import type { RecordType } from "@saksi/domain/record-type";
import type { FormValues } from "./draft-of.ts";
import type { ShownField } from "./field-props.ts";
import type { NamedField } from "./form-parts.ts";
import { problemsOf, problemsOfField } from "./sentences.ts";

export interface FieldsProps {
  readonly type: RecordType;
  readonly fields: readonly NamedField[];
  readonly values: FormValues;
  readonly space: SpaceId;
  readonly row: ShownField;
  /** A person tried to save: what is needed and missing is said too */
  readonly asking?: boolean;
  readonly onChange: (change: (before: FormValues) => FormValues) => void;
}

export function RecordFields({ type, fields, values, space, row: FieldRow, asking = false, onChange }: FieldsProps) {
  const problems = problemsOf(type, values, asking);
  return fields.map(([name, field]) => (
    <FieldRow
      key={name}
      name={name}
      field={field}
      value={values[name]}
      problems={problemsOfField(problems, name)}
      space={space}
      of={caseOf(type, values)}
      lang={name === "translation" ? undefined : asCode(values.language)}
      onChange={(value) => onChange((before) => ({ ...before, [name]: value }))}
    />
  ));
}

const caseOf = (type: RecordType, values: FormValues): RecordId | undefined =>
  type.case === undefined ? undefined : asLinks(values[type.case])[0];
