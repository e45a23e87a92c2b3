/** What needs me today, the greatest harm first; before there is anything, the first step. Empty means truly empty. */

import "./home.css";
import type { SpaceRow } from "@saksi/vault/port";
import { ButtonLink } from "../components/button.tsx";
import { Empty } from "../components/empty.tsx";
import { Heading } from "../components/heading.tsx";
import { Notice } from "../components/notice.tsx";
import { Progress } from "../components/progress.tsx";
import { Skeleton } from "../components/skeleton.tsx";
import { useRows } from "../vault/use-vault.ts";
import { formatNumber } from "../words/format.ts";
import { say } from "../words/say.ts";
import { ConflictGroup, FactGroup, UnsentGroup, unsentSpaces } from "./other-groups.tsx";
import type { Today } from "./read-today.ts";
import { TaskGroup } from "./task-group.tsx";
import { groups } from "./task-words.ts";
import { useToday } from "./use-today.ts";

export function HomePage() {
  const spaces = useRows("spaces", {});
  const today = useToday();
  return (
    <>
      <Heading>{say("place.home")}</Heading>
      {spaces === undefined ? <Skeleton rows={5} /> : spaces.length === 0 ? <NoSpace /> : null}
      {spaces !== undefined && spaces.length > 0 && (
        <>
          <div className="big-step">
            <ButtonLink kind="first" icon="add" to="/minimum">
              {say("cases.minimum")}
            </ButtonLink>
            <p className="quiet">{say("home.minimum.help")}</p>
          </div>
          {today === undefined ? <Skeleton rows={5} /> : <WhatNeedsMe today={today} spaces={spaces} />}
        </>
      )}
    </>
  );
}

function NoSpace() {
  return (
    <Empty
      title={say("home.empty.title")}
      action={
        <ButtonLink kind="first" icon="add" to="/alliance">
          {say("home.empty.action")}
        </ButtonLink>
      }
    >
      {say("home.empty.text")}
    </Empty>
  );
}

function WhatNeedsMe({ today, spaces }: { readonly today: Today; readonly spaces: readonly SpaceRow[] }) {
  const conflicts = useRows("conflicts", {});
  const unsent = unsentSpaces(spaces);
  const reading = today.read < today.of;
  const nothing =
    today.tasks.length === 0 && today.facts.length === 0 && conflicts?.length === 0 && unsent.length === 0;
  if (today.of === 0 && nothing) return <NoCase />;
  return (
    <>
      {reading && <Progress label={say("home.reading")} done={today.read} total={today.of} />}
      {today.unread > 0 && (
        <Notice tone="waits">{say("home.unread", { count: today.unread, unread: formatNumber(today.unread) })}</Notice>
      )}
      {groups.map(({ title, tone, kinds }) => (
        <TaskGroup
          key={title}
          title={say(title)}
          tone={tone}
          titles={today.titles}
          tasks={today.tasks.filter(({ kind }) => kinds.includes(kind))}
        />
      ))}
      <ConflictGroup conflicts={conflicts ?? []} />
      <FactGroup facts={today.facts} />
      <UnsentGroup spaces={unsent} />
      {nothing && !reading && today.unread === 0 && (
        <Notice tone="done" live="polite">
          <strong>{say("home.nothing")}</strong>
          <p>{say("home.nothing.text", { count: today.of, read: formatNumber(today.of) })}</p>
        </Notice>
      )}
    </>
  );
}

function NoCase() {
  return <Empty title={say("home.no-case.title")}>{say("home.no-case.text")}</Empty>;
}
