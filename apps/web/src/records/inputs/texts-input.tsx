/** Several short texts, one a line. */

import { asTexts } from "@saksi/domain/field-values";
import { useState } from "react";
import { Field, sensitive } from "../../components/field.tsx";
import { say } from "../../words/say.ts";
import type { FieldProps } from "../field-props.ts";
import { FieldLabel } from "./field-label.tsx";

export function TextsInput({ field, value, problems, onChange }: FieldProps<"texts">) {
  // An empty last line is being written; it is no text yet.
  const [typed, setTyped] = useState(() => asTexts(value).join("\n"));
  return (
    <Field label={<FieldLabel field={field} />} help={field.help ?? say("field.texts.help")} problem={problems[""]}>
      {(input) => (
        <textarea
          {...input}
          {...sensitive}
          dir="auto"
          rows={3}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            onChange(
              target.value
                .split("\n")
                .map((line) => line.trim())
                .filter((line) => line !== ""),
            );
          }}
        />
      )}
    </Field>
  );
}
