/** Exactly what stays behind, and why: record and field, never what they hold. */

import { fieldsOf } from "@saksi/domain/record-type";
import { recordTypeNamed } from "@saksi/domain/record-types";
import type { Withheld, WithheldReason } from "@saksi/publish/withheld";
import { Link } from "wouter";
import { Table } from "../components/table.tsx";
import { type MessageId, say } from "../words/say.ts";

/** In the order in which a reader looks for them: who somebody is first, the team's own notes last. */
const reasons: Readonly<Record<WithheldReason, MessageId>> = {
  identifying: "withheld.identifying",
  restricted: "withheld.restricted",
  "own-words": "withheld.own-words",
  "too-exact": "withheld.too-exact",
  "not-in-brief": "withheld.not-in-brief",
  "not-cleared": "withheld.not-cleared",
  "not-granted": "withheld.not-granted",
  "original-file": "withheld.original-file",
  "cannot-redraw": "withheld.cannot-redraw",
  "shows-people": "withheld.shows-people",
  internal: "withheld.internal",
};

const order = Object.keys(reasons);

export function WithheldTable({ withheld }: { readonly withheld: readonly Withheld[] }) {
  const rows = [...withheld].sort((one, other) => order.indexOf(one.reason) - order.indexOf(other.reason));
  return (
    <details>
      <summary>{say("withheld.title", { count: withheld.length })}</summary>
      <Table
        caption={say("withheld.caption")}
        rows={rows}
        keyOf={({ record, field }) => `${record} ${field}`}
        columns={[
          { name: "field", label: say("withheld.field"), cell: ({ type, field }) => labelOf(type, field) },
          {
            name: "record",
            label: say("withheld.record"),
            cell: ({ type, record }) => (
              <Link href={`/records/${record}`}>{recordTypeNamed(type)?.label.one ?? type}</Link>
            ),
          },
          { name: "reason", label: say("withheld.reason"), cell: ({ reason }) => say(reasons[reason]) },
        ]}
      />
    </details>
  );
}

function labelOf(type: string, field: string): string {
  const declared = recordTypeNamed(type);
  return (declared && fieldsOf(declared).find(([name]) => name === field)?.[1].label) ?? field;
}
