/** Everything that was ever said of a record, newest first: who, three times that are three facts, what was written, what still stands. */

import type { RecordId, SpaceId } from "@saksi/domain/id";
import type { RecordType } from "@saksi/domain/record-type";
import type { HistoryRow } from "@saksi/vault/port";
import { useState } from "react";
import { Badge } from "../components/badge.tsx";
import { Moment } from "../components/date.tsx";
import { Skeleton } from "../components/skeleton.tsx";
import { useRows } from "../vault/use-vault.ts";
import { formatNumber } from "../words/format.ts";
import { say } from "../words/say.ts";
import { isBlank } from "./draft-of.ts";
import { FieldValue } from "./field-value.tsx";

interface Of {
  readonly id: RecordId;
  readonly space: SpaceId;
  readonly type: RecordType | undefined;
}

export function History(of: Of) {
  const [open, setOpen] = useState(false);
  return (
    <details className="history" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say("record.history")}</summary>
      {open && <Versions {...of} />}
    </details>
  );
}

function Versions({ id, space, type }: Of) {
  const rows = useRows("history", { id, space }, "keep");
  if (rows === undefined) return <Skeleton />;
  return (
    <div className="stack">
      <p className="soft">{say("record.history.text")}</p>
      <ol className="versions" reversed>
        {[...rows].reverse().map((row) => (
          <Version key={row.version} row={row} type={type} />
        ))}
      </ol>
    </div>
  );
}

function Version({ row, type }: { readonly row: HistoryRow; readonly type: RecordType | undefined }) {
  return (
    <li className="card">
      <strong>
        <bdi>{row.by}</bdi>
      </strong>
      <dl className="facts">
        <dt>{say("record.history.clock")}</dt>
        <dd>
          <Moment iso={row.at} />
        </dd>
        <dt>{say("record.history.received")}</dt>
        <dd>{row.receivedAt === null ? say("record.history.not-sent") : <Moment iso={row.receivedAt} />}</dd>
        <dt>{say("record.history.place")}</dt>
        <dd className="numbers">
          {row.position === null ? say("record.history.no-place") : formatNumber(row.position)}
        </dd>
      </dl>
      <dl className="said">
        {Object.entries(row.fields).map(([name, value]) => (
          <div key={name} data-stands={row.stands.includes(name) || undefined}>
            <dt>
              {type?.fields[name]?.label ?? name}{" "}
              {row.stands.includes(name) ? (
                <Badge tone="done">{say("record.stands")}</Badge>
              ) : (
                <Badge>{say("record.replaced")}</Badge>
              )}
            </dt>
            <dd>
              {isBlank(value) ? (
                <em>{say("record.cleared")}</em>
              ) : type?.fields[name]?.kind === "file" ? (
                say("record.a-file")
              ) : (
                <FieldValue field={type?.fields[name]} value={value} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
