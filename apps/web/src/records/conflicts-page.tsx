/** Every record with two versions, in all spaces: the list that a person works down. */

import { recordTypeNamed } from "@saksi/domain/record-types";
import type { ConflictRow } from "@saksi/vault/port";
import { Link } from "wouter";
import { Empty } from "../components/empty.tsx";
import { Heading } from "../components/heading.tsx";
import { Icon } from "../components/icon.tsx";
import { Skeleton } from "../components/skeleton.tsx";
import { useRows } from "../vault/use-vault.ts";
import { formatNumber } from "../words/format.ts";
import { say } from "../words/say.ts";

export function ConflictsPage() {
  const rows = useRows("conflicts", {});
  return (
    <>
      <Heading>{say("record.conflicts.title")}</Heading>
      <p>{say("record.conflict.text")}</p>
      {rows === undefined ? (
        <Skeleton />
      ) : rows.length === 0 ? (
        <Empty title={say("record.conflicts.none.title")}>{say("record.conflicts.none.text")}</Empty>
      ) : (
        <ul className="ways">
          {[...byRecord(rows).values()].map((fields) => (
            <Contested key={fields[0]?.id} fields={fields} />
          ))}
        </ul>
      )}
    </>
  );
}

function byRecord(rows: readonly ConflictRow[]): ReadonlyMap<string, readonly ConflictRow[]> {
  const found = new Map<string, ConflictRow[]>();
  for (const row of rows) found.set(row.id, [...(found.get(row.id) ?? []), row]);
  return found;
}

function Contested({ fields }: { readonly fields: readonly ConflictRow[] }) {
  const [row] = fields;
  if (!row) return null;
  const type = recordTypeNamed(row.type);
  const labels = fields.map(({ field }) => type?.fields[field]?.label ?? field);
  return (
    <li>
      <Link className="way" href={`/records/${row.id}`}>
        <Icon name="conflict" />
        <span>
          <strong>
            <bdi>{row.title}</bdi>
          </strong>
          <small>
            {type?.label.one ?? row.type} · {labels.join(" · ")} ·{" "}
            {say("record.conflicts.versions", {
              count: Math.max(...fields.map(({ versions }) => versions.length)),
              shown: formatNumber(Math.max(...fields.map(({ versions }) => versions.length))),
            })}
          </small>
        </span>
        <Icon name="next" />
      </Link>
    </li>
  );
}
