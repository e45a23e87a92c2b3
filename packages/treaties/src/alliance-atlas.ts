/** The atlas as an alliance knows it: what is shipped, with its confirmed facts over it, and what it follows up beside. */

import { asText } from "@saksi/domain/field-values";
import { lastDay } from "@saksi/domain/partial-date";
import { type Atlas, amended, type RowFault, shippedAtlas } from "./atlas.ts";
import type { BillFault } from "./bills.ts";
import { type ProvenanceFault, provenanceFaults } from "./cell.ts";
import type { CommitmentFault } from "./commitments.ts";
import { type AllianceRecord, type FactFault, factOf, sourcedOf, stateIn } from "./fact-records.ts";
import type { RecommendationFault } from "./recommendations.ts";
import { stateOf } from "./states.ts";
import { nothingTracked, type Tracked } from "./tracked.ts";
import { billOf, commitmentOf, type Read, recommendationOf } from "./tracked-records.ts";

export type RecordFault = ProvenanceFault | FactFault | BillFault | RecommendationFault | CommitmentFault | RowFault;

/** A confirmed record that was left out, and why; for whoever wrote it. */
export interface RefusedRecord {
  readonly record: string;
  readonly type: string;
  readonly state: string;
  readonly why: readonly RecordFault[];
}

export interface AllianceAtlas {
  readonly atlas: Atlas;
  readonly tracked: Tracked;
  readonly refused: readonly RefusedRecord[];
}

export const shippedAlone: AllianceAtlas = {
  atlas: shippedAtlas,
  tracked: nothingTracked,
  refused: [],
};

/**
 * @param records  only those that count: a second member confirmed them. Of two that say the same of a state, the one known
 *                 up to a later day stands; of the same day, the later of the list
 */
export function allianceAtlas(records: readonly AllianceRecord[], shipped: Atlas = shippedAtlas): AllianceAtlas {
  const known = [...records].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
  const read = known.filter(({ type }) => type === "fact").map((record) => ({ record, ...factOf(record) }));
  const { atlas, refused } = amended(
    read.flatMap((one) => ("fact" in one ? [one.fact] : [])),
    shipped,
  );
  const [bills, recommendations, commitments] = [
    sorted(known, "bill", billOf),
    sorted(known, "recommendation", recommendationOf),
    sorted(known, "commitment", commitmentOf),
  ];
  return {
    atlas,
    tracked: { bills: bills.good, recommendations: recommendations.good, commitments: commitments.good },
    refused: [
      ...read.flatMap((one) => ("why" in one ? [refusal(one.record, one.why)] : [])),
      ...refused.map(({ fact, why }) => ({ record: fact.record ?? "", type: "fact", state: fact.state, why })),
      ...bills.refused,
      ...recommendations.refused,
      ...commitments.refused,
    ],
  };
}

const dayOf = ({ fields }: AllianceRecord): string => lastDay(asText(fields.asOf) ?? "") ?? "";

const refusal = (record: AllianceRecord, why: readonly RecordFault[]): RefusedRecord => ({
  record: record.id,
  type: record.type,
  state: stateIn(record.fields),
  why,
});

function sorted<Value>(
  records: readonly AllianceRecord[],
  type: string,
  read: (record: AllianceRecord) => Read<Value, RecordFault>,
) {
  const all = records.filter((record) => record.type === type).map((record) => ({ record, ...read(record) }));
  const judged = all.map(({ record, value, why }) => {
    const sourced = provenanceFaults(sourcedOf(record.fields));
    const stateless = stateOf(stateIn(record.fields)) ? [] : (["no-such-state"] as const);
    return { record, value, why: [...sourced, ...stateless, ...why] };
  });
  return {
    good: judged.flatMap(({ value, why }) => (why.length === 0 ? [value] : [])),
    refused: judged.flatMap(({ record, why }) => (why.length > 0 ? [refusal(record, why)] : [])),
  };
}
