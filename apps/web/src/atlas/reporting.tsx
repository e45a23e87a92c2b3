/** A state before the Committee: bound, reviewed, due. What nobody knows the day of stands beside the line, on no day. */

import type { StateCard } from "@saksi/treaties/state-card";
import { PartialDay } from "../records/partial-day.tsx";
import { formatNumber } from "../words/format.ts";
import { say } from "../words/say.ts";
import { sayValue, stateName } from "./atlas-words.ts";
import { Lanes, type Mark, MarkLegend } from "./lanes.tsx";
import { Sourced } from "./sourced.tsx";
import { useToday } from "./use-today.ts";

export function Reporting({ card }: { readonly card: StateCard }) {
  const { initial, next, late, followUp, followUpLate, listFirst, reviews, notes } = card.reporting;
  const today = useToday();
  if (card.cat.value === null) return <p>{say("atlas.why.outside")}.</p>;
  const due = [
    { label: say("atlas.reporting.initial"), is: initial, why: null },
    { label: say("atlas.card.next"), is: next, why: late },
    { label: say("atlas.reporting.follow-up"), is: followUp, why: followUpLate },
  ];
  return (
    <>
      <Lanes
        today={today}
        lanes={[
          {
            name: stateName(card.state),
            marks: marksOf(card),
            unknown: next.value.due === "unknown" ? say("atlas.reporting.day-unknown") : undefined,
          },
        ]}
      />
      <MarkLegend kinds={["joined", "review", "due"]} />
      <dl className="facts">
        {due.map(({ label, is, why }) => (
          <div key={label} className="fact">
            <dt>{label}</dt>
            <dd>
              <Sourced trace={is.trace} of={label}>
                {sayValue(is.value.due ?? "none")}
              </Sourced>
              {why && <small className="beneath">{sayValue(why.value.why)}</small>}
              {is.value.note !== null && (
                <small className="beneath" lang="en">
                  {is.value.note}
                </small>
              )}
            </dd>
          </div>
        ))}
        <div className="fact">
          <dt>{say("atlas.reporting.list-first")}</dt>
          <dd>
            <Sourced trace={listFirst.trace} of={say("atlas.reporting.list-first")}>
              {sayValue(listFirst.value === true ? "yes" : listFirst.value === false ? "no" : "unknown")}
            </Sourced>
          </dd>
        </div>
      </dl>
      <h2 className="small-heading">
        <Sourced trace={reviews.trace} of={say("atlas.reporting.reviews")}>
          {say("atlas.reporting.reviews")}
        </Sourced>
      </h2>
      {reviews.value.length === 0 ? (
        <p>{say(reviews.trace.length === 0 ? "atlas.value.unknown" : "atlas.reporting.never")}</p>
      ) : (
        <ul>
          {reviews.value.map(({ cycle, session, year, concludingObservations, concludingObservationsIssued, note }) => (
            <li key={cycle}>
              {say("atlas.reporting.review", { session: formatNumber(session), year: String(year) })}
              {concludingObservations !== null && (
                <>
                  {" · "}
                  <bdi lang="en">{concludingObservations}</bdi>
                </>
              )}
              {concludingObservationsIssued !== null && (
                <>
                  {" · "}
                  <PartialDay text={concludingObservationsIssued} />
                </>
              )}
              {note !== null && (
                <small className="beneath" lang="en">
                  {note}
                </small>
              )}
            </li>
          ))}
        </ul>
      )}
      {notes.map((note) => (
        <p key={note} lang="en" className="quiet">
          {note}
        </p>
      ))}
    </>
  );
}

function marksOf({ cat, reporting: { initial, next, followUp, reviews } }: StateCard): readonly Mark[] {
  const dated = (key: string, day: string | null, kind: Mark["kind"], title: string): readonly Mark[] =>
    day === null || day === "unknown" ? [] : [{ key, when: day, kind, title: `${title}: ${day}` }];
  return [
    ...dated("bound", cat.value, "joined", say("atlas.value.party")),
    ...dated("initial", initial.value.due, "due", say("atlas.reporting.initial")),
    ...reviews.value.map(({ cycle, year, concludingObservationsIssued }) => ({
      key: `review ${cycle}`,
      when: concludingObservationsIssued ?? String(year),
      kind: "review" as const,
      title: `${say("atlas.mark.review")}: ${concludingObservationsIssued ?? year}`,
    })),
    ...dated("next", next.value.due, "due", say("atlas.card.next")),
    ...dated("follow-up", followUp.value.due, "due", say("atlas.reporting.follow-up")),
  ];
}
