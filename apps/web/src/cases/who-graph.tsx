/**
 * Who did what to whom, says who, how sure: people at one side, what was done in the middle, forces at the other. The
 * table beneath says the same and is what prints small.
 */

import { type CaseFile, peopleOf, recordById, recordsOf } from "@saksi/domain/case-file";
import { asCode, asCodes, asLink, asLinks, asText } from "@saksi/domain/field-values";
import type { RecordId } from "@saksi/domain/id";
import { termLabel } from "@saksi/domain/vocabulary";
import { Link } from "wouter";
import { Table } from "../components/table.tsx";
import { formatList } from "../words/format.ts";
import { say } from "../words/say.ts";

interface Deed {
  readonly id: RecordId;
  readonly whom: string;
  readonly what: string;
  readonly force: string;
  readonly sources: number;
  readonly sure: string;
}

const rowHeight = 76;
const width = 720;

export function WhoGraph({ file }: { readonly file: CaseFile }) {
  const deeds = deedsOf(file);
  if (deeds.length === 0) return <p>{say("who.none")}</p>;
  const people = [...new Set(deeds.map(({ whom }) => whom))];
  const forces = [...new Set(deeds.map(({ force }) => force))];
  const height = Math.max(people.length, deeds.length, forces.length) * rowHeight;
  const middle = (index: number, count: number): number => ((index + 0.5) * height) / count;
  return (
    <figure className="who">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={say("who.label")}>
        {deeds.map(({ id, whom, force }, index) => {
          const y = middle(index, deeds.length);
          const left = middle(people.indexOf(whom), people.length);
          const right = middle(forces.indexOf(force), forces.length);
          return (
            <g key={id} className="who-lines">
              <path d={`M200 ${left} C240 ${left} 220 ${y} 260 ${y}`} />
              <path
                d={`M460 ${y} C500 ${y} 480 ${right} 520 ${right}`}
                strokeDasharray={force === say("who.unknown-force") ? "4 4" : undefined}
              />
            </g>
          );
        })}
        {people.map((name, index) => (
          <Node key={name} x={0} y={middle(index, people.length)} text={name} kind="person" />
        ))}
        {deeds.map(({ id, what }, index) => (
          <Node key={id} x={260} y={middle(index, deeds.length)} text={what} kind="act" />
        ))}
        {forces.map((name, index) => (
          <Node key={name} x={520} y={middle(index, forces.length)} text={name} kind="force" />
        ))}
      </svg>
      <Table
        caption={say("who.table")}
        rows={deeds}
        keyOf={({ id }) => id}
        columns={[
          { name: "what", label: say("who.what"), cell: ({ id, what }) => <Link href={`/records/${id}`}>{what}</Link> },
          { name: "whom", label: say("who.whom"), cell: ({ whom }) => <bdi>{whom}</bdi> },
          { name: "force", label: say("who.force"), cell: ({ force }) => force },
          { name: "sources", label: say("who.sources"), cell: ({ sources }) => sources },
          { name: "sure", label: say("who.sure"), cell: ({ sure }) => sure },
        ]}
      />
    </figure>
  );
}

function Node({
  x,
  y,
  text,
  kind,
}: {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly kind: string;
}) {
  return (
    <g className="who-node" data-kind={kind}>
      <rect x={x} y={y - 30} width="200" height="60" rx="8" />
      <foreignObject x={x + 6} y={y - 30} width="188" height="60">
        <div dir="auto">{text}</div>
      </foreignObject>
    </g>
  );
}

function deedsOf(file: CaseFile): readonly Deed[] {
  const names = new Map(
    peopleOf(file).map(({ id, fields }) => [id, asText(fields.pseudonym) ?? say("who.unknown-person")]),
  );
  const involvements = recordsOf(file, "involvement");
  return recordsOf(file, "act").map(({ id, fields }) => {
    const victim = asLink(fields.victim);
    const incident = recordById(file, asLink(fields.incident));
    const by = involvements.find(
      (one) => [id, incident?.id].includes(asLink(one.fields.what)) && asCode(one.fields.role) === "RO.SUSPECT",
    );
    const force = asCode(by?.fields.force) ?? asCode(incident?.fields.force);
    const certainty = asCode(by?.fields.certainty) ?? asCode(incident?.fields.credibility);
    return {
      id,
      whom: (victim && names.get(victim)) ?? say("who.unknown-person"),
      what:
        formatList((asCodes(fields.methods) ?? []).map((code) => termLabel("torture_methods", code))) ||
        say("who.unknown-act"),
      force: force === undefined ? say("who.unknown-force") : termLabel("perpetrator_types", force),
      sources: new Set([
        ...asLinks(fields.sources),
        ...asLinks(by?.fields.sources),
        ...recordsOf(file, "testimony")
          .filter((one) => asLinks(one.fields.incidents).includes(incident?.id ?? id))
          .map((one) => one.id),
      ]).size,
      sure: certainty === undefined ? say("unknown.not-known") : termLabel("information_credibility", certainty),
    };
  });
}
