/** The fields of a record with their labels. What nobody filled in is counted, not listed: silence is no finding. */

import { asCode } from "@saksi/domain/field-values";
import { type Field, fieldsOf, type RecordType } from "@saksi/domain/record-type";
import type { RecordDetail } from "@saksi/vault/port";
import { formatNumber } from "../words/format.ts";
import { say } from "../words/say.ts";
import { isBlank } from "./draft-of.ts";
import { FieldValue } from "./field-value.tsx";

export function RecordRead({ record, type }: { readonly record: RecordDetail; readonly type: RecordType | undefined }) {
  const declared = type ? fieldsOf(type) : [];
  const known = declared.filter(([name, field]) => !isBlank(record.fields[name]) && field.kind !== "file");
  const names = new Set(declared.map(([name]) => name));
  const newer = Object.entries(record.fields).filter(([name, value]) => !names.has(name) && !isBlank(value));
  const empty = declared.filter(([name]) => isBlank(record.fields[name]));
  // The language of the record's own words; codes and dates are in the reader's.
  const lang = asCode(record.fields.language);
  return (
    <>
      <dl className="facts record-facts">
        {known.map(([name, field]) => (
          <Fact key={name} label={field.label} field={field}>
            <FieldValue field={field} value={record.fields[name]} lang={name === "translation" ? undefined : lang} />
          </Fact>
        ))}
        {newer.map(([name, value]) => (
          <Fact key={name} label={name} field={undefined}>
            <FieldValue field={undefined} value={value} />
          </Fact>
        ))}
      </dl>
      {empty.length > 0 && (
        <details className="not-filled">
          <summary>{say("record.not-filled", { count: empty.length, shown: formatNumber(empty.length) })}</summary>
          <p className="soft">{empty.map(([, field]) => field.label).join(" · ")}</p>
        </details>
      )}
    </>
  );
}

function Fact({
  label,
  field,
  children,
}: {
  readonly label: string;
  readonly field: Field | undefined;
  readonly children: React.ReactNode;
}) {
  return (
    <>
      <dt data-long={field?.kind === "text" && field.long ? "" : undefined}>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
