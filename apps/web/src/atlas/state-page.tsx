/** One state or territory and the Convention: all that is known of it, and where it is not known, that. */

import "../style/atlas.css";
import "../library/library.css";
import { lessonsWhere } from "@saksi/treaties/lessons";
import { precedentsWhere } from "@saksi/treaties/precedents";
import { type StateCard, stateCard } from "@saksi/treaties/state-card";
import { type State, stateCell, stateOf } from "@saksi/treaties/states";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { Heading } from "../components/heading.tsx";
import { Notice } from "../components/notice.tsx";
import { Tabs } from "../components/tabs.tsx";
import { NotFoundPage } from "../frame/not-found-page.tsx";
import { LessonList, PrecedentList } from "../library/entry-lists.tsx";
import { PartialDay } from "../records/partial-day.tsx";
import type { PageProps } from "../routes.tsx";
import { useUntilLock } from "../search/use-until-lock.ts";
import { type MessageId, say } from "../words/say.ts";
import { Asks } from "./asks.tsx";
import { stateName } from "./atlas-words.ts";
import { ComplaintDoors } from "./complaint-doors.tsx";
import { Followed } from "./followed.tsx";
import { GapMatrix } from "./gap-matrix.tsx";
import { Journey } from "./journey.tsx";
import { Reporting } from "./reporting.tsx";
import { Sourced } from "./sourced.tsx";
import { StatusCard } from "./status-card.tsx";
import { TreatyTable } from "./treaty-table.tsx";
import { type AtlasInUse, useAtlas } from "./use-atlas.ts";
import { useToday } from "./use-today.ts";

export function StatePage({ ids: { state: code = "" } }: PageProps) {
  const today = useToday();
  const facts = useAtlas();
  const state = stateOf(code);
  return state ? <Whole card={stateCard(state, today, facts.atlas)} facts={facts} /> : <NotFoundPage />;
}

interface Shown {
  readonly card: StateCard;
  readonly facts: AtlasInUse;
}

function Whole({ card, facts }: Shown) {
  const { state, isTerritory, knownUpTo } = card;
  return (
    <article className="entry">
      <p>
        <Link href="/atlas">{say("atlas.back")}</Link>
      </p>
      <Heading>{stateName(state)}</Heading>
      {isTerritory ? <Notice>{say("atlas.territory")}</Notice> : <StatusCard card={card} atlas={facts.atlas} />}
      <Notes state={state} />
      {knownUpTo !== null && (
        <p className="quiet">
          {say("library.as-of")} <PartialDay text={knownUpTo} />. {say("atlas.register-again")}
        </p>
      )}
      {isTerritory ? <Cases state={state} /> : <Parts card={card} facts={facts} />}
    </article>
  );
}

type Part = "journey" | "followed" | "reporting" | "law" | "asks" | "doors" | "cases" | "treaties";

const partNames: Readonly<Record<Part, MessageId>> = {
  journey: "atlas.part.journey",
  law: "atlas.part.law",
  asks: "atlas.part.asks",
  reporting: "atlas.part.reporting",
  followed: "atlas.part.followed",
  doors: "atlas.part.doors",
  cases: "atlas.part.cases",
  treaties: "atlas.part.treaties",
};

const parts: Readonly<Record<Part, (props: Shown) => ReactNode>> = {
  journey: ({ card, facts }) => <Journey state={card.state} facts={facts} />,
  law: GapMatrix,
  asks: Asks,
  reporting: Reporting,
  followed: ({ card, facts }) => <Followed state={card.state} facts={facts} />,
  doors: ({ card, facts }) => <ComplaintDoors state={card.state} atlas={facts.atlas} />,
  cases: ({ card }) => <Cases state={card.state} />,
  treaties: ({ card }) => <TreatyTable lines={card.treaties} />,
};

/** The part stays open from one state to the next: who compares laws reads laws. */
function Parts({ card, facts }: Shown) {
  const [open, setOpen] = useUntilLock<Part>("atlas part", "journey");
  const Open = parts[open];
  return (
    <Tabs
      label={say("atlas.parts")}
      open={open}
      onOpen={setOpen}
      tabs={partOrder.map((name) => ({ name, label: say(partNames[name]) }))}
    >
      <Open card={card} facts={facts} />
    </Tabs>
  );
}

const partOrder: readonly Part[] = ["journey", "law", "asks", "reporting", "followed", "doors", "cases", "treaties"];

function Notes({ state }: { readonly state: State }) {
  return (
    state.notes.length > 0 && (
      <ul lang="en">
        {state.notes.map((note) => (
          <li key={note}>
            <Sourced trace={[stateCell(state)]} of={stateName(state)}>
              {note}
            </Sourced>
          </li>
        ))}
      </ul>
    )
  );
}

const few = 6;

function Cases({ state }: { readonly state: State }) {
  const precedents = precedentsWhere({ state: state.iso2 });
  const lessons = lessonsWhere({ state: state.iso2 });
  if (precedents.length === 0) return <p>{say("atlas.cases.none")}</p>;
  return (
    <>
      <PrecedentList entries={precedents.slice(0, few)} />
      {precedents.length > few && (
        <details>
          <summary>{say("atlas.cases.more")}</summary>
          <PrecedentList entries={precedents.slice(few)} />
        </details>
      )}
      {lessons.length > 0 && (
        <details>
          <summary>{say("atlas.cases.lessons")}</summary>
          <LessonList entries={lessons} />
        </details>
      )}
    </>
  );
}
