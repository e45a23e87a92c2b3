/** A look at the file in a frame that can run nothing and reach nothing. Covered until a person opens it. */

import type { RecordId } from "@saksi/domain/id";
import type { FileValue } from "@saksi/domain/value";
import { useEffect, useRef, useState } from "react";
import { Button } from "../../components/button.tsx";
import { Notice } from "../../components/notice.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { Progress } from "../../components/progress.tsx";
import { useAction } from "../../vault/use-action.ts";
import { useVault } from "../../vault/use-vault.ts";
import { formatBytes } from "../../words/format.ts";
import { say } from "../../words/say.ts";
import { knownType, mostPreviewBytes, shownAs } from "./file-kind.ts";
import { previewPage } from "./preview.ts";

interface Previewing {
  readonly exhibit: RecordId;
  readonly file: FileValue;
}

export function Preview({ covered, ...previewing }: Previewing & { readonly covered: boolean }) {
  const [open, setOpen] = useState(false);
  const { file } = previewing;
  if (shownAs(file.mediaType) === "nothing") {
    return (
      <Notice>
        <p>{say(file.mediaType === "application/pdf" ? "exhibit.no-preview.pdf" : "exhibit.no-preview")}</p>
      </Notice>
    );
  }
  if (file.bytes > mostPreviewBytes) {
    return (
      <Notice>
        <p>{say("exhibit.no-preview.large", { size: formatBytes(mostPreviewBytes) })}</p>
      </Notice>
    );
  }
  if (!open) {
    return (
      <div className="cover">
        {covered && <p>{say("exhibit.covered")}</p>}
        <Button icon="eye" onClick={() => setOpen(true)}>
          {say("exhibit.look")}
        </Button>
      </div>
    );
  }
  return <Frame {...previewing} onCover={() => setOpen(false)} />;
}

function Frame({ exhibit, file, onCover }: Previewing & { readonly onCover: () => void }) {
  const vault = useVault();
  const [address, setAddress] = useState<string>();
  const [progress, setProgress] = useState<{ done: number; total: number | null }>();
  const fetched = useAction(vault.fetch);
  const stop = useRef<AbortController>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each opening; the file is the key of this component
  useEffect(() => {
    const controller = new AbortController();
    stop.current = controller;
    const made: string[] = [];
    const kind = shownAs(file.mediaType);
    const type = knownType(file.mediaType);
    const read = async () => {
      const parts: Uint8Array<ArrayBuffer>[] = [];
      const onChunk = (bytes: Uint8Array) => void parts.push(new Uint8Array(bytes));
      const got = await fetched.run({ exhibit, onChunk, onProgress: setProgress, signal: controller.signal });
      if (!got || kind === "nothing" || type === undefined) return;
      const page = await previewPage(kind, type, new Blob(parts));
      if (controller.signal.aborted) return;
      made.push(URL.createObjectURL(page));
      setAddress(made[0]);
    };
    void read();
    return () => {
      controller.abort();
      for (const url of made) URL.revokeObjectURL(url);
    };
  }, []);
  return (
    <div className="stack tight">
      {fetched.running && (
        <Progress
          label={say("exhibit.opening")}
          {...(progress && { done: progress.done, total: progress.total })}
          onStop={() => stop.current?.abort()}
        />
      )}
      <ProblemNotice problem={fetched.problem} />
      {address && (
        <iframe
          className="preview"
          data-kind={shownAs(file.mediaType)}
          sandbox=""
          referrerPolicy="no-referrer"
          src={address}
          title={say("exhibit.preview")}
        />
      )}
      <div>
        <Button onClick={onCover}>{say("exhibit.cover")}</Button>
      </div>
    </div>
  );
}
