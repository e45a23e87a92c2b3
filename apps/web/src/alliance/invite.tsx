/** An invitation: what it gives is said before it is made, because it cannot be taken back. */

import type { Invitation, Role, SpaceRow } from "@saksi/vault/port";
import { useState } from "react";
import { Button } from "../components/button.tsx";
import { Choice } from "../components/choice.tsx";
import { Moment } from "../components/date.tsx";
import { Dialog } from "../components/dialog.tsx";
import { Field, FieldSet } from "../components/field.tsx";
import { Notice } from "../components/notice.tsx";
import { ProblemNotice } from "../components/problem-notice.tsx";
import { Progress } from "../components/progress.tsx";
import { Qr } from "../components/qr.tsx";
import { useAction } from "../vault/use-action.ts";
import { useVault } from "../vault/use-vault.ts";
import { say } from "../words/say.ts";
import { roleMeaning, roleName, roles } from "./words.ts";

export function Invite({ space, onClose }: { readonly space: SpaceRow; readonly onClose: () => void }) {
  const [invitation, setInvitation] = useState<Invitation>();
  return (
    <Dialog title={say("invite.title")} onClose={onClose}>
      {invitation ? <Made invitation={invitation} /> : <Choose space={space} onMade={setInvitation} />}
    </Dialog>
  );
}

function Choose({
  space: { space, role: mine, circles },
  onMade,
}: {
  readonly space: SpaceRow;
  readonly onMade: (invitation: Invitation) => void;
}) {
  const vault = useVault();
  const [role, setRole] = useState<Role | "own">(mine === "keeper" ? "writer" : "own");
  const [inner, setInner] = useState(false);
  const invite = useAction(vault.invite);
  const mayGiveInner = role !== "own" && circles.includes(1);
  const readsInner = role === "own" ? circles.includes(1) : inner;

  async function submit() {
    const app = `${location.origin}${location.pathname}`;
    const made = await invite.run({
      space,
      app,
      ...(role === "own" ? { own: true } : { role, circles: inner ? [0, 1] : [0] }),
    });
    if (made) onMade(made.value);
  }

  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <FieldSet label={say("invite.role")}>
        <Choice
          type="radio"
          name="role"
          checked={role === "own"}
          onChange={() => setRole("own")}
          help={say("invite.own.help")}
        >
          {say("invite.own")}
        </Choice>
        {(mine === "keeper" ? roles : []).map((each) => (
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
          <Choice checked={inner} onChange={(event) => setInner(event.target.checked)} help={say("invite.inner.help")}>
            {say("invite.inner")}
          </Choice>
        </FieldSet>
      )}
      <Notice tone="waits">
        <strong>{say("invite.past.title")}</strong>
        <p>{readsInner ? say("invite.past.both") : say("invite.past.everyone")}</p>
      </Notice>
      <ProblemNotice problem={invite.problem} />
      {invite.running && <Progress label={say("invite.running")} />}
      <div>
        <Button kind="first" type="submit" busy={invite.running}>
          {say("invite.do")}
        </Button>
      </div>
    </form>
  );
}

function Made({ invitation: { link, expiresAt } }: { readonly invitation: Invitation }) {
  const [copied, setCopied] = useState(false);
  return (
    <>
      <p>{say("invite.made")}</p>
      <Field label={say("invite.link")}>
        {(input) => (
          <input
            {...input}
            className="link-box"
            readOnly
            translate="no"
            value={link}
            onFocus={(event) => event.target.select()}
          />
        )}
      </Field>
      <div className="row">
        <Button kind="first" onClick={() => void navigator.clipboard.writeText(link).then(() => setCopied(true))}>
          {say("invite.copy")}
        </Button>
        <span role="status">{copied && say("invite.copied")}</span>
      </div>
      <Qr text={link} label={say("invite.qr")} />
      <p className="soft">
        {say("invite.expires")} <Moment iso={expiresAt} />
      </p>
      <p className="soft">{say("invite.next")}</p>
    </>
  );
}
