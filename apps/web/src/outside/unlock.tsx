/** Opens the vault. A wrong passphrase keeps what was typed; the wait says what it is for. */

import { useState, useSyncExternalStore } from "react";
import { Button } from "../components/button.tsx";
import { Notice } from "../components/notice.tsx";
import { ProblemNotice } from "../components/problem-notice.tsx";
import { Progress } from "../components/progress.tsx";
import { useAction } from "../vault/use-action.ts";
import { useVault } from "../vault/use-vault.ts";
import { sayProblem } from "../words/problems.ts";
import { say } from "../words/say.ts";
import { arrivals } from "./arrivals.ts";
import { Outside } from "./outside.tsx";
import { PassphraseInput } from "./passphrase.tsx";

export function UnlockScreen() {
  const vault = useVault();
  const invited = useSyncExternalStore(arrivals.listen, arrivals.get) !== null;
  const [passphrase, setPassphrase] = useState("");
  const unlock = useAction(vault.unlock);
  const wrong = unlock.problem?.kind === "wrong-passphrase" && sayProblem(unlock.problem);
  return (
    <Outside title={say("unlock.title")}>
      <p>{say("unlock.text")}</p>
      {invited && (
        <Notice tone="info" icon="link">
          <p>{say("unlock.invited")}</p>
        </Notice>
      )}
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void unlock.run(passphrase);
        }}
      >
        <PassphraseInput
          label={say("passphrase.label")}
          value={passphrase}
          problem={wrong}
          onChange={(value) => {
            setPassphrase(value);
            unlock.forget();
          }}
        />
        {!wrong && <ProblemNotice problem={unlock.problem} />}
        {unlock.running && <Progress label={say("unlock.running")} />}
        <div>
          <Button kind="first" type="submit" busy={unlock.running}>
            {say("unlock.do")}
          </Button>
        </div>
      </form>
      <details>
        <summary>{say("unlock.forgotten")}</summary>
        <p>{say("unlock.forgotten.text")}</p>
      </details>
    </Outside>
  );
}
