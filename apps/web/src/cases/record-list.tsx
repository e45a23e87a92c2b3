/** Records of a case by type, each one a row that opens it. */

import { type CaseFile, recordsOf } from "@saksi/domain/case-file";
import { asCode } from "@saksi/domain/field-values";
import { recordTitle, recordWhen } from "@saksi/domain/record-title";
import { recordTypeNamed } from "@saksi/domain/record-types";
import { termLabel } from "@saksi/domain/vocabulary";
import { Link } from "wouter";
import { Badge } from "../components/badge.tsx";
import { PartialDay } from "../records/partial-day.tsx";
import { say } from "../words/say.ts";

export function RecordList({ file, types }: { readonly file: CaseFile; readonly types: readonly string[] }) {
  const there = types.filter((type) => recordsOf(file, type).length > 0);
  if (there.length === 0) return <p>{say("case.nothing-yet")}</p>;
  return there.map((name) => <OfType key={name} name={name} file={file} />);
}

function OfType({ name, file }: { readonly name: string; readonly file: CaseFile }) {
  const type = recordTypeNamed(name);
  if (type === undefined) return null;
  return (
    <section className="stack tight" aria-label={type.label.many}>
      <h3>{type.label.many}</h3>
      <ul className="record-list">
        {recordsOf(file, name).map(({ id, fields, standing }) => {
          const when = recordWhen(type, fields);
          const stateField = type.state === undefined ? undefined : type.fields[type.state];
          const state = type.state === undefined ? undefined : asCode(fields[type.state]);
          return (
            <li key={id}>
              <Link href={`/records/${id}`}>
                <span dir="auto">{recordTitle(type, fields, termLabel)}</span>
                <span className="row tight">
                  {when !== undefined && when !== fields[type.title] && <PartialDay text={when} />}
                  {state !== undefined && stateField?.kind === "choice" && (
                    <Badge>{termLabel(stateField.vocabulary, state)}</Badge>
                  )}
                  {standing !== undefined && <Badge tone="waits">{say("cases.conflict")}</Badge>}
                  {type.circle > 0 && <Badge tone="info">{say("record.smaller-circle")}</Badge>}
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
