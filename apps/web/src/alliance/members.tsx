/**
 * Who is in a space, what they may do and read; for keepers the way to change that, and to remove someone, with what that
 * can and cannot do.
 */

import type { MemberRow, SpaceRow } from "@saksi/vault/port";
import { useState } from "react";
import { Badge } from "../components/badge.tsx";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { Menu } from "../components/menu.tsx";
import { Notice } from "../components/notice.tsx";
import { ProblemNotice } from "../components/problem-notice.tsx";
import { Progress } from "../components/progress.tsx";
import { Skeleton } from "../components/skeleton.tsx";
import { useAction } from "../vault/use-action.ts";
import { useRows, useVault } from "../vault/use-vault.ts";
import { say } from "../words/say.ts";
import { ChangeRights } from "./rights.tsx";
import { circlesRead, roleName } from "./words.ts";

export function Members({ space }: { readonly space: SpaceRow }) {
  const members = useRows("members", { space: space.space });
  const [leaving, setLeaving] = useState<MemberRow>();
  const [changing, setChanging] = useState<MemberRow>();
  if (members === undefined) return <Skeleton />;
  const mayChange = ({ me, removed }: MemberRow) => space.role === "keeper" && !me && !removed;
  return (
    <section className="stack" aria-labelledby="members">
      <h2 id="members">{say("members.title")}</h2>
      <ul className="people plain-list">
        {members.map((row) => (
          <li key={row.member}>
            <Member row={row} />
            {mayChange(row) && (
              <Menu
                label={say("members.actions-for", { name: row.name })}
                choices={[
                  { label: say("rights.open"), onChoose: () => setChanging(row) },
                  { label: say("remove.open"), kind: "danger", onChoose: () => setLeaving(row) },
                ]}
              />
            )}
          </li>
        ))}
      </ul>
      {changing && <ChangeRights space={space} member={changing} onClose={() => setChanging(undefined)} />}
      {leaving && <Remove space={space} member={leaving} onClose={() => setLeaving(undefined)} />}
    </section>
  );
}

function Member({ row }: { readonly row: MemberRow }) {
  return (
    <div className="member">
      <span className="row tight">
        <strong>
          <bdi translate="no">{row.name}</bdi>
        </strong>
        {row.me && <Badge tone="done">{say("members.me")}</Badge>}
        {row.removed && <Badge tone="info">{say("members.removed")}</Badge>}
      </span>
      <span>
        <bdi translate="no">{row.organisation}</bdi>
      </span>
      {row.twoFaced && !row.removed && (
        <Notice tone="danger">
          <p>{say("members.two-faced")}</p>
        </Notice>
      )}
      {!row.removed && (
        <small>
          {say("members.line", { role: roleName(row.role), devices: row.devices })} {circlesRead(row.circles)}
        </small>
      )}
    </div>
  );
}

function Remove({
  space,
  member: { member, name },
  onClose,
}: {
  readonly space: SpaceRow;
  readonly member: MemberRow;
  readonly onClose: () => void;
}) {
  const vault = useVault();
  const remove = useAction(vault.remove);
  return (
    <Dialog title={say("remove.title", { name })} onClose={onClose}>
      <p>{say("remove.does")}</p>
      <Notice tone="danger">
        <strong>{say("remove.cannot.title")}</strong>
        <p>{say("remove.cannot")}</p>
      </Notice>
      <ProblemNotice problem={remove.problem} />
      {remove.running && <Progress label={say("remove.running")} />}
      <div className="row">
        <Button
          kind="danger"
          busy={remove.running}
          onClick={() => void remove.run({ space: space.space, member }).then((removed) => removed && onClose())}
        >
          {say("remove.do", { name })}
        </Button>
        <Button onClick={onClose}>{say("remove.not")}</Button>
      </div>
    </Dialog>
  );
}
