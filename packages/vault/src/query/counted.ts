/** Facts of a space for the atlas, each with whether it counts: who wrote and who confirmed are read from signatures. */

import { asCode, asLink, asTexts } from "@saksi/domain/field-values";
import type { SpaceId } from "@saksi/domain/id";
import { type Counts, type Looked, secondMember } from "@saksi/domain/rules/second-member";
import type { HistoryRow, MemberId, RecordRow, Vault } from "../port.ts";

type Asking = Pick<Vault, "ask">;

export interface Counted {
  readonly record: RecordRow;
  readonly counts: Counts;
  /** What a confirmation names: every version that stands */
  readonly versions: readonly string[];
  /** Who wrote one of them */
  readonly authors: readonly MemberId[];
}

export const countedTypes = ["fact", "bill", "recommendation", "commitment"] as const;
export type CountedType = (typeof countedTypes)[number];

/** Those of one type, the oldest change first: where two say the same of a state, the later is laid over the earlier. */
export async function countedOf(vault: Asking, space: SpaceId, type: CountedType): Promise<readonly Counted[]> {
  const [rows, confirmations] = await Promise.all([
    vault.ask("records", { space, type, order: "changed" }),
    vault.ask("records", { space, type: "confirmation" }),
  ]);
  const about = new Set(rows.map(({ id }) => id as string));
  const ofThese = confirmations.filter(({ fields }) => about.has(asLink(fields.about) ?? ""));
  const looked = await Promise.all(ofThese.map(async (row) => [row, await lookedOf(vault, row)] as const));
  return Promise.all(
    rows.map(async (record) => {
      const standing = (await historyOf(vault, record)).filter(({ stands }) => stands.length > 0);
      const written = {
        versions: standing.map(({ version }) => version),
        authors: membersOf(standing),
        isInConflict: record.conflicts.length > 0,
        looked: looked.flatMap(([row, one]) => (asLink(row.fields.about) === record.id ? [one] : [])),
      };
      return { record, counts: secondMember(written), versions: written.versions, authors: written.authors };
    }),
  );
}

async function lookedOf(vault: Asking, row: RecordRow): Promise<Looked> {
  const { fields, conflicts } = row;
  return {
    versions: conflicts.includes("versions") ? [] : asTexts(fields.versions),
    decision: conflicts.includes("decision") ? undefined : asCode(fields.decision),
    signers: membersOf(await historyOf(vault, row)),
  };
}

const historyOf = (vault: Asking, { id, space }: RecordRow): Promise<readonly HistoryRow[]> =>
  vault.ask("history", { id, space });

const membersOf = (history: readonly HistoryRow[]): readonly MemberId[] => [
  ...new Set(history.map(({ member }) => member)),
];
