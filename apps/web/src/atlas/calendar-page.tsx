/** The Committee's sessions, what civil society should send before them, and what states owe. A day nobody knows is not late. */

import "../style/atlas.css";
import "../library/library.css";
import { addDays } from "@saksi/domain/day";
import type { Day } from "@saksi/domain/partial-date";
import type { Atlas } from "@saksi/treaties/atlas";
import { type CalendarEntry, calendar } from "@saksi/treaties/calendar";
import { surenessOf } from "@saksi/treaties/cell";
import { reportLateness } from "@saksi/treaties/overdue";
import { nextReportDue } from "@saksi/treaties/reports-due";
import { statesWith } from "@saksi/treaties/treaty-status";
import { Link } from "wouter";
import { Badge } from "../components/badge.tsx";
import { Choice } from "../components/choice.tsx";
import { Heading } from "../components/heading.tsx";
import { Notice } from "../components/notice.tsx";
import { PartialDay } from "../records/partial-day.tsx";
import { useUntilLock } from "../search/use-until-lock.ts";
import { formatNumber } from "../words/format.ts";
import { type MessageId, say } from "../words/say.ts";
import { sayValue } from "./atlas-words.ts";
import { StateLink } from "./figures.tsx";
import { type Lane, Lanes, type MarkKind } from "./lanes.tsx";
import { SaveCalendar } from "./save-calendar.tsx";
import { Sourced } from "./sourced.tsx";
import { useAtlas } from "./use-atlas.ts";
import { useToday } from "./use-today.ts";

type Kind = CalendarEntry["kind"];

const kindNames: Readonly<Record<Kind, MessageId>> = {
  session: "atlas.day.session",
  "list-of-issues": "atlas.day.list-of-issues",
  "alternative-report": "atlas.day.alternative-report",
  "report-due": "atlas.day.report-due",
  "follow-up-due": "atlas.day.follow-up-due",
  "mechanism-due": "atlas.day.mechanism-due",
};
const kinds = Object.keys(kindNames) as readonly Kind[]; // its own keys

export function CalendarPage() {
  const today = useToday();
  const [hidden, setHidden] = useUntilLock<readonly Kind[]>("atlas days", []);
  const { atlas } = useAtlas();
  const shown = calendar(atlas).filter(({ kind }) => !hidden.includes(kind));
  const coming = shown.filter(({ on, until }) => (until ?? on) >= today);
  const lately = shown.filter(({ on, until }) => (until ?? on) < today && on >= addDays(today, -366)).reverse();
  const hasSession = coming.some(({ kind }) => kind === "session");
  return (
    <>
      <p>
        <Link href="/atlas">{say("atlas.back")}</Link>
      </p>
      <div className="row apart">
        <Heading>{say("atlas.calendar")}</Heading>
        <SaveCalendar entries={shown} />
      </div>
      <p>{say("atlas.calendar.text")}</p>
      <fieldset className="kinds" data-print="no">
        <legend className="unseen">{say("atlas.calendar.kinds")}</legend>
        {kinds.map((kind) => (
          <Choice
            key={kind}
            checked={!hidden.includes(kind)}
            onChange={({ target }) =>
              setHidden(target.checked ? hidden.filter((one) => one !== kind) : [...hidden, kind])
            }
          >
            {say(kindNames[kind])}
          </Choice>
        ))}
      </fieldset>
      {!hasSession && !hidden.includes("session") && <Notice tone="waits">{say("atlas.calendar.no-session")}</Notice>}
      <Lanes today={today} lanes={lanesOf(shown, today)} />
      <Days
        title={say("atlas.calendar.coming", { count: formatNumber(coming.length) })}
        days={coming}
        today={today}
        atlas={atlas}
      />
      <Days
        title={say("atlas.calendar.lately", { count: formatNumber(lately.length) })}
        days={lately}
        today={today}
        atlas={atlas}
      />
      <DayUnknown today={today} atlas={atlas} />
    </>
  );
}

const groups: readonly { readonly name: MessageId; readonly mark: MarkKind; readonly of: readonly Kind[] }[] = [
  { name: "atlas.calendar.sessions", mark: "review", of: ["session"] },
  { name: "atlas.calendar.ours", mark: "joined", of: ["list-of-issues", "alternative-report"] },
  { name: "atlas.calendar.theirs", mark: "due", of: ["report-due", "follow-up-due", "mechanism-due"] },
];

/** The years around today. The lists beneath say the same. */
const lanesOf = (entries: readonly CalendarEntry[], today: Day): readonly Lane[] =>
  groups.map(({ name, mark, of }) => ({
    name: say(name),
    marks: entries
      .filter(({ kind, on }) => of.includes(kind) && on >= addDays(today, -730) && on <= addDays(today, 1461))
      .map(({ id, on, until, title }) => ({
        key: id,
        when: until === null ? on : `${on}/${until}`,
        kind: mark,
        title: `${on} ${title}`,
      })),
  }));

function Days({
  title,
  days,
  today,
  atlas,
}: {
  readonly title: string;
  readonly days: readonly CalendarEntry[];
  readonly today: Day;
  readonly atlas: Atlas;
}) {
  return (
    <section className="stack tight">
      <h2>{title}</h2>
      {days.length === 0 ? (
        <p>{say("atlas.calendar.nothing")}</p>
      ) : (
        <ol className="days">
          {days.map((entry) => (
            <DayRow key={entry.id} entry={entry} today={today} atlas={atlas} />
          ))}
        </ol>
      )}
    </section>
  );
}

function DayRow({
  entry,
  today,
  atlas,
}: {
  readonly entry: CalendarEntry;
  readonly today: Day;
  readonly atlas: Atlas;
}) {
  const { kind, on, until, state, session, note, trace } = entry;
  return (
    <li data-kind={kind} data-sure={surenessOf(trace)}>
      <span className="day-when">
        <PartialDay text={until === null ? on : `${on}/${until}`} />
      </span>
      <span>
        <Sourced trace={trace} of={`${say(kindNames[kind])} ${state ?? session ?? ""}`}>
          {state !== null && (
            <>
              <StateLink code={state} />:{" "}
            </>
          )}
          {say(kindNames[kind])}
          {session !== null && ` (${say("atlas.day.of-session", { session: formatNumber(session) })})`}
        </Sourced>
        {kind === "report-due" && state !== null && on < today && (
          <Badge tone="waits">{sayValue(reportLateness(state, today, atlas).value.why)}</Badge>
        )}
        <small className="beneath" lang="en">
          {note}
        </small>
      </span>
    </li>
  );
}

/** Reports whose day nobody has written down: told apart, hatched, on no day and never called late for it. */
function DayUnknown({ today, atlas }: { readonly today: Day; readonly atlas: Atlas }) {
  const unknown = statesWith("CAT", "party", atlas.register).filter(
    (state) => nextReportDue(state, atlas).value.due === "unknown",
  );
  return (
    unknown.length > 0 && (
      <section className="stack tight">
        <h2>{say("atlas.calendar.unknown")}</h2>
        <ul className="days day-unknown">
          {unknown.map((state) => (
            <li key={state}>
              <span className="day-when">{say("atlas.value.unknown")}</span>
              <span>
                <Sourced trace={nextReportDue(state, atlas).trace} of={state}>
                  <StateLink code={state} />: {say("atlas.day.report-due")}
                </Sourced>
                <small className="beneath">{sayValue(reportLateness(state, today, atlas).value.why)}</small>
              </span>
            </li>
          ))}
        </ul>
      </section>
    )
  );
}
