/** The file of an exhibit: attached where there is none, looked at and taken out where there is one. */

import type { FileValue, Value } from "@saksi/domain/value";
import type { RecordDetail } from "@saksi/vault/port";
import { useRows } from "../../vault/use-vault.ts";
import { formatBytes } from "../../words/format.ts";
import { say } from "../../words/say.ts";
import { AttachFile } from "./attach-file.tsx";
import { DownloadFile } from "./download-file.tsx";
import { Preview } from "./preview-frame.tsx";
import { movingOf, TransferLine } from "./transfer-line.tsx";

export function ExhibitFile({ record, mayWrite }: { readonly record: RecordDetail; readonly mayWrite: boolean }) {
  const file = fileIn(record.fields.file);
  return (
    <section className="stack" aria-label={say("exhibit.file")}>
      <h2>{say("exhibit.file")}</h2>
      {file ? (
        <>
          <Preview key={file.sha256} exhibit={record.id} file={file} covered={record.fields.harmful !== false} />
          <FileFacts record={record} file={file} />
          <DownloadFile record={record} file={file} mayWrite={mayWrite} />
        </>
      ) : mayWrite ? (
        <AttachFile record={record} />
      ) : (
        <p>{say("exhibit.none")}</p>
      )}
    </section>
  );
}

function FileFacts({ record, file }: { readonly record: RecordDetail; readonly file: FileValue }) {
  const [space] = (useRows("spaces", {}) ?? []).filter((one) => one.space === record.space);
  const moving = movingOf(useRows("transfers", {}) ?? [], { exhibit: record.id, hasRelay: space?.relay !== null });
  return (
    <dl className="facts">
      <dt>{say("exhibit.size")}</dt>
      <dd className="numbers">{formatBytes(file.bytes)}</dd>
      <dt>{say("exhibit.type")}</dt>
      <dd dir="ltr">{file.mediaType}</dd>
      <dt>{say("exhibit.sha256")}</dt>
      <dd className="fingerprint">{file.sha256}</dd>
      {moving && (
        <>
          <dt>{say("exhibit.moving")}</dt>
          <dd>
            <TransferLine row={moving} />
          </dd>
        </>
      )}
    </dl>
  );
}

/** What another member wrote may be anything; the vault checks it again before it opens a byte. */
function fileIn(value: Value | undefined): FileValue | undefined {
  if (typeof value !== "object" || value === null || !("sha256" in value) || !("chunks" in value)) return undefined;
  const { sha256, bytes, mediaType } = value as Readonly<Record<string, Value>>;
  const reads = typeof sha256 === "string" && typeof bytes === "number" && typeof mediaType === "string";
  return reads ? (value as object as FileValue) : undefined;
}
