/** How a record is called where another one points at it: its type and its title, never a name. */

import { isRecordId } from "@saksi/domain/id";
import { recordTypeNamed } from "@saksi/domain/record-types";
import { Link } from "wouter";
import { useRows } from "../vault/use-vault.ts";
import { say } from "../words/say.ts";

export function RecordName({ id }: { readonly id: string }) {
  const row = useRecordRow(id);
  if (row === undefined) return <span className="soft">{say("loading")}</span>;
  // Not here may mean two things, and we do not say which: it did not come yet, or it is for a smaller circle.
  if (row === null) return <span className="soft">{say("record.not-here")}</span>;
  const type = recordTypeNamed(row.type)?.label.one ?? row.type;
  return (
    <span>
      <bdi>{row.title}</bdi> {row.title !== type && row.type !== "case" && <small>{type}</small>}
    </span>
  );
}

export function RecordLink({ id }: { readonly id: string }) {
  const row = useRecordRow(id);
  return row ? (
    <Link href={`/records/${id}`}>
      <RecordName id={id} />
    </Link>
  ) : (
    <RecordName id={id} />
  );
}

/** `null` where this device has no such record. */
function useRecordRow(id: string) {
  const rows = useRows("record", { id: isRecordId(id) ? id : ("" as never) }, "keep");
  return rows === undefined ? undefined : (rows[0] ?? null);
}
