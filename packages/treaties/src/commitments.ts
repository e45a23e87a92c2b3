/** What an office promised at a dialogue, and whether it kept it. Public only when it was confirmed in writing (R-REC-3). */

import { type Day, lastDay } from "@saksi/domain/partial-date";
import { type Cell, cellOf, type Provenance } from "./cell.ts";
import { isFilled } from "./entry-fault.ts";

export interface Commitment extends Provenance {
  /** Of its record; the same in every edition */
  readonly id: string;
  /** ISO 3166-1 alpha-3 */
  readonly state: string;
  readonly text: string;
  /** A code of `commitment_types` */
  readonly kind: string | null;
  /** The group that promised, never a person: a code of `stakeholder_groups` */
  readonly group: string;
  readonly office: string | null;
  readonly event: string | null;
  readonly on: string;
  readonly due: string | null;
  readonly measure: string | null;
  /** When its giver confirmed it in writing; `null`: said at the event, and known to members only */
  readonly writtenOn: string | null;
  /** A code of `commitment_states` */
  readonly standing: string;
  /** What shows how it stands: words and an address */
  readonly evidence: readonly { readonly source: string; readonly sourceUrl: string | null }[];
  readonly mayBePublic: boolean;
}

export type CommitmentFault = "no-text" | "not-said-by-whom" | "standing-without-evidence";

const claimsProgress: readonly string[] = ["COMMITMENT.KEPT", "COMMITMENT.PARTLY", "COMMITMENT.BROKEN"];

/** R-REC-4: who says that it was kept, or broken, shows why. */
export const commitmentFaults = (
  one: Pick<Commitment, "text" | "group" | "standing" | "evidence">,
): readonly CommitmentFault[] => [
  ...(isFilled(one.text) ? [] : (["no-text"] as const)),
  ...(isFilled(one.group) ? [] : (["not-said-by-whom"] as const)),
  ...(claimsProgress.includes(one.standing) && one.evidence.length === 0
    ? (["standing-without-evidence"] as const)
    : []),
];

/** Whether anyone outside may see it: confirmed in writing, and its giver was told that it would be shown. */
export const isForPublic = ({ writtenOn, mayBePublic }: Pick<Commitment, "writtenOn" | "mayBePublic">): boolean =>
  writtenOn !== null && mayBePublic;

/** Its day passed and nobody wrote that it was kept. Not the same as broken. */
export const isPastDue = ({ due, standing }: Pick<Commitment, "due" | "standing">, today: Day): boolean =>
  due !== null && (lastDay(due) ?? today) < today && standing !== "COMMITMENT.KEPT";

export const commitmentCell = (one: Commitment): Cell => cellOf("members", `${one.state} commitment ${one.id}`, one);
