/** Facts of a space for the atlas, each with whether it counts: who wrote and who confirmed are read from signatures. */

import type { Signer } from "@saksi/domain/case-file";
import { asCode, asLink, asTexts } from "@saksi/domain/field-values";
import type { RecordId, SpaceId } from "@saksi/domain/id";
import { type Counts, type Looked, secondMember } from "@saksi/domain/rules/second-member";
import type { HistoryRow, RecordRow, Vault } from "../port.ts";

type Asking = Pick<Vault, "ask">;

export interface Counted {
  readonly record: RecordRow;
  readonly counts: Counts;
  /** What a confirmation names: every version that stands */
  readonly versions: readonly string[];
  /** Who wrote one of them */
  readonly authors: readonly Signer[];
  /** Every confirmation of it, also of words that were edited since */
  readonly looked: readonly LookedAt[];
}

export interface LookedAt extends Looked {
  readonly id: RecordId;
}

export const countedTypes = ["fact", "bill", "recommendation", "commitment"] as const;
export type CountedType = (typeof countedTypes)[number];

/** Those of one type, the oldest change first: where two say the same of a state, the later is laid over the earlier. */
export async function countedOf(vault: Asking, space: SpaceId, type: CountedType): Promise<readonly Counted[]> {
  const [rows, confirmations, members] = await Promise.all([
    vault.ask("records", { space, type, order: "changed", descending: false }),
    vault.ask("records", { space, type: "confirmation" }),
    vault.ask("members", { space }),
  ]);
  // Whose keys may be in other hands vouches for nothing.
  const doubtful = new Set(members.filter(({ twoFaced }) => twoFaced).map(({ member }) => member));
  const about = new Set(rows.map(({ id }) => id as string));
  const ofThese = confirmations.filter(({ fields }) => about.has(asLink(fields.about) ?? ""));
  const looked = await Promise.all(ofThese.map(async (row) => [row, await lookedOf(vault, row, doubtful)] as const));
  return Promise.all(
    rows.map(async (record) => {
      const standing = (await historyOf(vault, record)).filter(({ stands }) => stands.length > 0);
      const written = {
        versions: standing.map(({ version }) => version),
        authors: signersIn(standing),
        isInConflict: record.conflicts.length > 0,
        looked: looked.flatMap(([row, one]) =>
          asLink(row.fields.about) === record.id ? [{ ...one, id: row.id }] : [],
        ),
      };
      const { versions, authors } = written;
      return { record, counts: secondMember(written), versions, authors, looked: written.looked };
    }),
  );
}

async function lookedOf(vault: Asking, row: RecordRow, doubtful: ReadonlySet<string>): Promise<Looked> {
  const { fields, conflicts } = row;
  const signers = signersIn(await historyOf(vault, row));
  return {
    versions: conflicts.includes("versions") ? [] : asTexts(fields.versions),
    decision: conflicts.includes("decision") ? undefined : asCode(fields.decision),
    signers: signers.some(({ member }) => doubtful.has(member)) ? [] : signers,
  };
}

const historyOf = (vault: Asking, { id, space }: RecordRow): Promise<readonly HistoryRow[]> =>
  vault.ask("history", { id, space });

const signersIn = (history: readonly HistoryRow[]): readonly Signer[] => [
  ...new Map(history.map(({ member, by }) => [member, { member, name: by }] as const)).values(),
];
