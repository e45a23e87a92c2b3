/** Confirmed records as bills, recommendations and commitments: what they say, and what they lack to be shown. */

import { asCode, asRows, asText, asYesNo } from "@saksi/domain/field-values";
import type { Value } from "@saksi/domain/value";
import { type Bill, type BillFault, billFaults, inOrder } from "./bills.ts";
import { type Commitment, type CommitmentFault, commitmentFaults } from "./commitments.ts";
import { type AllianceRecord, sourcedOf, stateIn } from "./fact-records.ts";
import { type Grade, type Recommendation, type RecommendationFault, recommendationFaults } from "./recommendations.ts";

export interface Read<Value, Fault> {
  readonly value: Value;
  /** Empty where it may be shown */
  readonly why: readonly Fault[];
}

export function billOf({ id, fields }: AllianceRecord): Read<Bill, BillFault> {
  const stages = asRows(fields.stages).flatMap((row) => {
    const stage = asCode(row.stage);
    if (stage === undefined) return [];
    return [{ stage, on: textOr(row.on), note: textOr(row.note), ...sourceIn(row.source, row.sourceUrl) }];
  });
  const value: Bill = {
    ...sourcedOf(fields),
    id,
    state: stateIn(fields),
    title: asText(fields.title) ?? "",
    sponsor: textOr(fields.sponsor),
    stages: [...stages].sort(inOrder),
    note: textOr(fields.note),
  };
  return { value, why: billFaults(value) };
}

export function recommendationOf({ id, fields }: AllianceRecord): Read<Recommendation, RecommendationFault> {
  const value: Recommendation = {
    ...sourcedOf(fields),
    id,
    state: stateIn(fields),
    text: asText(fields.text) ?? "",
    from: asCode(fields.from) ?? "",
    document: textOr(fields.document),
    paragraph: textOr(fields.paragraph),
    on: textOr(fields.on),
    isFollowUp: asYesNo(fields.followUp) ?? null,
    office: textOr(fields.office),
    deadline: textOr(fields.deadline),
    reply: textOr(fields.reply),
    committee: gradeIn(fields.committeeGrade, { on: fields.committeeGradeOn, sources: fields.committeeSources }),
    alliance: gradeIn(fields.allianceGrade, {
      on: fields.allianceGradeOn,
      sources: fields.allianceSources,
      note: fields.allianceNote,
    }),
    institution: gradeIn(fields.institutionGrade, {
      on: fields.institutionGradeOn,
      sources: fields.institutionSources,
    }),
  };
  return { value, why: recommendationFaults(value) };
}

function gradeIn(
  grade: Value | undefined,
  {
    on,
    sources,
    note,
  }: { readonly on?: Value | undefined; readonly sources?: Value | undefined; readonly note?: Value | undefined },
): Grade | null {
  const code = asCode(grade);
  return code === undefined ? null : { grade: code, on: textOr(on), sources: sourcesIn(sources), note: textOr(note) };
}

export function commitmentOf({ id, fields }: AllianceRecord): Read<Commitment, CommitmentFault> {
  const value: Commitment = {
    ...sourcedOf(fields),
    id,
    state: stateIn(fields),
    text: asText(fields.text) ?? "",
    kind: textOr(fields.kind),
    group: asCode(fields.group) ?? "",
    office: textOr(fields.office),
    event: textOr(fields.event),
    on: asText(fields.on) ?? "",
    due: textOr(fields.due),
    measure: textOr(fields.measure),
    writtenOn: textOr(fields.writtenOn),
    standing: asCode(fields.standing) ?? "COMMITMENT.OPEN",
    evidence: sourcesIn(fields.evidence),
    mayBePublic: asYesNo(fields.mayBePublic) === true,
  };
  return { value, why: commitmentFaults(value) };
}

const textOr = (value: Value | undefined): string | null => asText(value) ?? null;

const sourceIn = (source: Value | undefined, address: Value | undefined) => ({
  source: textOr(source),
  sourceUrl: /^https?:\/\//.test(asText(address) ?? "") ? textOr(address) : null,
});

const sourcesIn = (rows: Value | undefined): Grade["sources"] =>
  asRows(rows).flatMap((row) => {
    const { source, sourceUrl } = sourceIn(row.source, row.sourceUrl);
    return source === null ? [] : [{ source, sourceUrl }];
  });
