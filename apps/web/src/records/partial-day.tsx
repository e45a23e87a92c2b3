/** A date as exact as it is known, in the reader's words: "March 2019", "about 4 May 2020". The stored text is one hover away. */

import { type DatePoint, parsePartialDate } from "@saksi/domain/partial-date";
import { formatDay, formatMonth } from "../words/format.ts";
import { say } from "../words/say.ts";

export function PartialDay({ text }: { readonly text: string }) {
  return (
    <time className="numbers" title={text}>
      {spokenDate(text)}
    </time>
  );
}

/** The same as words, for sentences and titles of drawings. What is no date is shown as it was written. */
export function spokenDate(text: string): string {
  const read = parsePartialDate(text);
  if ("problem" in read) return text;
  const { date } = read;
  if (date.kind === "point") return spokenPoint(date);
  if (date.from === "open") return say("date.until", { to: date.to === "open" ? "" : spokenPoint(date.to) });
  if (date.to === "open") return say("date.from", { from: spokenPoint(date.from) });
  return say("date.between", { from: spokenPoint(date.from), to: spokenPoint(date.to) });
}

function spokenPoint(point: DatePoint): string {
  const exact = spokenExactly(point);
  if (point.about) return say("date.about", { date: exact });
  return point.uncertain ? say("date.uncertain", { date: exact }) : exact;
}

function spokenExactly({ precision, year, month = 1, day = 1, time }: DatePoint): string {
  const iso = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  if (precision === "year") return String(year);
  if (precision === "month") return formatMonth(iso);
  return precision === "time" && time !== undefined ? say("date.at", { date: formatDay(iso), time }) : formatDay(iso);
}
