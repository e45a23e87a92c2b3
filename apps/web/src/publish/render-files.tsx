/** The files: which formats, progress, stop; each finished file was searched for every protected string before it is here. */

import { localDay } from "@saksi/domain/local-day";
import type { GatedBrief } from "@saksi/publish/gate";
import { type PublishAnswer, type PublishedFile, publish, type Progress as Step } from "@saksi/publish/publish";
import type { Format } from "@saksi/publish/scan";
import { useEffect, useRef, useState } from "react";
import { Button } from "../components/button.tsx";
import { Choice } from "../components/choice.tsx";
import { FieldSet } from "../components/field.tsx";
import { Notice } from "../components/notice.tsx";
import { Progress } from "../components/progress.tsx";
import { usePage } from "../frame/page.ts";
import { fileOut } from "../settings/save-file.ts";
import { formatBytes } from "../words/format.ts";
import { type MessageId, say } from "../words/say.ts";
import { browserTools } from "./publish-tools.ts";

const formats: readonly Format[] = ["pdf", "epub", "html", "docx"];

export type Publishable = Pick<GatedBrief, "dossier" | "cleared" | "protect">;

type Work =
  | { readonly state: "idle" }
  | { readonly state: "working"; readonly step: Step | null }
  | { readonly state: "done"; readonly answer: PublishAnswer }
  | { readonly state: "failed" };

export function RenderFiles({ answer }: { readonly answer: Publishable }) {
  const { now } = usePage();
  const [wanted, setWanted] = useState<readonly Format[]>(["pdf"]);
  const [work, setWork] = useState<Work>({ state: "idle" });
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  async function render() {
    const control = new AbortController();
    stop.current = control;
    setWork({ state: "working", step: null });
    const { dossier, cleared, protect } = answer;
    const question = {
      dossier,
      cleared,
      protect,
      formats: formats.filter((format) => wanted.includes(format)),
      day: localDay(now()),
    };
    try {
      const made = await publish(question, {
        ...browserTools(control.signal),
        onProgress: (step) => setWork({ state: "working", step }),
      });
      setWork({ state: "done", answer: made });
    } catch (fault) {
      if (!control.signal.aborted) reportError(fault);
      setWork(control.signal.aborted ? { state: "idle" } : { state: "failed" });
    }
  }

  return (
    <section className="stack" aria-labelledby="files">
      <h2 id="files">{say("files.title")}</h2>
      <FieldSet label={say("files.formats")}>
        {formats.map((format) => (
          <Choice
            key={format}
            checked={wanted.includes(format)}
            onChange={({ target }) =>
              setWanted(target.checked ? [...wanted, format] : wanted.filter((one) => one !== format))
            }
          >
            {format.toUpperCase()}
          </Choice>
        ))}
      </FieldSet>
      {work.state === "working" ? (
        <Progress
          label={say(stageWords[work.step?.stage ?? "check"], { format: work.step?.format?.toUpperCase() ?? "" })}
          {...(work.step === null ? {} : { done: work.step.done, total: work.step.of })}
          onStop={() => stop.current?.abort()}
        />
      ) : (
        <div>
          <Button
            kind={answer.cleared ? "first" : "plain"}
            icon="publish"
            disabled={wanted.length === 0}
            onClick={() => void render()}
          >
            {say("files.make")}
          </Button>
        </div>
      )}
      {work.state === "failed" && (
        <Notice tone="waits" live="assertive">
          {say("files.failed")}
        </Notice>
      )}
      {work.state === "done" && <Made answer={work.answer} />}
    </section>
  );
}

const stageWords: Readonly<Record<Step["stage"], MessageId>> = {
  check: "files.stage.check",
  render: "files.stage.render",
  scan: "files.stage.scan",
};

function Made({ answer }: { readonly answer: PublishAnswer }) {
  if ("files" in answer) {
    return (
      <>
        <Notice tone="done" live="polite">
          {say("files.done")}
        </Notice>
        <ul className="record-list">
          {answer.files.map((file) => (
            <li key={file.name} className="row apart">
              <span>
                {file.format.toUpperCase()} · {formatBytes(file.bytes.length)}{" "}
                <code className="hash">{file.sha256}</code>
              </span>
              <Button icon="file" onClick={() => void save(file)}>
                {say("files.save", { format: file.format.toUpperCase() })}
              </Button>
            </li>
          ))}
        </ul>
      </>
    );
  }
  return (
    <Notice tone="danger" live="assertive">
      {answer.problem.kind === "leak"
        ? say("files.leak", { count: answer.problem.leaks.length })
        : say("files.refused", { reason: answer.problem.kind })}
    </Notice>
  );
}

async function save({ name, bytes }: PublishedFile): Promise<void> {
  const out = await fileOut(name);
  if (out === null) return;
  await out.write(bytes);
  await out.finish();
}
