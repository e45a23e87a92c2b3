/**
 * A date as exact as it is known. What is typed is read back at once in words, so that nobody takes a month for a day.
 *
 * The input keeps what was typed; the record gets the date that was read from it, or the typed text with its problem.
 */

import { asText } from "@saksi/domain/field-values";
import { datePrecision } from "@saksi/domain/partial-date";
import { useId, useState } from "react";
import { Button } from "../../components/button.tsx";
import { Field, sensitive } from "../../components/field.tsx";
import { type MessageId, say } from "../../words/say.ts";
import { dateReading } from "../date-reading.ts";
import type { FieldProps } from "../field-props.ts";
import { spokenDate } from "../partial-day.tsx";
import { readTypedDate } from "../typed-date.ts";
import { FieldLabel } from "./field-label.tsx";

export function DateInput({ field, value, problems, onChange }: FieldProps<"date">) {
  const id = useId();
  const stored = asText(value) ?? "";
  const [typed, setTyped] = useState(stored);
  const [left, setLeft] = useState(true);
  const read = readTypedDate(typed, dateReading());
  // Half a date is not wrong yet: problems wait until the person has left the input. Where two days are offered the offer
  // is enough, and nothing may move under the thumb that takes one.
  const problem = left && !("perhaps" in read) ? problems[""] : undefined;

  function take(text: string) {
    setTyped(text);
    const now = readTypedDate(text, dateReading());
    onChange(text.trim() === "" ? undefined : "date" in now ? now.date : text);
  }

  return (
    <div className="stack tight">
      <Field label={<FieldLabel field={field} />} help={field.help ?? say("field.date.help")} problem={problem}>
        {(input) => (
          <input
            {...input}
            {...sensitive}
            dir="auto"
            aria-describedby={`${input["aria-describedby"] ?? ""} ${id}`.trim()}
            value={typed}
            onChange={({ target }) => take(target.value)}
            onFocus={() => setLeft(false)}
            onBlur={() => setLeft(true)}
          />
        )}
      </Field>
      <div className="read-back" id={id} role="status">
        {"date" in read && readBack(read.date)}
      </div>
      {"perhaps" in read && read.perhaps && (
        <fieldset className="row plain-set">
          <legend>{say("field.date.which")}</legend>
          {read.perhaps.map((date) => (
            <Button key={date} onClick={() => take(date)}>
              {spokenDate(date)}
            </Button>
          ))}
        </fieldset>
      )}
    </div>
  );
}

const precisions: Readonly<Record<string, MessageId>> = {
  year: "field.date.whole-year",
  month: "field.date.whole-month",
};

/** "March 2019 (the whole month)". */
function readBack(date: string): string {
  const wide = precisions[datePrecision(date) ?? ""];
  return wide ? say(wide, { date: spokenDate(date) }) : spokenDate(date);
}
