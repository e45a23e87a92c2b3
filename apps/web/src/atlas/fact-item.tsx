/** One thing that a member wrote for the atlas: its words, its source, who wrote it, whether it counts. */

import type { Signer } from "@saksi/domain/case-file";
import { asCode, asText } from "@saksi/domain/field-values";
import { type Field, fieldsOf } from "@saksi/domain/record-type";
import { recordTypeNamed } from "@saksi/domain/record-types";
import type { Value } from "@saksi/domain/value";
import type { RefusedRecord } from "@saksi/treaties/alliance-atlas";
import { stateOf } from "@saksi/treaties/states";
import type { Counted } from "@saksi/vault/query/counted";
import { Link } from "wouter";
import { Badge } from "../components/badge.tsx";
import type { Tone } from "../components/notice.tsx";
import { isBlank } from "../records/draft-of.ts";
import { FieldValue } from "../records/field-value.tsx";
import { formatList } from "../words/format.ts";
import { type MessageId, say } from "../words/say.ts";
import { DecideFact } from "./decide-fact.tsx";
import { refusalWords } from "./fact-words.ts";
import { StateLink } from "./figures.tsx";

export function FactItem({
  counted,
  refused,
}: {
  readonly counted: Counted;
  /** Why it is left out, or would be once confirmed */
  readonly refused: RefusedRecord | undefined;
}) {
  const { record, counts, authors } = counted;
  const type = recordTypeNamed(record.type);
  const state = stateOf(asCode(record.fields.state) ?? "");
  const namesOf = (some: readonly Signer[]) => formatList(some.map(({ name }) => name || say("atlas.fact.someone")));
  return (
    <li className="fact-item stack tight" id={record.id}>
      <div className="row apart">
        <strong>
          <Link href={`/records/${record.id}`}>
            <bdi>{record.title}</bdi>
          </Link>
        </strong>
        <Standing counted={counted} isLeftOut={refused !== undefined && counts.is === "confirmed"} />
      </div>
      <p className="soft">
        {type?.label.one} · {state ? <StateLink code={state.iso3} /> : say("atlas.value.unknown")} ·{" "}
        {say("atlas.fact.by", { names: namesOf(authors) })}
        {counts.is === "confirmed" && ` · ${say("atlas.fact.confirmed-by", { names: namesOf(counts.by) })}`}
        {counts.is === "refused" && ` · ${say("atlas.fact.refused-by", { names: namesOf(counts.by) })}`}
      </p>
      {refused && (
        <ul className="lacks">
          {refused.why.map((why) => (
            <li key={why}>{say(refusalWords[why])}</li>
          ))}
        </ul>
      )}
      <details open={counts.is === "waiting" || undefined}>
        <summary>{say("atlas.fact.whole")}</summary>
        <dl className="facts record-facts">
          {type &&
            fieldsOf(type)
              .filter(([name]) => name !== type.title && !isBlank(record.fields[name]))
              .map(([name, field]) => <Said key={name} name={name} field={field} value={record.fields[name]} />)}
        </dl>
      </details>
      <DecideFact counted={counted} />
    </li>
  );
}

function Said({
  name,
  field,
  value,
}: {
  readonly name: string;
  readonly field: Field;
  readonly value: Value | undefined;
}) {
  const address = name === "sourceUrl" ? asText(value) : undefined;
  return (
    <>
      <dt>{field.label}</dt>
      <dd>
        {address !== undefined && /^https?:\/\//.test(address) ? (
          <a href={address} target="_blank" rel="noreferrer">
            <bdi>{address}</bdi>
          </a>
        ) : (
          <FieldValue field={field} value={value} />
        )}
      </dd>
    </>
  );
}

const waits: Readonly<Record<string, MessageId>> = {
  "nobody-yet": "atlas.fact.waits",
  own: "atlas.fact.waits",
  "edited-since": "atlas.fact.edited",
  "in-conflict": "atlas.fact.two",
};

function Standing({ counted: { counts }, isLeftOut }: { readonly counted: Counted; readonly isLeftOut: boolean }) {
  const [tone, words]: readonly [Tone, MessageId] = isLeftOut
    ? ["waits", "atlas.fact.left-out"]
    : counts.is === "confirmed"
      ? ["done", "atlas.fact.confirmed"]
      : counts.is === "refused"
        ? ["waits", "atlas.fact.refused"]
        : ["waits", waits[counts.why] ?? "atlas.fact.waits"];
  return <Badge tone={tone}>{say(words)}</Badge>;
}
