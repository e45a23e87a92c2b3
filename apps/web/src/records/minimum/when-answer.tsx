/** When it happened: today and yesterday by one tap, anything else as exact as it is known. */

import { addDays } from "@saksi/domain/day";
import type { Day } from "@saksi/domain/partial-date";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { say } from "../../words/say.ts";
import type { FieldProps } from "../field-props.ts";
import { DateInput } from "../inputs/date-input.tsx";
import { spokenDate } from "../partial-day.tsx";

export function WhenAnswer({
  label,
  today,
  onChange,
  ...given
}: Omit<FieldProps<"date">, "field"> & { readonly label: string; readonly today: Day }) {
  // A tap writes into the input, which keeps what was typed: it begins anew.
  const [tapped, setTapped] = useState(0);
  const take = (date: string) => {
    onChange(date);
    setTapped(tapped + 1);
  };
  return (
    <div className="stack">
      <div className="row">
        <Button onClick={() => take(today)}>{say("minimum.today")}</Button>
        <Button onClick={() => take(addDays(today, -1))}>{say("minimum.yesterday")}</Button>
        <Button onClick={() => take(`${addDays(today, -7)}~`)}>{say("minimum.a-week-ago")}</Button>
        <Button onClick={() => take(today.slice(0, 7))}>{spokenDate(today.slice(0, 7))}</Button>
      </div>
      <DateInput key={tapped} {...given} field={{ kind: "date", label, class: "sensitive" }} onChange={onChange} />
    </div>
  );
}
