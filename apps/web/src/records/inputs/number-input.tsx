/** A number. What is no number yet is kept as it was typed, and asked about. */

import { asNumber } from "@saksi/domain/field-values";
import { Field, sensitive } from "../../components/field.tsx";
import type { FieldProps } from "../field-props.ts";
import { FieldLabel } from "./field-label.tsx";

export function NumberInput({ field, value, problems, onChange }: FieldProps<"number">) {
  const shown = asNumber(value) ?? (typeof value === "string" ? value : "");
  return (
    <Field label={<FieldLabel field={field} />} help={field.help ?? field.unit} problem={problems[""]}>
      {(input) => (
        <input
          {...input}
          {...sensitive}
          className="short numbers"
          inputMode="decimal"
          value={shown}
          onChange={({ target }) => onChange(numberOf(target.value))}
        />
      )}
    </Field>
  );
}

function numberOf(typed: string): number | string | undefined {
  const text = typed.trim();
  if (text === "") return undefined;
  return /^-?\d+(\.\d+)?$/.test(text) && String(Number(text)) === text ? Number(text) : typed;
}
