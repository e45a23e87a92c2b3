/**
 * Who counts as an author of a dossier, for "author is not the approver".
 *
 * Counted: everyone who signed any writing of the publication's record or of a passage that enters it, also one that was
 * replaced since; the clearing of a passage is such a writing. These are the dossier's own words. Not counted: who
 * recorded the facts that the template takes from the case (codes, dates and places, never sentences); in a small team
 * nobody could approve otherwise, and the conditions of R-CON-3 ask for their proof apart.
 *
 * Source: R-CON-3.
 */

import { type CaseFile, recordById, type Signer } from "./case-file.ts";
import type { RecordId } from "./id.ts";

/** Undefined where it is not known who wrote one of them: nobody can then be told from its author. */
export function authorsOf(
  file: CaseFile,
  { publication, passages }: { readonly publication: RecordId; readonly passages: readonly RecordId[] },
): readonly Signer[] | undefined {
  const written = [publication, ...passages].flatMap((id) => {
    const record = recordById(file, id);
    return record?.type === "publication" || record?.type === "passage" ? [record.signers ?? []] : [];
  });
  return written.some((signers) => signers.length === 0) ? undefined : written.flat();
}

/**
 * Whether two signatures may be one person's. Somebody who was let in twice has two member numbers; the name in the
 * roster is what is left to tell by. Two namesakes count as one here: a third member can approve, an author cannot.
 */
export const maySamePerson = (one: Signer, other: Signer): boolean =>
  one.member === other.member || isSameName(one.name, other.name);

/** The same words in any case, order and spacing, Latin accents aside. An empty name is nobody's. */
export function isSameName(one: string, other: string): boolean {
  const [first, second] = [plainName(one), plainName(other)];
  return first !== "" && first === second;
}

const plainName = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/(?<=\p{Script=Latin}\p{Mn}*)\p{Mn}+/gu, "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\p{Cf}/gu, "")
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "")
    .sort()
    .join(" ");
