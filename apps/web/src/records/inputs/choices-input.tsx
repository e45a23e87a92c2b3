/** Several codes of a list. A long list lies in groups that open, and can be narrowed by a word. */

import { asTexts } from "@saksi/domain/field-values";
import { type Term, termLabel, vocabulary } from "@saksi/domain/vocabulary";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Choice } from "../../components/choice.tsx";
import { Field, FieldProblem, FieldSet } from "../../components/field.tsx";
import { formatNumber } from "../../words/format.ts";
import { say } from "../../words/say.ts";
import type { FieldProps } from "../field-props.ts";
import { groupsOf } from "../vocabulary-groups.ts";
import { FieldLabel } from "./field-label.tsx";

const few = 12;

export function ChoicesInput({ field, value, problems, onChange }: FieldProps<"choices">) {
  const terms = vocabulary(field.vocabulary);
  const codes = asTexts(value);
  const problem = Object.values(problems)[0];
  const toggle = (code: string) =>
    onChange(codes.includes(code) ? codes.filter((one) => one !== code) : [...codes, code]);
  const help = field.most === undefined ? field.help : say("field.at-most", { most: formatNumber(field.most) });
  return (
    <FieldSet label={<FieldLabel field={field} />} help={help}>
      {terms.length > few && (
        <Taken codes={codes} label={(code) => termLabel(field.vocabulary, code)} onDrop={toggle} />
      )}
      {terms.length > few ? (
        <Grouped terms={terms} codes={codes} label={field.label} onToggle={toggle} />
      ) : (
        <Boxes terms={terms} codes={codes} onToggle={toggle} />
      )}
      {problem && <FieldProblem id="">{problem}</FieldProblem>}
    </FieldSet>
  );
}

interface Shown {
  readonly terms: readonly Term[];
  readonly codes: readonly string[];
  readonly onToggle: (code: string) => void;
}

export function Boxes({ terms, codes, onToggle }: Shown) {
  return (
    <div className="choices">
      {terms.map(({ code, label, note }) => (
        <Choice key={code} help={note} checked={codes.includes(code)} onChange={() => onToggle(code)}>
          {label}
        </Choice>
      ))}
    </div>
  );
}

/** What was taken, in sight although its group is closed. */
function Taken(given: {
  readonly codes: readonly string[];
  readonly label: (code: string) => string;
  readonly onDrop: (code: string) => void;
}) {
  return (
    given.codes.length > 0 && (
      <ul className="taken">
        {given.codes.map((code) => (
          <li key={code}>
            <span>{given.label(code)}</span>
            <Button kind="quiet" icon="close" onClick={() => given.onDrop(code)}>
              <span className="unseen">{say("field.drop", { what: given.label(code) })}</span>
            </Button>
          </li>
        ))}
      </ul>
    )
  );
}

function Grouped({ terms, codes, label, onToggle }: Shown & { readonly label: string }) {
  const [words, setWords] = useState("");
  const wanted = words.trim().toLowerCase();
  const found = wanted === "" ? terms : terms.filter((one) => one.label.toLowerCase().includes(wanted));
  return (
    <details className="grouped">
      <summary>
        {codes.length > 0 ? say("field.change-choice") : say("field.choose")}
        <span className="unseen">: {label}</span>
      </summary>
      <Field label={say("field.narrow")}>
        {(input) => <input {...input} type="search" value={words} onChange={({ target }) => setWords(target.value)} />}
      </Field>
      {found.length === 0 && <p>{say("field.narrow.none")}</p>}
      {groupsOf(found).map(({ name, label: heading, terms: some }) => (
        <details key={name} className="group" open={wanted !== "" || groupsOf(found).length === 1 || undefined}>
          <summary>
            {heading || say("field.all-of-them")} <small className="numbers">{formatNumber(some.length)}</small>
          </summary>
          <Boxes terms={some} codes={codes} onToggle={onToggle} />
        </details>
      ))}
    </details>
  );
}
