/** Every treaty of a state as the register has it, with what it reserved. */

import type { TreatyLine } from "@saksi/treaties/state-card";
import { Table } from "../components/table.tsx";
import { PartialDay } from "../records/partial-day.tsx";
import { say } from "../words/say.ts";
import { sayValue } from "./atlas-words.ts";
import { Sourced } from "./sourced.tsx";

export function TreatyTable({ lines }: { readonly lines: readonly TreatyLine[] }) {
  return (
    <Table
      caption={say("atlas.treaties.caption")}
      rows={lines}
      keyOf={({ code }) => code}
      columns={[
        { name: "name", label: say("atlas.treaties.treaty"), cell: ({ name }) => <bdi lang="en">{name}</bdi> },
        {
          name: "status",
          label: say("atlas.law.status"),
          cell: ({ name, row, trace }) => (
            <Sourced trace={trace} of={name}>
              {sayValue(row.status)}
            </Sourced>
          ),
        },
        { name: "signed", label: say("atlas.treaties.signed"), cell: ({ row }) => <When day={row.signed} /> },
        {
          name: "joined",
          label: say("atlas.treaties.joined"),
          cell: ({ row }) => (
            <>
              <When day={row.actionDate} />
              {row.action !== null && (
                <small className="beneath" lang="en">
                  {row.action}
                </small>
              )}
            </>
          ),
        },
        {
          name: "reserved",
          label: say("atlas.treaties.reserved"),
          cell: ({ row }) => (
            <ul className="plain-list" lang="en">
              {[...row.reservations, ...row.notes].map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}

const When = ({ day }: { readonly day: string | null }) => (day === null ? "–" : <PartialDay text={day} />);
