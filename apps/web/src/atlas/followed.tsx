/** What the alliance follows up in a state: bills stage by stage, recommendations with each grade by who gave it, commitments. */

import type { AllianceRecord } from "@saksi/treaties/fact-records";
import type { State } from "@saksi/treaties/states";
import { billOf, commitmentOf, type Read, recommendationOf } from "@saksi/treaties/tracked-records";
import type { Counted, CountedType } from "@saksi/vault/query/counted";
import { Link } from "wouter";
import { Notice } from "../components/notice.tsx";
import { say } from "../words/say.ts";
import { AddToAtlas } from "./add-to-atlas.tsx";
import { BillSteps } from "./bill-steps.tsx";
import { CommitmentList } from "./commitment-list.tsx";
import type { Seen } from "./confirmed-badge.tsx";
import { OwedList } from "./owed-list.tsx";
import { RecommendationList } from "./recommendation-list.tsx";
import type { AtlasInUse } from "./use-atlas.ts";

export function Followed({
  state,
  facts: { chosen, all, isReady },
}: {
  readonly state: State;
  readonly facts: AtlasInUse;
}) {
  if (!isReady) return null;
  if (chosen === null)
    return (
      <Notice>
        <p>{say("atlas.followed.no-space")}</p>
        <p>
          <Link href="/atlas/facts">{say("atlas.facts.open")}</Link>
        </p>
      </Notice>
    );
  const bills = seenIn(all, "bill", state, billOf);
  const recommendations = seenIn(all, "recommendation", state, recommendationOf);
  const commitments = seenIn(all, "commitment", state, commitmentOf);
  const hasNothing = bills.length + recommendations.length + commitments.length === 0;
  return (
    <>
      {chosen.space.sample && <Notice tone="waits">{say("atlas.facts.sample")}</Notice>}
      {hasNothing && <p>{say("atlas.followed.nothing")}</p>}
      <OwedList recommendations={recommendations} />
      {bills.length > 0 && <BillSteps bills={bills} />}
      {recommendations.length > 0 && <RecommendationList recommendations={recommendations} />}
      {commitments.length > 0 && <CommitmentList commitments={commitments} />}
      {chosen.space.role !== "reader" && (
        <AddToAtlas state={state.iso3} only={["bill", "recommendation", "commitment"]} />
      )}
    </>
  );
}

function seenIn<Value extends { readonly state: string }>(
  all: readonly Counted[],
  type: CountedType,
  state: State,
  read: (record: AllianceRecord) => Read<Value, string>,
): readonly Seen<Value>[] {
  return all
    .filter(({ record, counts }) => record.type === type && counts.is !== "refused")
    .map(({ record, counts }) => {
      const isConfirmed = counts.is === "confirmed";
      return { value: { ...read(record).value, confirmed: isConfirmed ? "members" : "member" }, isConfirmed };
    })
    .filter(({ value }) => value.state === state.iso3);
}
