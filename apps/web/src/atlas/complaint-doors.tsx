/** Who can hear a complaint from here, and about something that happened then. A view for a lawyer, who decides. */

import type { Atlas } from "@saksi/treaties/atlas";
import type { Traced } from "@saksi/treaties/cell";
import { type Availability, type FactsInTime, type Procedure, procedureViews } from "@saksi/treaties/procedures";
import type { State } from "@saksi/treaties/states";
import type { Truth } from "@saksi/treaties/truth";
import { useState } from "react";
import { Badge } from "../components/badge.tsx";
import { Field } from "../components/field.tsx";
import { Notice } from "../components/notice.tsx";
import { dateReading } from "../records/date-reading.ts";
import { spokenDate } from "../records/partial-day.tsx";
import { readTypedDate } from "../records/typed-date.ts";
import { formatNumber } from "../words/format.ts";
import { type MessageId, say } from "../words/say.ts";
import { Sourced } from "./sourced.tsx";

type Continues = "yes" | "no" | "unknown";
const truths: Readonly<Record<Continues, Truth>> = { yes: true, no: false, unknown: "unknown" };

export function ComplaintDoors({ state, atlas }: { readonly state: State; readonly atlas: Atlas }) {
  const [typed, setTyped] = useState("");
  const [continues, setContinues] = useState<Continues>("unknown");
  const read = readTypedDate(typed, dateReading());
  const happened = "date" in read ? { happened: read.date, continues: truths[continues] } : {};
  const views = procedureViews({ state: state.iso3, ...happened, atlas });
  const those = (isOpen: Truth) => views.filter(({ value }) => value.isOpen === isOpen);
  return (
    <>
      <div className="columns" data-print="no">
        <Field
          label={say("atlas.doors.when")}
          help={say("field.date.help")}
          problem={typed.trim() !== "" && "problem" in read ? say("atlas.doors.when.problem") : undefined}
        >
          {(input) => (
            <input {...input} autoComplete="off" value={typed} onChange={({ target }) => setTyped(target.value)} />
          )}
        </Field>
        {"date" in read && (
          <Field label={say("atlas.doors.continues")} help={spokenDate(read.date)}>
            {(input) => (
              <select
                {...input}
                value={continues}
                onChange={({ target }) => setContinues(target.value as Continues /* the options below */)}
              >
                <option value="unknown">{say("atlas.value.unknown")}</option>
                <option value="yes">{say("atlas.value.yes")}</option>
                <option value="no">{say("atlas.value.no")}</option>
              </select>
            )}
          </Field>
        )}
      </div>
      <Notice>{say("atlas.doors.lawyer")}</Notice>
      <Doors title="atlas.doors.open" views={those(true)} />
      <Doors title="atlas.doors.perhaps" views={those("unknown")} />
      <details>
        <summary>{say("atlas.doors.closed", { count: formatNumber(those(false).length) })}</summary>
        <DoorList views={those(false)} />
      </details>
    </>
  );
}

type Views = readonly Traced<Availability>[];

function Doors({ title, views }: { readonly title: MessageId; readonly views: Views }) {
  return (
    views.length > 0 && (
      <div className="stack tight">
        <h2 className="small-heading">{say(title, { count: formatNumber(views.length) })}</h2>
        <DoorList views={views} />
      </div>
    )
  );
}

const inTime: Readonly<Record<Exclude<FactsInTime, "any-time">, MessageId>> = {
  "after-acceptance": "atlas.doors.after",
  continuing: "atlas.doors.continuing",
  "before-acceptance": "atlas.doors.before",
  ask: "atlas.doors.ask",
};

function DoorList({ views }: { readonly views: Views }) {
  return (
    <ul className="entries doors">
      {views.map(({ value: { procedure, acceptedOn, facts }, trace }) => (
        <li key={procedure.code}>
          <div>
            <Sourced trace={trace} of={procedure.name}>
              <strong lang="en">{procedure.name}</strong>
            </Sourced>
            {acceptedOn !== null && (
              <small className="beneath">{say("atlas.doors.accepted", { day: spokenDate(acceptedOn) })}</small>
            )}
            {facts !== "any-time" && (
              <p>
                <Badge tone={facts === "after-acceptance" ? "done" : "waits"}>{say(inTime[facts])}</Badge>
              </p>
            )}
            <Limit procedure={procedure} />
          </div>
        </li>
      ))}
    </ul>
  );
}

const Limit = ({ procedure: { timeLimit } }: { readonly procedure: Procedure }) =>
  timeLimit.text !== undefined && (
    <small className="beneath" lang="en">
      {timeLimit.text}
    </small>
  );
