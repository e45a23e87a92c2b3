/** The alliance's own facts for the atlas: which space keeps them, what waits for a second member, what counts, what was left out. */

import "../style/atlas.css";
import "../library/library.css";
import { allianceAtlas, type RefusedRecord } from "@saksi/treaties/alliance-atlas";
import type { Counted } from "@saksi/vault/query/counted";
import { Link } from "wouter";
import { Field } from "../components/field.tsx";
import { Heading } from "../components/heading.tsx";
import { Notice } from "../components/notice.tsx";
import { Skeleton } from "../components/skeleton.tsx";
import { formatNumber } from "../words/format.ts";
import { type MessageId, say } from "../words/say.ts";
import { AddToAtlas } from "./add-to-atlas.tsx";
import { FactItem } from "./fact-item.tsx";
import { NameAtlas, UnnameAtlas } from "./name-atlas.tsx";
import { useAtlas } from "./use-atlas.ts";

export function FactsPage() {
  const { named, chosen, all, isReady, choose } = useAtlas();
  // Said before anyone confirms it, so that nobody looks at a source in vain.
  const { refused } = allianceAtlas(all.map(({ record }) => record));
  const of = (is: Counted["counts"]["is"]) => all.filter(({ counts }) => counts.is === is);
  return (
    <>
      <p>
        <Link href="/atlas">{say("atlas.back")}</Link>
      </p>
      <Heading>{say("atlas.facts")}</Heading>
      {!isReady && <Skeleton />}
      {isReady && (chosen === null || chosen.space.sample) && <NameAtlas />}
      {chosen !== null && (
        <>
          <p>{say("atlas.facts.text", { space: chosen.space.name })}</p>
          {chosen.space.sample && <Notice tone="waits">{say("atlas.facts.sample")}</Notice>}
          {chosen.space.members < 2 && <Notice>{say("atlas.facts.alone")}</Notice>}
          {named.length > 1 && (
            <Field label={say("atlas.facts.which")}>
              {(input) => (
                <select {...input} value={chosen.space.space} onChange={({ target }) => choose(target.value)}>
                  {named.map(({ space }) => (
                    <option key={space.space} value={space.space}>
                      {space.name}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          )}
          {chosen.space.role !== "reader" && <AddToAtlas state={null} />}
          <List title="atlas.facts.wait" none="atlas.facts.wait.none" facts={of("waiting")} refused={refused} />
          <List title="atlas.facts.refused" facts={of("refused")} refused={refused} />
          <List title="atlas.facts.count" none="atlas.facts.count.none" facts={of("confirmed")} refused={refused} />
          <UnnameAtlas named={chosen} />
        </>
      )}
    </>
  );
}

function List({
  title,
  none,
  facts,
  refused,
}: {
  readonly title: MessageId;
  readonly none?: MessageId;
  readonly facts: readonly Counted[];
  readonly refused: readonly RefusedRecord[];
}) {
  if (facts.length === 0 && none === undefined) return null;
  return (
    <section className="stack">
      <h2>{say(title, { count: formatNumber(facts.length) })}</h2>
      {facts.length === 0 && none !== undefined && <p className="soft">{say(none)}</p>}
      {facts.length > 0 && (
        <ul className="fact-list">
          {facts.map((counted) => (
            <FactItem
              key={counted.record.id}
              counted={counted}
              refused={refused.find(({ record }) => record === counted.record.id)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
