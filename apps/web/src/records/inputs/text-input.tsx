/** Words: one line, or as many as it takes. The direction follows what is written; nothing is sent to a spelling service. */

import { Field, sensitive } from "../../components/field.tsx";
import type { FieldProps } from "../field-props.ts";
import { FieldLabel } from "./field-label.tsx";

export function TextInput({ field, value, problems, onChange, lang }: FieldProps<"text">) {
  const text = typeof value === "string" ? value : "";
  const given = { ...sensitive, dir: "auto", lang, value: text } as const;
  return (
    <Field label={<FieldLabel field={field} />} help={field.help} problem={problems[""]}>
      {(input) =>
        field.long ? (
          <textarea {...input} {...given} rows={5} onChange={(event) => onChange(event.target.value)} />
        ) : (
          <input {...input} {...given} onChange={(event) => onChange(event.target.value)} />
        )
      }
    </Field>
  );
}
