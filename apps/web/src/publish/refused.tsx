/** Why nothing can be published as it is: the rule, in a sentence, and the record to open. */

import { type CaseFile, recordById } from "@saksi/domain/case-file";
import { isRecordId, type SpaceId } from "@saksi/domain/id";
import { recordTitle } from "@saksi/domain/record-title";
import { recordTypeNamed } from "@saksi/domain/record-types";
import { termLabel } from "@saksi/domain/vocabulary";
import type { Refusal } from "@saksi/publish/gate";
import { Link } from "wouter";
import { ButtonLink } from "../components/button.tsx";
import { Notice } from "../components/notice.tsx";
import { say } from "../words/say.ts";
import { sayReason } from "./reasons.ts";
import { AskWhoReadsAll } from "./who-reads-all.tsx";

/** No record of the case stands in the way: the space does. */
const ofTheSpace: readonly string[] = ["stale", "cannot-read-all"];

export function Refused({
  file,
  space,
  refused,
}: {
  readonly file: CaseFile;
  readonly space: SpaceId;
  readonly refused: readonly Refusal[];
}) {
  return (
    <Notice tone="danger" live="polite">
      <strong>{say("publish.refused")}</strong>
      <ul>
        {refused.map(({ rule, record, reason, field }) => (
          <li key={`${rule} ${record} ${reason} ${field ?? ""}`}>
            {sayReason(reason)} {!ofTheSpace.includes(reason) && <RecordLink file={file} id={record} />}{" "}
            <small>{rule}</small>
          </li>
        ))}
      </ul>
      {refused.some(({ reason }) => reason === "cannot-read-all") && <AskWhoReadsAll space={space} />}
      {refused.some(({ reason }) => reason === "stale") && (
        <div>
          <ButtonLink icon="alliance" to={`/alliance/${space}`}>
            {say("refused.open-space")}
          </ButtonLink>
        </div>
      )}
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
