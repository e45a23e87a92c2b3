/** One encrypted file with everything that this device keeps, under a passphrase of its own. */

import { localDay } from "@saksi/domain/local-day";
import { useState } from "react";
import { Button } from "../components/button.tsx";
import { Notice } from "../components/notice.tsx";
import { ProblemNotice } from "../components/problem-notice.tsx";
import { Progress } from "../components/progress.tsx";
import { usePage } from "../frame/page.ts";
import { NewPassphrase } from "../outside/passphrase.tsx";
import { useAction } from "../vault/use-action.ts";
import { useVault } from "../vault/use-vault.ts";
import { say } from "../words/say.ts";
import { fileOut } from "./save-file.ts";

export function BackupSection() {
  const vault = useVault();
  const { now } = usePage();
  const [passphrase, setPassphrase] = useState<string>();
  const [progress, setProgress] = useState<{ done: number; total: number | null }>();
  const [made, setMade] = useState(false);

  const backup = useAction(async (chosen: string) => {
    setMade(false);
    const out = await fileOut(`saksi-backup-${localDay(now())}.age`);
    if (!out) return { ok: false, error: { kind: "stopped-by-person" } };
    const answer = await vault.backup({ passphrase: chosen, onBytes: out.write, onProgress: setProgress });
    await (answer.ok ? out.finish() : out.drop());
    setMade(answer.ok);
    return answer;
  });

  return (
    <section aria-labelledby="backup">
      <h2 id="backup">{say("backup.title")}</h2>
      <p>{say("backup.text")}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (passphrase !== undefined) void backup.run(passphrase);
        }}
      >
        <NewPassphrase onChange={setPassphrase} />
        <ProblemNotice problem={backup.problem} />
        {backup.running && <Progress label={say("backup.running")} {...progress} />}
        {made && (
          <Notice tone="done" live="polite">
            <p>{say("backup.done")}</p>
          </Notice>
        )}
        <div>
          <Button type="submit" icon="file" busy={backup.running} disabled={passphrase === undefined}>
            {say("backup.do")}
          </Button>
        </div>
      </form>
    </section>
  );
}
