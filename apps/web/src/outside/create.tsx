/** Makes this device's vault: who you are to the people you work with, and a passphrase that only you know. */

import { useState, useSyncExternalStore } from "react";
import { Button } from "../components/button.tsx";
import { Field, sensitive } from "../components/field.tsx";
import { Notice } from "../components/notice.tsx";
import { ProblemNotice } from "../components/problem-notice.tsx";
import { Progress } from "../components/progress.tsx";
import { useAction } from "../vault/use-action.ts";
import { useVault } from "../vault/use-vault.ts";
import { sayProblem } from "../words/problems.ts";
import { say } from "../words/say.ts";
import { arrivals } from "./arrivals.ts";
import { Outside } from "./outside.tsx";
import { NewPassphrase } from "./passphrase.tsx";

export function CreateScreen() {
  const vault = useVault();
  const invited = useSyncExternalStore(arrivals.listen, arrivals.get) !== null;
  const [name, setName] = useState("");
  const [organisation, setOrganisation] = useState("");
  const [passphrase, setPassphrase] = useState<string>();
  const create = useAction(vault.create);
  const weak = create.problem?.kind === "weak-passphrase" && sayProblem(create.problem);

  return (
    <Outside back title={invited ? say("create.title.invited") : say("create.title")}>
      <p>{invited ? say("create.text.invited") : say("create.text")}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (passphrase !== undefined) void create.run({ passphrase, profile: { name, organisation } });
        }}
      >
        <Field label={say("profile.name")} help={say("profile.name.help")}>
          {(input) => (
            <input {...input} {...sensitive} required value={name} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
        <Field label={say("profile.organisation")} help={say("profile.organisation.help")}>
          {(input) => (
            <input
              {...input}
              {...sensitive}
              required
              value={organisation}
              onChange={(event) => setOrganisation(event.target.value)}
            />
          )}
        </Field>
        <NewPassphrase onChange={setPassphrase} problem={weak} />
        <Notice tone="waits">
          <p>{say("create.forgotten")}</p>
        </Notice>
        {!weak && <ProblemNotice problem={create.problem} />}
        {create.running && <Progress label={say("create.running")} />}
        <div>
          <Button kind="first" type="submit" busy={create.running} disabled={passphrase === undefined}>
            {say("create.do")}
          </Button>
        </div>
      </form>
    </Outside>
  );
}
