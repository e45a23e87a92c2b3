/** What a bill would need, the heaviest first, then the easiest; beside each, the laws of Asia that have it. */

import type { Traced } from "@saksi/treaties/cell";
import type { Ask } from "@saksi/treaties/law-gap";
import type { StateCard } from "@saksi/treaties/state-card";
import { Badge } from "../components/badge.tsx";
import { formatNumber } from "../words/format.ts";
import { type MessageId, say } from "../words/say.ts";
import { sayValue } from "./atlas-words.ts";
import { StateLink } from "./figures.tsx";
import { Sourced } from "./sourced.tsx";

const efforts: Readonly<Record<Ask["takes"], MessageId>> = {
  rule: "atlas.asks.rule",
  act: "atlas.asks.act",
  constitution: "atlas.asks.constitution",
};

export function Asks({ card: { law } }: { readonly card: StateCard }) {
  const isRead = law.act !== null && law.act.by === undefined;
  if (!isRead && law.asks.length === 0) return <p>{say("atlas.asks.unknown")}</p>;
  if (law.asks.length === 0) return <p>{say("atlas.asks.none")}</p>;
  return (
    <>
      <p>{say("atlas.asks.text")}</p>
      <ol className="plain-list asks">
        {law.asks.map((ask) => (
          <AskCard key={ask.value.item.id} ask={ask} />
        ))}
      </ol>
    </>
  );
}

function AskCard({ ask: { value, trace } }: { readonly ask: Traced<Ask> }) {
  const { item, status, takes, models } = value;
  return (
    <li className="card">
      <p>
        <Sourced trace={trace} of={item.text}>
          <strong lang="en">{item.text}</strong>
        </Sourced>
      </p>
      <p className="row tight">
        <Badge tone={status === "not" ? "waits" : "info"}>{sayValue(status)}</Badge>
        <Badge>{say("atlas.asks.weight", { weight: formatNumber(item.weight) })}</Badge>
        <Badge>{say(efforts[takes])}</Badge>
      </p>
      {models.length === 0 ? (
        <p className="quiet">{say("atlas.asks.no-model")}</p>
      ) : (
        <ul className="models">
          {models.map(({ law, item: found, trace: cells }) => (
            <li key={law.id}>
              <StateLink code={law.state} />{" "}
              <Sourced trace={cells} of={law.title}>
                <bdi lang="en">{found.section}</bdi>
              </Sourced>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
