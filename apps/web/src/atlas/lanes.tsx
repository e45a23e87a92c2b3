/**
 * Several lives on one line of years: a mark is as wide as its date is unknown, shapes tell kinds apart, today is a line.
 *
 * Hidden from screen readers: whoever draws lanes says the same beneath as words.
 */

import { daysBetween } from "@saksi/domain/day";
import { type Day, firstDay, lastDay } from "@saksi/domain/partial-date";
import type { CSSProperties } from "react";
import { type MessageId, say } from "../words/say.ts";

export type MarkKind = "joined" | "law" | "setback" | "step" | "review" | "due";

export interface Mark {
  readonly key: string;
  /** As exact as known */
  readonly when: string;
  readonly kind: MarkKind;
  readonly title: string;
}

export interface Lane {
  readonly name: string;
  readonly marks: readonly Mark[];
  /** What should stand at the end and whose day nobody knows: drawn as a hatched box, never on a day */
  readonly unknown?: string | undefined;
}

export function Lanes({ lanes, today }: { readonly lanes: readonly Lane[]; readonly today: Day }) {
  const { years, share } = scaleOf(lanes, today);
  return (
    <div className="lanes" aria-hidden="true">
      {lanes.map(({ name, marks, unknown }) => (
        <div key={name} className="lane">
          <bdi>{name}</bdi>
          <div className="lane-line">
            <i className="lane-today" style={placed({ "--at": share(today) })} />
            {marks.map(({ key, when, kind, title }) => {
              const [from, to] = [share(firstDay(when) ?? today), share(lastDay(when) ?? today)];
              return (
                <i
                  key={key}
                  className="lane-mark"
                  data-kind={kind}
                  title={title}
                  style={placed({ "--at": from, "--wide": to - from })}
                />
              );
            })}
            {unknown !== undefined && <span className="lane-unknown">{unknown}</span>}
          </div>
        </div>
      ))}
      <div className="lane">
        <span />
        <div className="lane-years numbers">
          {years.map((year) => (
            <small key={year} style={placed({ "--at": share(`${year}-01-01`) })}>
              {year}
            </small>
          ))}
        </div>
      </div>
    </div>
  );
}

const kindNames: Readonly<Record<MarkKind, MessageId>> = {
  joined: "atlas.mark.joined",
  law: "atlas.mark.law",
  setback: "atlas.mark.setback",
  step: "atlas.mark.step",
  review: "atlas.mark.review",
  due: "atlas.mark.due",
};

export function MarkLegend({ kinds }: { readonly kinds: readonly MarkKind[] }) {
  return (
    <ul className="legend quiet" aria-hidden="true">
      {kinds.map((kind) => (
        <li key={kind}>
          <i className="lane-mark" data-kind={kind} />
          {say(kindNames[kind])}
        </li>
      ))}
    </ul>
  );
}

/** From the first mark's year to the last's or today's, a label every five, ten or twenty years. */
function scaleOf(lanes: readonly Lane[], today: Day) {
  const days = lanes.flatMap(({ marks }) => marks.flatMap(({ when }) => [firstDay(when), lastDay(when)]));
  const all = [today, ...days.filter((day) => day !== undefined)].sort();
  const [first, last] = [Number(all[0]?.slice(0, 4)), Number(all.at(-1)?.slice(0, 4)) + 1];
  const start = `${first}-01-01`;
  const whole = Math.max(1, daysBetween(start, `${last}-01-01`));
  const step = [5, 10, 20].find((each) => (last - first) / each <= 6) ?? 40;
  return {
    years: Array.from({ length: last - first }, (_, at) => first + at).filter((year) => year % step === 0),
    share: (day: Day): number => Math.round((daysBetween(start, day) / whole) * 10_000) / 100,
  };
}

/** Places reach the style sheet as custom properties in percent, so that the page's direction decides from which side. */
const placed = (places: Readonly<Record<`--${string}`, number>>): CSSProperties =>
  Object.fromEntries(Object.entries(places).map(([name, value]) => [name, `${value}%`]));
