/** Marks on a body: tapped on the drawing, or chosen by name from three lists; each with a note. */

import type { BodyMark, Json } from "@saksi/domain/value";
import { vocabulary } from "@saksi/domain/vocabulary";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Field, FieldProblem, FieldSet, sensitive } from "../../components/field.tsx";
import { formatNumber } from "../../words/format.ts";
import { say } from "../../words/say.ts";
import { BodyDrawing } from "../body-drawing.tsx";
import { marksIn, markWords, middleOf, sideWords } from "../body-marks.ts";
import type { FieldProps } from "../field-props.ts";
import { FieldLabel } from "./field-label.tsx";

export function BodyMapInput({ field, value, problems, onChange }: FieldProps<"body-map">) {
  const marks = marksIn(value);
  const set = (next: readonly BodyMark[]) => onChange(next.map((mark) => ({ ...mark }) satisfies Json));
  const problem = Object.values(problems)[0];
  return (
    <FieldSet label={<FieldLabel field={field} />} help={field.help ?? say("field.body.help")}>
      <BodyDrawing marks={marks} onMark={(mark) => set([...marks, mark])} />
      <ol className="marks">
        {marks.map((mark, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two marks may say the same; the number on the drawing is their name
          <li key={at}>
            <Field label={`${formatNumber(at + 1)}. ${markWords(mark)}`}>
              {(input) => (
                <input
                  {...input}
                  {...sensitive}
                  dir="auto"
                  placeholder={say("field.body.note")}
                  value={mark.note ?? ""}
                  onChange={({ target }) =>
                    set(marks.map((one, index) => (index === at ? { ...one, note: target.value } : one)))
                  }
                />
              )}
            </Field>
            <Button kind="quiet" icon="close" onClick={() => set(marks.filter((_, index) => index !== at))}>
              <span className="unseen">{say("field.drop", { what: markWords(mark) })}</span>
            </Button>
          </li>
        ))}
      </ol>
      <MarkByName onMark={(mark) => set([...marks, mark])} />
      {problem && <FieldProblem id="">{problem}</FieldProblem>}
    </FieldSet>
  );
}

const allSides = ["L", "R", "B", "M"] as const;

/** For keyboard and screen reader, and for views that have no drawing here. */
function MarkByName({ onMark }: { readonly onMark: (mark: BodyMark) => void }) {
  const [view, setView] = useState("BV.ANT");
  const [region, setRegion] = useState("");
  const [side, setSide] = useState<(typeof allSides)[number]>("M");
  return (
    <details>
      <summary>{say("field.body.by-name")}</summary>
      <div className="columns tight">
        <Field label={say("field.body.view")}>
          {(input) => (
            <select {...input} value={view} onChange={({ target }) => setView(target.value)}>
              {vocabulary("body_views").map(({ code, label }) => (
                <option key={code} value={code}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={say("field.body.region")}>
          {(input) => (
            <select {...input} value={region} onChange={({ target }) => setRegion(target.value)}>
              <option value="">{say("field.choose")}</option>
              {vocabulary("body_regions").map(({ code, label }) => (
                <option key={code} value={code}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={say("field.body.side")}>
          {(input) => (
            <select
              {...input}
              value={side}
              onChange={({ target }) => setSide(allSides.find((one) => one === target.value) ?? "M")}
            >
              {allSides.map((one) => (
                <option key={one} value={one}>
                  {sideWords(one)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Button
        icon="add"
        disabled={region === ""}
        onClick={() => onMark({ view, region, side, ...middleOf(view, region, side) })}
      >
        {say("field.body.add")}
      </Button>
    </details>
  );
}
