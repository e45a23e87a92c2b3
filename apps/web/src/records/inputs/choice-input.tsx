/** One code of a list: radios where there are few, a list that opens where there are many. A code of a newer Saksi stays. */

import { asCode } from "@saksi/domain/field-values";
import { type Term, term, vocabulary } from "@saksi/domain/vocabulary";
import { Choice } from "../../components/choice.tsx";
import { Field, FieldProblem, FieldSet } from "../../components/field.tsx";
import { say } from "../../words/say.ts";
import type { FieldProps } from "../field-props.ts";
import { groupsOf } from "../vocabulary-groups.ts";
import { FieldLabel } from "./field-label.tsx";

const few = 6;

export function ChoiceInput({ field, value, problems, onChange }: FieldProps<"choice">) {
  const terms = vocabulary(field.vocabulary);
  const code = asCode(value);
  const problem = problems[""];
  if (terms.length > few) {
    return (
      <Field label={<FieldLabel field={field} />} help={field.help} problem={problem}>
        {(input) => (
          <select {...input} value={code ?? ""} onChange={({ target }) => onChange(target.value || undefined)}>
            <option value="">{say("field.choose")}</option>
            {code !== undefined && !term(field.vocabulary, code) && <option value={code}>{code}</option>}
            <Options terms={terms} />
          </select>
        )}
      </Field>
    );
  }
  return (
    <FieldSet label={<FieldLabel field={field} />} help={field.help}>
      <div className="choices">
        {terms.map((one) => (
          <Choice
            key={one.code}
            type="radio"
            help={one.note}
            checked={code === one.code}
            onChange={() => onChange(one.code)}
            onClick={() => code === one.code && onChange(undefined)}
          >
            {one.label}
          </Choice>
        ))}
      </div>
      {problem && <FieldProblem id="">{problem}</FieldProblem>}
    </FieldSet>
  );
}

function Options({ terms }: { readonly terms: readonly Term[] }) {
  const groups = groupsOf(terms);
  const options = (some: readonly Term[]) =>
    some.map(({ code, label }) => (
      <option key={code} value={code}>
        {label}
      </option>
    ));
  if (groups.length < 2) return options(terms);
  return groups.map(({ name, label, terms: some }) => (
    <optgroup key={name} label={label}>
      {options(some)}
    </optgroup>
  ));
}
