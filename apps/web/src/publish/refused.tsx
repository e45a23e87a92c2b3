/** Why nothing can be published as it is: the rule, in a sentence, and the record to open. */

import { type CaseFile, recordById } from "@saksi/domain/case-file";
import { isRecordId } from "@saksi/domain/id";
import { recordTitle } from "@saksi/domain/record-title";
import { recordTypeNamed } from "@saksi/domain/record-types";
import { termLabel } from "@saksi/domain/vocabulary";
import type { Refusal } from "@saksi/publish/gate";
import { Link } from "wouter";
import { Notice } from "../components/notice.tsx";
import { say } from "../words/say.ts";
import { sayReason } from "./reasons.ts";

export function Refused({ file, refused }: { readonly file: CaseFile; readonly refused: readonly Refusal[] }) {
  return (
    <Notice tone="danger" live="polite">
      <strong>{say("publish.refused")}</strong>
      <ul>
        {refused.map(({ rule, record, reason, field }) => (
          <li key={`${rule} ${record} ${reason} ${field ?? ""}`}>
            {sayReason(reason)} <RecordLink file={file} id={record} /> <small>{rule}</small>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** The record that stands in the way, by what may be shown of it. */
export function RecordLink({ file, id }: { readonly file: CaseFile; readonly id: string }) {
  if (!isRecordId(id)) return null;
  const record = recordById(file, id);
  const type = recordTypeNamed(record?.type ?? "");
  const title = record && type ? recordTitle(type, record.fields, termLabel) : id;
  return (
    <Link href={record?.type === "case" ? `/cases/${id}` : `/records/${id}`} dir="auto">
      {title}
    </Link>
  );
}
