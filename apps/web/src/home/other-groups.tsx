/** What needs a person and is no rule's task: two versions to decide between, facts to confirm, work that the server has not got. */

import { recordTypeNamed } from "@saksi/domain/record-types";
import type { ConflictRow, RecordRow, SpaceRow } from "@saksi/vault/port";
import { Link } from "wouter";
import { Ago } from "../components/date.tsx";
import { useNow } from "../frame/page.ts";
import { say } from "../words/say.ts";
import { Group } from "./task-group.tsx";

export function ConflictGroup({ conflicts }: { readonly conflicts: readonly ConflictRow[] }) {
  return (
    <Group title={say("home.conflicts")} tone="waits">
      {conflicts.map(({ id, type, field, title }) => (
        <Link key={`${id} ${field}`} href={`/records/${id}`} className="task-row" data-tone="waits">
          <span className="task-what">
            {say("task.conflict", { field: recordTypeNamed(type)?.fields[field]?.label ?? field })}
          </span>
          <span className="task-case">
            <bdi>{title}</bdi>
          </span>
        </Link>
      ))}
    </Group>
  );
}

/** All of them are looked at on one page, beside their sources. */
export function FactGroup({ facts }: { readonly facts: readonly RecordRow[] }) {
  return (
    <Group title={say("home.facts")} tone="plain">
      {facts.map(({ id, title }) => (
        <Link key={id} href="/atlas/facts" className="task-row">
          <span className="task-what">{say("task.fact")}</span>
          <span className="task-case">
            <bdi>{title}</bdi>
          </span>
        </Link>
      ))}
    </Group>
  );
}

/** Spaces with a server that has not got everything yet. */
export const unsentSpaces = (spaces: readonly SpaceRow[]): readonly SpaceRow[] =>
  spaces.filter(({ relay, sync }) => relay !== null && sync.unsent + sync.unsentChunks > 0);

export function UnsentGroup({ spaces }: { readonly spaces: readonly SpaceRow[] }) {
  const now = useNow();
  return (
    <Group title={say("home.unsent")} tone="plain">
      {spaces.map(({ space, name, sync }) => (
        <Link key={space} href={`/alliance/${space}`} className="task-row">
          <span className="task-what">{say("task.unsent", { count: sync.unsent + sync.unsentChunks })}</span>
          <span className="task-case">
            <bdi>{name}</bdi>
          </span>
          {sync.unsentSince !== null && (
            <span className="task-due">
              {say("banner.unsent-since")} <Ago iso={sync.unsentSince} now={now} />
            </span>
          )}
        </Link>
      ))}
    </Group>
  );
}
