/** What was recommended and is still owed, under the ministry that must act: late ones first, reversals as an alarm. */

import { type Owed, owedByOffice } from "@saksi/treaties/owed";
import type { Recommendation } from "@saksi/treaties/recommendations";
import { Link } from "wouter";
import { Badge } from "../components/badge.tsx";
import { formatNumber } from "../words/format.ts";
import { say } from "../words/say.ts";
import { ConfirmedBadge, type Seen } from "./confirmed-badge.tsx";
import { useToday } from "./use-today.ts";

/** Nothing where nothing is owed. */
export function OwedList({ recommendations }: { readonly recommendations: readonly Seen<Recommendation>[] }) {
  const today = useToday();
  const offices = owedByOffice(
    recommendations.map(({ value }) => value),
    today,
  );
  const confirmed = new Set(recommendations.filter((one) => one.isConfirmed).map(({ value }) => value.id));
  if (offices.length === 0) return null;
  return (
    <section className="stack">
      <h2 className="small-heading">{say("atlas.owed")}</h2>
      <p className="soft">{say("atlas.owed.text")}</p>
      {offices.map(({ office, owed }) => (
        <div key={office} className="stack tight">
          <h3 className="small-heading">{office === null ? say("atlas.owed.nobody") : <bdi>{office}</bdi>}</h3>
          <ul className="fact-list">
            {owed.map((one) => (
              <OwedItem key={one.recommendation.id} one={one} isConfirmed={confirmed.has(one.recommendation.id)} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function OwedItem({ one, isConfirmed }: { readonly one: Owed; readonly isConfirmed: boolean }) {
  const { recommendation, daysLate, isReversed, needsCampaign } = one;
  return (
    <li className="fact-item stack tight">
      <Link href={`/records/${recommendation.id}`}>
        <bdi>{recommendation.text}</bdi>
      </Link>
      <p className="row tight">
        {isReversed && <Badge tone="danger">{say("atlas.owed.reversed")}</Badge>}
        {daysLate !== null && (
          <Badge tone="waits">{say("atlas.owed.late", { count: daysLate, days: formatNumber(daysLate) })}</Badge>
        )}
        {needsCampaign && <Badge tone="info">{say("atlas.owed.campaign")}</Badge>}
        <ConfirmedBadge isConfirmed={isConfirmed} />
      </p>
    </li>
  );
}
