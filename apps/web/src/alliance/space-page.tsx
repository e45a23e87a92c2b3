/** One space: how it stands with its server, who is in it, who waits at the door. */

import type { SpaceId } from "@saksi/domain/id";
import type { SpaceRow } from "@saksi/vault/port";
import { useState } from "react";
import { Button } from "../components/button.tsx";
import { Moment } from "../components/date.tsx";
import { Heading } from "../components/heading.tsx";
import { ProblemNotice } from "../components/problem-notice.tsx";
import { Skeleton } from "../components/skeleton.tsx";
import { NotFoundPage } from "../frame/not-found-page.tsx";
import type { PageProps } from "../routes.tsx";
import { useAction } from "../vault/use-action.ts";
import { useRows, useVault } from "../vault/use-vault.ts";
import { formatNumber } from "../words/format.ts";
import { say } from "../words/say.ts";
import { ConnectSpace } from "./connect-space.tsx";
import { Invite } from "./invite.tsx";
import { Members } from "./members.tsx";
import { SyncBadge } from "./sync-badge.tsx";
import { Waiting } from "./waiting.tsx";
import { circlesRead, roleMeaning, roleName } from "./words.ts";

export function SpacePage({ ids }: PageProps) {
  const spaces = useRows("spaces", {});
  const space = spaces?.find((row) => row.space === ids.space);
  const [inviting, setInviting] = useState(false);
  if (spaces === undefined) return <Skeleton />;
  if (!space) return <NotFoundPage />;
  const mayInvite = space.relay !== null && space.sync.phase !== "stopped";
  return (
    <>
      <div className="row apart">
        <Heading>{space.name}</Heading>
        {mayInvite && (
          <Button kind="first" icon="add" onClick={() => setInviting(true)}>
            {space.role === "keeper" ? say("invite.title") : say("invite.own.title")}
          </Button>
        )}
      </div>
      <p>
        {roleMeaning(space.role)} {circlesRead(space.circles)}
      </p>
      {mayInvite && <Waiting space={space} />}
      <Members space={space} />
      <SyncSection space={space} />
      {space.relay === null && <ConnectSpace space={space.space} />}
      {inviting && <Invite space={space} onClose={() => setInviting(false)} />}
    </>
  );
}

function SyncSection({ space }: { readonly space: SpaceRow }) {
  const { sync, relay } = space;
  return (
    <section className="stack" aria-labelledby="sync">
      <h2 id="sync">{say("sync.title")}</h2>
      <SyncBadge space={space} />
      {sync.problem && <ProblemNotice problem={sync.problem} />}
      <dl className="facts">
        <dt>{say("sync.your-role")}</dt>
        <dd>{roleName(space.role)}</dd>
        <dt>{say("sync.relay")}</dt>
        <dd>{relay ?? say("sync.alone")}</dd>
        <dt>{say("sync.unsent-count")}</dt>
        <dd className="numbers">{formatNumber(sync.unsent)}</dd>
        <dt>{say("sync.verified")}</dt>
        <dd>{sync.verifiedAt === null ? say("sync.never") : <Moment iso={sync.verifiedAt} />}</dd>
        <dt>{say("sync.size")}</dt>
        <dd className="numbers">{formatNumber(sync.size)}</dd>
      </dl>
      {relay !== null && <SyncNow space={space.space} />}
    </section>
  );
}

function SyncNow({ space }: { readonly space: SpaceId }) {
  const vault = useVault();
  const sync = useAction(vault.sync);
  return (
    <>
      <ProblemNotice problem={sync.problem} />
      <div>
        <Button busy={sync.running} onClick={() => void sync.run({ space })}>
          {sync.running ? say("sync.working") : say("sync.now")}
        </Button>
      </div>
    </>
  );
}
