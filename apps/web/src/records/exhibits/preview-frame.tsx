/** A look at the file in a frame that can reach nothing. Covered until a person opens it. */

import type { RecordId } from "@saksi/domain/id";
import type { FileValue } from "@saksi/domain/value";
import { useEffect, useState } from "react";
import { Button } from "../../components/button.tsx";
import { Notice } from "../../components/notice.tsx";
import { formatBytes } from "../../words/format.ts";
import { type MessageId, say } from "../../words/say.ts";
import { mostBytes, plain, shownAs } from "./file-kind.ts";
import { Opening } from "./opening.tsx";
import { fetchPdfDrawing } from "./pdf/pdf-reader.ts";
import { PdfView } from "./pdf/pdf-view.tsx";
import { type Framed, previewPage } from "./preview.ts";
import { trueType } from "./seen-type.ts";
import { useOpenedFile } from "./use-opened-file.ts";

interface Previewing {
  readonly exhibit: RecordId;
  readonly file: FileValue;
}

export function Preview({ covered, ...previewing }: Previewing & { readonly covered: boolean }) {
  const [open, setOpen] = useState(false);
  const { file } = previewing;
  const kind = shownAs(file.mediaType);
  const isPdf = kind === "pdf";
  // Whoever sees that there is a PDF will want to look at it, perhaps where there is no network.
  useEffect(() => {
    if (isPdf) void fetchPdfDrawing();
  }, [isPdf]);
  if (file.bytes === 0) return <NotShown why="exhibit.empty" />;
  if (kind === "nothing")
    return (
      <NotShown
        why={/^image\/hei[cf]/.test(plain(file.mediaType)) ? "exhibit.no-preview.heic" : "exhibit.no-preview"}
      />
    );
  if (file.bytes > mostBytes[kind]) {
    return (
      <Notice>
        <p>{say("exhibit.no-preview.large", { size: formatBytes(mostBytes[kind]) })}</p>
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
  return (
    <div className="stack tight">
      {kind === "pdf" ? <PdfView {...previewing} /> : <Frame {...previewing} kind={kind} />}
      <div data-print="no">
        <Button onClick={() => setOpen(false)}>{say("exhibit.cover")}</Button>
      </div>
    </div>
  );
}

function NotShown({ why }: { readonly why: MessageId }) {
  return (
    <Notice>
      <p>{say(why)}</p>
    </Notice>
  );
}

function Frame({ exhibit, file, kind }: Previewing & { readonly kind: Framed }) {
  const [address, setAddress] = useState<string>();
  const [other, setOther] = useState(false);
  const opened = useOpenedFile(exhibit, async (bytes, signal) => {
    const parts: Uint8Array<ArrayBuffer>[] = [];
    if (!(await bytes((piece) => void parts.push(new Uint8Array(piece))))) return;
    const type = trueType(plain(file.mediaType), parts[0] ?? new Uint8Array());
    if (type === undefined || shownAs(type) !== kind) return setOther(true);
    const page = await previewPage(kind, type, new Blob(parts));
    if (signal.aborted) return;
    const made = URL.createObjectURL(page);
    signal.addEventListener("abort", () => URL.revokeObjectURL(made), { once: true });
    setAddress(made);
  });
  if (other) return <NotShown why="exhibit.not-what-it-says" />;
  if (!address) return <Opening opened={opened} />;
  return (
    <iframe
      className="preview"
      data-kind={kind}
      sandbox=""
      referrerPolicy="no-referrer"
      src={address}
      title={say("exhibit.preview")}
    />
  );
}
