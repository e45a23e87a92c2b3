/**
 * Does a fact count? Another member than those who wrote it confirmed the very words that stand, and nobody who looked
 * at them said no. The words are named by their versions: after an edit, one of them is another.
 *
 * Source: the rule of approvals (R-CON-3), "author is not the approver".
 */

import { maySamePerson } from "../authors.ts";
import type { Signer } from "../case-file.ts";

export interface Looked {
  /** Versions named by the confirmation */
  readonly versions: readonly string[];
  /** A code of `confirmation_decisions` */
  readonly decision: string | undefined;
  /** Who signed any writing of it. By more than one, it is nobody's decision; none where whose keys they are is in doubt. */
  readonly signers: readonly Signer[];
}

export interface Written {
  /** Every version that stands, of any field */
  readonly versions: readonly string[];
  /** Who wrote one of them */
  readonly authors: readonly Signer[];
  /** Two writings of a field stand: what would be confirmed is not decided */
  readonly isInConflict: boolean;
  readonly looked: readonly Looked[];
}

export type Counts =
  | { readonly is: "confirmed"; readonly by: readonly Signer[] }
  | { readonly is: "refused"; readonly by: readonly Signer[] }
  | {
      readonly is: "waiting";
      /** `edited-since`: other words were confirmed. `own`: only who wrote it said yes. */
      readonly why: "nobody-yet" | "own" | "edited-since" | "in-conflict";
    };

export function secondMember({ versions, authors, isInConflict, looked }: Written): Counts {
  if (isInConflict) return { is: "waiting", why: "in-conflict" };
  const decided = looked.flatMap(({ signers: [by, ...others], ...one }) =>
    by === undefined || others.length > 0 ? [] : [{ ...one, by }],
  );
  const ofThese = decided.filter((one) => isSameSet(one.versions, versions));
  const saying = (decision: string): readonly Signer[] => {
    const signers = ofThese.filter((one) => one.decision === decision).map(({ by }) => [by.member, by] as const);
    return [...new Map(signers).values()];
  };
  const refusing = saying("CONFIRM.NO");
  if (refusing.length > 0) return { is: "refused", by: refusing };
  const agreeing = saying("CONFIRM.YES");
  const others = agreeing.filter((by) => !authors.some((author) => maySamePerson(author, by)));
  if (others.length > 0 && authors.length > 0) return { is: "confirmed", by: others };
  if (agreeing.length > 0) return { is: "waiting", why: "own" };
  const isEdited = decided.some(({ decision }) => decision === "CONFIRM.YES");
  return { is: "waiting", why: isEdited && ofThese.length === 0 ? "edited-since" : "nobody-yet" };
}

const isSameSet = (some: readonly string[], others: readonly string[]): boolean => {
  const [one, other] = [new Set(some), new Set(others)];
  return one.size === other.size && [...one].every((each) => other.has(each));
};
