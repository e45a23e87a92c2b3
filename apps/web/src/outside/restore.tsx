/** Brings a vault back from its one encrypted file, with the passphrase that sealed it. */

import { useState } from "react";
import { Button } from "../components/button.tsx";
import { Field } from "../components/field.tsx";
import { ProblemNotice } from "../components/problem-notice.tsx";
import { Progress } from "../components/progress.tsx";
import { useAction } from "../vault/use-action.ts";
import { useVault } from "../vault/use-vault.ts";
import { sayProblem } from "../words/problems.ts";
import { say } from "../words/say.ts";
import { Outside } from "./outside.tsx";
import { PassphraseInput } from "./passphrase.tsx";

export function RestoreScreen() {
  const vault = useVault();
  const [file, setFile] = useState<File>();
  const [passphrase, setPassphrase] = useState("");
  const [progress, setProgress] = useState<{ done: number; total: number | null }>();
  const restore = useAction(vault.restore);
  const { problem } = restore;
  const wrong = problem?.kind === "wrong-passphrase" && sayProblem(problem);
  const notOurs = problem?.kind === "not-a-backup" && sayProblem(problem);
  return (
    <Outside back title={say("restore.title")}>
      <p>{say("restore.text")}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (file) void restore.run({ passphrase, file, onProgress: setProgress });
        }}
      >
        <Field label={say("restore.file")} problem={notOurs}>
          {(input) => <input {...input} type="file" required onChange={(event) => setFile(event.target.files?.[0])} />}
        </Field>
        <PassphraseInput
          label={say("passphrase.of-backup")}
          value={passphrase}
          problem={wrong}
          onChange={setPassphrase}
        />
        {!wrong && !notOurs && <ProblemNotice problem={problem} />}
        {restore.running && <Progress label={say("restore.running")} {...progress} />}
        <div>
          <Button kind="first" type="submit" busy={restore.running}>
            {say("restore.do")}
          </Button>
        </div>
      </form>
    </Outside>
  );
}
