/**
 * The way from a case file to a dossier: fresh head, use gate, withholding, the template, publication gate.
 *
 * Refused: nothing is made, and who stands in the way is said. Otherwise a dossier, with the list of what keeps each page
 * from losing its *Draft, not cleared*.
 */

import { authorsOf } from "@saksi/domain/authors";
import type { Signer } from "@saksi/domain/case-file";
import type { Finding } from "@saksi/domain/finding";
import type { RecordId } from "@saksi/domain/id";
import { publicationGate } from "@saksi/domain/rules/publication-gate";
import { useGate } from "@saksi/domain/rules/use-gate";
import { type BriefTexts, briefDossier } from "./brief.ts";
import { entering } from "./chosen.ts";
import { type Dossier, dossierHash, type Sha256 } from "./dossier.ts";
import { looksLike } from "./looks-like.ts";
import { type ProtectedString, protectedStrings } from "./protected.ts";
import { needlesFor, scanDossier } from "./scan.ts";
import type { Withheld } from "./withheld.ts";
import { peopleTouched, type WithholdQuestion, withhold } from "./withhold.ts";

export interface BriefQuestion extends WithholdQuestion {
  readonly texts: BriefTexts;
  /** The record of the publication, if there is one; approvals name it */
  readonly publication?: RecordId;
  /** Who gave it words that stand in no record; whoever signed its records is its author anyway */
  readonly makers: readonly Signer[];
  /** Age of the newest checkpoint that this device verified. Over a day, a withdrawal may be on its way */
  readonly headAgeHours: number;
  /** Parts of the space that this device has no key for. Any: a name to look for may be among them */
  readonly unread: number;
}

/** Why nothing was made: rule, the record that stands in the way, a kind from the rule's list. */
export interface Refusal {
  readonly rule: string;
  readonly record: string;
  readonly reason: string;
  /** The field, where one is meant: of a leak, where the protected value is kept */
  readonly field?: string;
}

export interface GatedBrief {
  readonly dossier: Dossier;
  /** Approvals name this */
  readonly hash: string;
  /** Who cannot approve it */
  readonly authors: readonly Signer[];
  readonly withheld: readonly Withheld[];
  readonly cleared: boolean;
  /** What R-CON-3 still asks for; empty when cleared */
  readonly missing: readonly Finding[];
  /** For the scan of the finished files. Never shown, never stored with them. */
  readonly protect: readonly ProtectedString[];
}

export type GateAnswer = GatedBrief | { readonly refused: readonly Refusal[] };

export async function gateBrief(question: BriefQuestion, sha256: Sha256): Promise<GateAnswer> {
  const { file, use, today, headAgeHours, unread } = question;
  if (!(headAgeHours >= 0 && headAgeHours <= 24)) {
    return { refused: [{ rule: "head", record: file.case, reason: "stale" }] };
  }
  if (unread !== 0) return { refused: [{ rule: "R-ANON-5", record: file.case, reason: "cannot-read-all" }] };
  const people = peopleTouched(question);
  if (people.length === 0) return { refused: [{ rule: "R-CON-2", record: file.case, reason: "nobody-asked" }] };
  const gate = useGate({ file, use, today, people }).filter(({ weight }) => weight === "hard");
  if (gate.length > 0) return { refused: gate.map(refusal) };

  const published = withhold(question);
  const dossier = briefDossier(published, question.texts, use);
  const protect = protectedStrings({ file, identityLevel: use.identityLevel, named: published.named });
  const leaks = scanDossier(dossier, needlesFor(protect));
  const found = [
    ...leaks.map(({ record, field }) => ({ rule: "R-ANON-5", record, field, reason: "protected-string" })),
    ...looksLike(dossier).map((reason) => ({ rule: "R-ANON-5", record: file.case, reason })),
  ];
  if (found.length > 0) return { refused: found };

  const hash = await dossierHash(dossier, sha256);
  const { makers, publication = file.case } = question;
  const passages = entering(question);
  const missing = publicationGate({ file, publication, passages, use, dossierHash: hash, makers, today, people });
  const hard = missing.filter(({ weight }) => weight === "hard");
  if (hard.length > 0) return { refused: hard.map(refusal) };
  const authors = [...makers, ...(authorsOf(file, { publication, passages }) ?? [])];
  return { dossier, hash, authors, withheld: published.withheld, cleared: missing.length === 0, missing, protect };
}

const refusal = ({ rule, at, reason }: Finding): Refusal => ({ rule, record: at, reason });
