/** The book of some decisions as the gate judges it, judged again whenever a member decides on it. */

import type { CaseRecord } from "@saksi/domain/case-file";
import type { Draft } from "@saksi/domain/change";
import { newRecordId } from "@saksi/domain/id";
import { gateBooklet } from "@saksi/publish/booklet";
import { lessonDrafts, lessons } from "@saksi/treaties/lessons";
import { type LibraryPrecedent, precedentDrafts } from "@saksi/treaties/precedents";
import type { Vault } from "@saksi/vault/port";
import { bookApprovals, thisPerson } from "@saksi/vault/query/book-approvals";
import { useEffect, useState } from "react";
import { sha256 } from "../publish/publish-tools.ts";
import { useRows, useVault } from "../vault/use-vault.ts";

export type GatedBooklet = Awaited<ReturnType<typeof gateBooklet>>;

export function useBooklet(precedents: readonly LibraryPrecedent[]): GatedBooklet | undefined {
  const vault = useVault();
  const [gated, setGated] = useState<GatedBooklet>();
  const decided = useRows("records", { type: "approval" }, "keep");
  const chosen = precedents.map(({ id }) => id).join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: `chosen` says what `precedents` are; `decided` is a sign
  useEffect(() => {
    let stopped = false;
    void gatedBooklet(vault, precedents).then((answer) => {
      if (!stopped) setGated(answer);
    });
    return () => {
      stopped = true;
    };
  }, [vault, chosen, decided]);
  return gated;
}

async function gatedBooklet(vault: Vault, precedents: readonly LibraryPrecedent[]): Promise<GatedBooklet> {
  const keys = new Set(precedents.map(({ id }) => id));
  const taught = lessons.filter(({ supportingPrecedents }) => supportingPrecedents.some((key) => keys.has(key)));
  const question = {
    precedents: asRecords(precedentDrafts(precedents)),
    lessons: asRecords(lessonDrafts(taught)),
    author: thisPerson,
  };
  const draft = await gateBooklet({ ...question, approvals: [] }, sha256);
  const approvals = await bookApprovals(vault, draft.hash);
  return approvals.length === 0 ? draft : gateBooklet({ ...question, approvals }, sha256);
}

/** Entries of the library as records without a space; their ids only hold them apart. */
const asRecords = (drafts: readonly Draft[]): readonly CaseRecord[] =>
  drafts.map(({ type, fields }, at) => ({ id: newRecordId(() => numbered(at)), type, fields }));

const numbered = (at: number): Uint8Array => Uint8Array.of(at >> 8, at & 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
