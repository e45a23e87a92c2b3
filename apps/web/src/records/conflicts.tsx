/** Two people wrote the same field apart from each other. Both writings stand until a person decides; nothing is lost. */

import type { Field, RecordType } from "@saksi/domain/record-type";
import type { RecordDetail, Writing } from "@saksi/vault/port";
import { useState } from "react";
import { Button } from "../components/button.tsx";
import { Moment } from "../components/date.tsx";
import { Icon } from "../components/icon.tsx";
import { ProblemNotice } from "../components/problem-notice.tsx";
import { useAction } from "../vault/use-action.ts";
import { useVault } from "../vault/use-vault.ts";
import { say } from "../words/say.ts";
import { type FormValues, isBlank } from "./draft-of.ts";
import { FieldRow } from "./field-row.tsx";
import { FieldValue } from "./field-value.tsx";
import { problemsOf, problemsOfField, stopsIn } from "./sentences.ts";

interface Contested {
  readonly record: RecordDetail;
  readonly type: RecordType | undefined;
  readonly mayWrite: boolean;
}

export function Conflicts({ record, type, mayWrite }: Contested) {
  return (
    <section className="stack conflicts" aria-label={say("record.conflict.title")}>
      <h2 className="row">
        <Icon name="conflict" />
        {say("record.conflict.title")}
      </h2>
      <p>{say(record.type === "grant" ? "record.conflict.grant" : "record.conflict.text")}</p>
      {record.conflicts.map((name) => (
        <Conflict key={name} name={name} record={record} type={type} mayWrite={mayWrite} />
      ))}
    </section>
  );
}

function Conflict({ name, record, type, mayWrite }: Contested & { readonly name: string }) {
  const vault = useVault();
  const settle = useAction(vault.settle);
  const [third, setThird] = useState(false);
  const field = type?.fields[name];
  const writings = record.standing[name] ?? [];
  return (
    <div className="stack tight">
      <h3>{field?.label ?? name}</h3>
      <ul className="writings">
        {writings.map((writing) => (
          <li key={writing.version} className="card">
            <Said writing={writing} field={field} />
            {mayWrite && (
              <div>
                <Button
                  busy={settle.running}
                  onClick={() => void settle.run({ id: record.id, field: name, version: writing.version })}
                >
                  {say("record.conflict.keep")}
                  <span className="unseen">: {say("record.conflict.by", { by: writing.by })}</span>
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      <ProblemNotice problem={settle.problem} />
      {mayWrite &&
        type &&
        field &&
        field.kind !== "file" &&
        (third ? (
          <Third name={name} record={record} type={type} field={field} onClose={() => setThird(false)} />
        ) : (
          <div>
            <Button kind="quiet" onClick={() => setThird(true)}>
              {say("record.conflict.third")}
            </Button>
          </div>
        ))}
    </div>
  );
}

function Said({ writing, field }: { readonly writing: Writing; readonly field: Field | undefined }) {
  return (
    <>
      <div className="said-words">
        {isBlank(writing.value) ? <em>{say("record.cleared")}</em> : <FieldValue field={field} value={writing.value} />}
      </div>
      <small>
        <bdi>{writing.by}</bdi> · <Moment iso={writing.at} />
      </small>
    </>
  );
}

/** A third writing answers all that stand: it names their versions. */
function Third({
  name,
  record,
  type,
  field,
  onClose,
}: {
  readonly name: string;
  readonly record: RecordDetail;
  readonly type: RecordType;
  readonly field: Field;
  readonly onClose: () => void;
}) {
  const vault = useVault();
  const save = useAction(vault.write);
  const [value, setValue] = useState(record.fields[name]);
  const values: FormValues = { [name]: value };
  const [base] = useState(() => ({ [name]: record.versions[name] ?? [] }));
  async function write() {
    const draft = { id: record.id, type: type.name, fields: { [name]: value ?? null }, base };
    if (await save.run([draft], record.space)) onClose();
  }
  return (
    <div className="card">
      <FieldRow
        name={name}
        field={field}
        value={value}
        problems={problemsOfField(problemsOf(type, values, false), name)}
        space={record.space}
        onChange={setValue}
      />
      <ProblemNotice problem={save.problem} />
      <div className="row">
        <Button
          kind="first"
          busy={save.running}
          disabled={isBlank(value) || stopsIn(type, values).size > 0}
          onClick={() => void write()}
        >
          {say("record.conflict.write")}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {say("record.conflict.third.not")}
        </Button>
      </div>
    </div>
  );
}
