/** Begins a space, on this device alone or at the server this app came from. */

import { useState } from "react";
import { useLocation } from "wouter";
import { Button } from "../components/button.tsx";
import { Choice } from "../components/choice.tsx";
import { Dialog } from "../components/dialog.tsx";
import { Field, FieldSet, sensitive } from "../components/field.tsx";
import { ProblemNotice } from "../components/problem-notice.tsx";
import { Progress } from "../components/progress.tsx";
import { useAction } from "../vault/use-action.ts";
import { useVault, useVaultHost } from "../vault/use-vault.ts";
import { say } from "../words/say.ts";

export function NewSpace({ onClose }: { readonly onClose: () => void }) {
  const vault = useVault();
  const { which } = useVaultHost();
  const [, go] = useLocation();
  const [name, setName] = useState("");
  const [where, setWhere] = useState<"relay" | "alone">(which() === "sample" ? "alone" : "relay");
  const [relay, setRelay] = useState(location.origin);
  const [admission, setAdmission] = useState("");
  const create = useAction(vault.createSpace);

  async function submit() {
    const made = await create.run({
      name: name.trim(),
      ...(where === "relay" && { relay: relay.trim(), ...(admission && { admission }) }),
    });
    if (!made) return;
    onClose();
    go(`/alliance/${made.value}`);
  }

  return (
    <Dialog title={say("space.new")} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Field label={say("space.name")} help={say("space.name.help")}>
          {(input) => (
            <input {...input} {...sensitive} required value={name} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
        <FieldSet label={say("space.where")}>
          <Choice
            type="radio"
            name="where"
            checked={where === "relay"}
            onChange={() => setWhere("relay")}
            help={say("space.where.relay.help")}
          >
            {say("space.where.relay")}
          </Choice>
          <Choice
            type="radio"
            name="where"
            checked={where === "alone"}
            onChange={() => setWhere("alone")}
            help={say("space.where.alone.help")}
          >
            {say("space.where.alone")}
          </Choice>
        </FieldSet>
        {where === "relay" && (
          <details>
            <summary>{say("space.relay.other")}</summary>
            <RelayFields relay={relay} onRelay={setRelay} admission={admission} onAdmission={setAdmission} />
          </details>
        )}
        <ProblemNotice problem={create.problem} />
        {create.running && <Progress label={say("space.creating")} />}
        <div>
          <Button kind="first" type="submit" busy={create.running}>
            {say("space.create")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Which server, and the code that some operators ask for. */
export function RelayFields(given: {
  readonly relay: string;
  readonly onRelay: (relay: string) => void;
  readonly admission: string;
  readonly onAdmission: (code: string) => void;
}) {
  return (
    <div className="stack">
      <Field label={say("space.relay")} help={say("space.relay.help")}>
        {(input) => (
          <input
            {...input}
            {...sensitive}
            className="link-box"
            type="url"
            required
            value={given.relay}
            onChange={(event) => given.onRelay(event.target.value)}
          />
        )}
      </Field>
      <Field label={say("space.admission")} help={say("space.admission.help")}>
        {(input) => (
          <input
            {...input}
            {...sensitive}
            value={given.admission}
            onChange={(event) => given.onAdmission(event.target.value)}
          />
        )}
      </Field>
    </div>
  );
}
