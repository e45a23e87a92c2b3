/** Another role or other circles for a member, with what the change reveals and what it cannot take back. */

import type { MemberRow, Role, SpaceRow } from "@saksi/vault/port";
import { useState } from "react";
import { Button } from "../components/button.tsx";
import { Choice } from "../components/choice.tsx";
import { Dialog } from "../components/dialog.tsx";
import { FieldSet } from "../components/field.tsx";
import { Notice } from "../components/notice.tsx";
import { ProblemNotice } from "../components/problem-notice.tsx";
import { Progress } from "../components/progress.tsx";
import { useAction } from "../vault/use-action.ts";
import { useVault } from "../vault/use-vault.ts";
import { say } from "../words/say.ts";
import { roleMeaning, roleName, roles } from "./words.ts";

const inner = 1;

export function ChangeRights({
  space,
  member: { member, name, role: before, circles: held },
  onClose,
}: {
  readonly space: SpaceRow;
  readonly member: MemberRow;
  readonly onClose: () => void;
}) {
  const vault = useVault();
  const change = useAction(vault.changeRights);
  const heldInner = held.includes(inner);
  const [role, setRole] = useState<Role>(before);
  const [readsInner, setReadsInner] = useState(heldInner);
  const mayGiveInner = heldInner || space.circles.includes(inner);
  const unchanged = role === before && readsInner === heldInner;
  const circles = [...held.filter((circle) => circle !== inner), ...(readsInner ? [inner] : [])];

  return (
    <Dialog title={say("rights.title", { name })} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void change.run({ space: space.space, member, role, circles }).then((changed) => changed && onClose());
        }}
      >
        <FieldSet label={say("invite.role")}>
          {roles.map((each) => (
            <Choice
              key={each}
              type="radio"
              name="role"
              checked={role === each}
              onChange={() => setRole(each)}
              help={roleMeaning(each)}
            >
              {roleName(each)}
            </Choice>
          ))}
        </FieldSet>
        {mayGiveInner && (
          <FieldSet label={say("invite.circles")}>
            <Choice
              checked={readsInner}
              onChange={({ target }) => setReadsInner(target.checked)}
              help={say("invite.inner.help")}
            >
              {say("invite.inner")}
            </Choice>
          </FieldSet>
        )}
        {readsInner && !heldInner && (
          <Notice tone="danger" live="polite">
            <strong>{say("invite.past.title")}</strong>
            <p>{say("rights.more", { name })}</p>
          </Notice>
        )}
        {!readsInner && heldInner && (
          <Notice tone="waits" live="polite">
            <strong>{say("rights.fewer.title")}</strong>
            <p>{say("rights.fewer", { name })}</p>
          </Notice>
        )}
        {role === "reader" && before !== "reader" && <p>{say("rights.reader", { name })}</p>}
        <ProblemNotice problem={change.problem} />
        {change.running && <Progress label={say("rights.running")} />}
        <div className="row">
          <Button kind="first" type="submit" busy={change.running} disabled={unchanged}>
            {say("rights.do", { name })}
          </Button>
          <Button onClick={onClose}>{say("rights.not")}</Button>
        </div>
      </form>
    </Dialog>
  );
}
