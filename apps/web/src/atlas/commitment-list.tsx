/** Commitments made at dialogues. One that was only said at the event says so, and stays inside the alliance. */

import { termLabel } from "@saksi/domain/vocabulary";
import { type Commitment, commitmentCell, isForPublic, isPastDue } from "@saksi/treaties/commitments";
import { Link } from "wouter";
import { Badge } from "../components/badge.tsx";
import { PartialDay } from "../records/partial-day.tsx";
import { say } from "../words/say.ts";
import { ConfirmedBadge, type Seen } from "./confirmed-badge.tsx";
import { Sourced } from "./sourced.tsx";
import { useToday } from "./use-today.ts";

export function CommitmentList({ commitments }: { readonly commitments: readonly Seen<Commitment>[] }) {
  const today = useToday();
  return (
    <section className="stack">
      <h2 className="small-heading">{say("atlas.followed.commitments")}</h2>
      <ul className="fact-list">
        {commitments.map(({ value, isConfirmed }) => (
          <li key={value.id} className="fact-item stack tight">
            <Sourced trace={[commitmentCell(value)]} of={value.text}>
              <Link href={`/records/${value.id}`}>
                <bdi>{value.text}</bdi>
              </Link>
            </Sourced>
            <p className="soft">
              {termLabel("stakeholder_groups", value.group)}
              {value.office !== null && (
                <>
                  {" · "}
                  <bdi>{value.office}</bdi>
                </>
              )}
              {" · "}
              <PartialDay text={value.on} />
              {value.due !== null && (
                <>
                  {" · "}
                  {say("atlas.followed.by")} <PartialDay text={value.due} />
                </>
              )}
            </p>
            <div className="row tight">
              <Badge tone={value.standing === "COMMITMENT.KEPT" ? "done" : "plain"}>
                {termLabel("commitment_states", value.standing)}
              </Badge>
              {isPastDue(value, today) && <Badge tone="waits">{say("atlas.commitment.past-due")}</Badge>}
              <ConfirmedBadge isConfirmed={isConfirmed} />
              <Badge tone={isForPublic(value) && isConfirmed ? "done" : "info"}>
                {say(
                  value.writtenOn === null
                    ? "atlas.commitment.said"
                    : isForPublic(value) && isConfirmed
                      ? "atlas.commitment.public"
                      : "atlas.commitment.inside",
                )}
              </Badge>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
