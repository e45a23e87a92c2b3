/** Attaches a file: its fingerprint first, then sealed piece by piece. Paused and gone on with; after a reload the same file goes on. */

import type { RecordDetail } from "@saksi/vault/port";
import { useRef, useState } from "react";
import { Button } from "../../components/button.tsx";
import { Field } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { Progress } from "../../components/progress.tsx";
import { usePage } from "../../frame/page.ts";
import { useAction } from "../../vault/use-action.ts";
import { useRows, useVault } from "../../vault/use-vault.ts";
import { formatBytes } from "../../words/format.ts";
import { type MessageId, say } from "../../words/say.ts";
import { dayOf } from "../day-of.ts";
import { custodyDraft } from "./custody.ts";
import { tellingBytes, trueType } from "./seen-type.ts";

/** By its bytes where they tell, else what the browser makes of its name. */
async function mediaTypeOf(file: File): Promise<string> {
  const first = new Uint8Array(await file.slice(0, tellingBytes).arrayBuffer());
  return trueType(file.type, first) ?? (file.type || "application/octet-stream");
}

const steps: Readonly<Record<string, MessageId>> = { hash: "exhibit.hashing", seal: "exhibit.sealing" };

export function AttachFile({ record }: { readonly record: RecordDetail }) {
  const vault = useVault();
  const { now } = usePage();
  const [file, setFile] = useState<File>();
  const [progress, setProgress] = useState<{ done: number; total: number | null; step: string }>();
  const stop = useRef<AbortController>(undefined);
  const attach = useAction(vault.attach);
  const leave = useAction(vault.leaveTransfer);
  const [unfinished] = (useRows("transfers", {}) ?? []).filter(
    ({ exhibit, state }) => exhibit === record.id && state === "unfinished",
  );
  const paused = attach.problem?.kind === "stopped-by-person";

  async function run(chosen: File) {
    const controller = new AbortController();
    stop.current = controller;
    setProgress(undefined);
    const attached = await attach.run({
      exhibit: record.id,
      file: chosen,
      name: chosen.name,
      mediaType: await mediaTypeOf(chosen),
      onProgress: setProgress,
      signal: controller.signal,
    });
    if (attached) await vault.write([custodyDraft(record, ["CU.HASH", "CU.STORE"], dayOf(now()))], record.space);
  }

  async function giveUp() {
    if (!(await leave.run(record.id))) return;
    attach.forget();
    setFile(undefined);
  }

  if (attach.running) {
    return (
      <div className="stack">
        <Progress
          label={say(steps[progress?.step ?? "hash"] ?? "exhibit.sealing")}
          {...(progress && { done: progress.done, total: progress.total })}
        />
        <div>
          <Button onClick={() => stop.current?.abort()}>{say("exhibit.pause")}</Button>
        </div>
      </div>
    );
  }
  return (
    <div className="stack">
      {paused && file ? (
        <Notice tone="waits" live="polite">
          <p>{say("exhibit.paused")}</p>
          <div className="row">
            <Button kind="first" onClick={() => void run(file)}>
              {say("exhibit.resume")}
            </Button>
            <Button busy={leave.running} onClick={() => void giveUp()}>
              {say("exhibit.stop")}
            </Button>
          </div>
        </Notice>
      ) : (
        <>
          {unfinished && (
            <Notice tone="waits">
              <p>{say("exhibit.unfinished", { pieces: unfinished.done })}</p>
              <div>
                <Button busy={leave.running} onClick={() => void giveUp()}>
                  {say("exhibit.stop")}
                </Button>
              </div>
            </Notice>
          )}
          <Field label={say("exhibit.choose")} help={say("exhibit.choose.help")}>
            {(input) => <input {...input} type="file" onChange={({ target }) => setFile(target.files?.[0])} />}
          </Field>
          {file && (
            <div className="row">
              <Button kind="first" icon="file" onClick={() => void run(file)}>
                {say("exhibit.attach", { size: formatBytes(file.size) })}
              </Button>
            </div>
          )}
          <ProblemNotice problem={attach.problem ?? leave.problem} />
        </>
      )}
      <p className="soft">{say("exhibit.original")}</p>
    </div>
  );
}
