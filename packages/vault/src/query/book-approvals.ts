/** Decisions of members on a book that belongs to no case, each by whoever signed it, whatever its fields say. */

import { maySamePerson } from "@saksi/domain/authors";
import type { CaseRecord } from "@saksi/domain/case-file";
import type { RecordRow, Vault } from "../port.ts";
import { signersOf } from "./case-file.ts";

/** Stands for this person in every space: their own yes does not clear a book that they make. */
export const thisPerson = "me";

/** @param hash  of the dossier that was decided on */
export async function bookApprovals(vault: Pick<Vault, "ask">, hash: string): Promise<readonly CaseRecord[]> {
  const rows = await vault.ask("records", { type: "approval", where: { dossierHash: hash } });
  return Promise.all(rows.map((row) => asSigned(vault, row)));
}

/** Signed by more than one: by nobody who counts. */
async function asSigned(vault: Pick<Vault, "ask">, { id, type, fields, space }: RecordRow): Promise<CaseRecord> {
  const { member: _, ...rest } = fields;
  const [signers, members, details] = await Promise.all([
    signersOf(vault, { id, space, type }),
    vault.ask("members", { space }),
    vault.ask("record", { id, space }),
  ]);
  const [signer, ...others] = signers;
  const isMine = signer !== undefined && members.some((row) => row.me && maySamePerson(row, signer));
  const decisions = details[0]?.standing.decision?.map(({ value }) => value);
  return {
    id,
    type,
    fields: signer === undefined || others.length > 0 ? rest : { ...rest, member: isMine ? thisPerson : signer.member },
    ...(decisions === undefined ? {} : { standing: { decision: decisions } }),
  };
}
