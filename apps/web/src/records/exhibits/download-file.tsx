/** Takes the original out of the vault, after saying what that means: from then on it lies open on this device. */

import type { FileValue } from "@saksi/domain/value";
import type { RecordDetail } from "@saksi/vault/port";
import { useEffect, useRef, useState } from "react";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Notice } from "../../components/notice.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { Progress } from "../../components/progress.tsx";
import { usePage } from "../../frame/page.ts";
import { fileOut } from "../../settings/save-file.ts";
import { useAction } from "../../vault/use-action.ts";
import { useVault } from "../../vault/use-vault.ts";
import { say } from "../../words/say.ts";
import { dayOf } from "../day-of.ts";
import { custodyDraft } from "./custody.ts";
import { copyName } from "./file-kind.ts";
import { useComing } from "./use-coming.ts";

export function DownloadFile({
  record,
  file,
  mayWrite,
}: {
  readonly record: RecordDetail;
  readonly file: FileValue;
  readonly mayWrite: boolean;
}) {
  const { id: exhibit } = record;
  const { now } = usePage();
  const vault = useVault();
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState(false);
  const [progress, setProgress] = useState<{ done: number; total: number | null }>();
  const stop = useRef<AbortController>(undefined);
  const fetched = useAction(vault.fetch);
  const { forget, problem } = fetched;
  const isComing = useComing(exhibit) !== undefined;
  const wasComing = useRef(false);
  useEffect(() => {
    // What kept the file from coming is over.
    if (wasComing.current && !isComing && problem?.kind === "file-not-here") forget();
    wasComing.current = isComing;
  }, [isComing, problem, forget]);

  async function download() {
    const out = await fileOut(copyName(exhibit, file));
    if (!out) return;
    setAsking(false);
    stop.current = new AbortController();
    const got = await fetched.run({
      exhibit,
      onChunk: (bytes) => out.write(bytes),
      onProgress: setProgress,
      signal: stop.current.signal,
    });
    await (got ? out.finish() : out.drop());
    setDone(got !== null);
    if (got && mayWrite) await vault.write([custodyDraft(record, ["CU.EXPORT"], dayOf(now()))], record.space);
  }

  return (
    <div className="stack tight" data-print="no">
      {fetched.running && isComing ? (
        // How far it is and the way to pause it stand once, in the facts of the file.
        <p className="soft">{say("exhibit.copied-then")}</p>
      ) : fetched.running ? (
        <Progress
          label={say("exhibit.downloading")}
          {...(progress && { done: progress.done, total: progress.total })}
          onStop={() => stop.current?.abort()}
        />
      ) : (
        <div>
          <Button onClick={() => setAsking(true)}>{say("exhibit.download")}</Button>
        </div>
      )}
      {done && !fetched.running && (
        <Notice tone="done" live="polite">
          <p>{say("exhibit.downloaded")}</p>
        </Notice>
      )}
      {!isComing && <ProblemNotice problem={problem} />}
      {asking && (
        <Dialog title={say("exhibit.download.title")} onClose={() => setAsking(false)}>
          <p>{say("exhibit.download.text")}</p>
          <div className="row">
            <Button kind="danger" onClick={() => void download()}>
              {say("exhibit.download.do")}
            </Button>
            <Button onClick={() => setAsking(false)}>{say("exhibit.download.not")}</Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
