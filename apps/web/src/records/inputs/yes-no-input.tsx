/** Yes, no, or not known: three large targets in a row. */

import { FieldProblem, FieldSet } from "../../components/field.tsx";
import { say } from "../../words/say.ts";
import type { FieldProps } from "../field-props.ts";
import { FieldLabel } from "./field-label.tsx";
import { Segments } from "./segments.tsx";

export function YesNoInput({ field, value, problems, onChange }: FieldProps<"yes-no">) {
  return (
    <FieldSet label={<FieldLabel field={field} />} help={field.help}>
      <Segments
        chosen={value === true ? "yes" : value === false ? "no" : undefined}
        choices={[
          { name: "yes", label: say("field.yes") },
          { name: "no", label: say("field.no") },
          { name: "not-known", label: say("unknown.not-known") },
        ]}
        onChoose={(name) => onChange(name === "not-known" ? { unknown: "not-known" } : name === "yes")}
        onClear={() => onChange(undefined)}
      />
      {problems[""] && <FieldProblem id="">{problems[""]}</FieldProblem>}
    </FieldSet>
  );
}
