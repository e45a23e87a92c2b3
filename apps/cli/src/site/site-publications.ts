/** The books of the site, made by the same road as every publication: check, render, look through, hand out. */

import type { CaseRecord } from "@saksi/domain/case-file";
import type { Draft } from "@saksi/domain/change";
import { newRecordId } from "@saksi/domain/id";
import { gateBooklet } from "@saksi/publish/booklet";
import { type PublishProblem, type PublishTools, publish } from "@saksi/publish/publish";
import { lessonDrafts, lessons } from "@saksi/treaties/lessons";
import { precedentDrafts, precedents } from "@saksi/treaties/precedents";
import { thisPerson } from "@saksi/vault/query/book-approvals";
import { knownOf } from "./citations.ts";
import type { Publication } from "./pages/publications.ts";
import type { Tongue } from "./tongue.ts";

type Show = (progress: { readonly step: string; readonly done: number; readonly total: number }) => void;

export interface BooksOf {
  readonly tongue: Tongue;
  readonly asOf: string;
  /** Yes and no of members to the book with this hash; none where no vault is at hand */
  readonly approvalsOf: (hash: string) => Promise<readonly CaseRecord[]>;
}

const formats = ["html", "epub", "pdf", "docx"] as const;

/** Unless another member than its author approved this very text, it says *Draft, not cleared*, and its page says so too. */
export async function sitePublications(
  { tongue, asOf, approvalsOf }: BooksOf,
  tools: PublishTools,
  show: Show,
): Promise<{ readonly publications: readonly Publication[] } | { readonly problem: PublishProblem }> {
  const question = {
    precedents: asRecords(precedentDrafts()),
    lessons: asRecords(lessonDrafts()),
    author: thisPerson,
  };
  const { hash } = await gateBooklet({ ...question, approvals: [] }, tools.sha256);
  const approvals = await approvalsOf(hash);
  const { dossier, cleared } = await gateBooklet({ ...question, approvals }, tools.sha256);
  const answer = await publish(
    { dossier, cleared, protect: [], formats, day: asOf },
    { ...tools, onProgress: ({ stage, format, done, of }) => show({ step: format ?? stage, done, total: of }) },
  );
  if ("problem" in answer) return answer;
  const files = answer.files.map(({ format, bytes, sha256 }) => ({
    format,
    path: `publications/landmark-decisions.${format}`,
    bytes,
    sha256,
  }));
  const known = knownOf([...precedents, ...lessons].map(({ asOf, title }) => ({ asOf, source: title })));
  const { say } = tongue;
  return {
    publications: [
      {
        slug: "landmark-decisions",
        title: say("publications.booklet"),
        about: say("publications.booklet-about"),
        cleared,
        known,
        files,
      },
    ],
  };
}

/** Entries of the library are records without a space; their ids only hold them apart, and are the same each time. */
const asRecords = (drafts: readonly Draft[]): CaseRecord[] =>
  drafts.map(({ type, fields }, index) => ({
    id: newRecordId((bytes) => new Uint8Array(bytes).fill(index)),
    type,
    fields,
  }));
