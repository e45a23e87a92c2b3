/**
 * Another member reads this very dossier and decides; its author asks them to. Whoever edits a word afterwards makes
 * another dossier, which waits for approval again. Who decided may decide otherwise later: a no is never the last word.
 */

import { maySamePerson } from "@saksi/domain/authors";
import { type CaseFile, type CaseRecord, recordsOf, type Signer } from "@saksi/domain/case-file";
import { asCode, asText } from "@saksi/domain/field-values";
import type { SpaceId } from "@saksi/domain/id";
import { termLabel } from "@saksi/domain/vocabulary";
import { Badge } from "../components/badge.tsx";
import { useRows } from "../vault/use-vault.ts";
import { formatDay } from "../words/format.ts";
import { type MessageId, say } from "../words/say.ts";
import { AskApproval } from "./ask-approval.tsx";
import type { Brief } from "./use-brief.ts";
import { TakeBack, Vouch } from "./vouch.tsx";

export interface Given {
  readonly file: CaseFile;
  readonly brief: Brief;
  readonly space: SpaceId;
  readonly hash: string;
}

export function Approve({ authors, ...given }: Given & { readonly authors: readonly Signer[] }) {
  const { file, space, hash } = given;
  const members = useRows("members", { space });
  const me = members?.find((row) => row.me);
  const approvals = recordsOf(file, "approval").filter(({ fields }) => asText(fields.dossierHash) === hash);
  const mine = approvals.find(({ signers = [] }) => signers.some(({ member }) => member === me?.member));
  return (
    <section className="stack" aria-labelledby="approval">
      <h2 id="approval">{say("approve.title")}</h2>
      <p>
        {say("approve.hash")} <code className="hash">{hash}</code>
      </p>
      {approvals.map((approval) => (
        <Decided key={approval.id} approval={approval} />
      ))}
      {members === undefined || me === undefined ? null : authors.some((author) => maySamePerson(author, me)) ? (
        approvals.length === 0 && <AskApproval {...given} authors={authors} members={members} />
      ) : me.role === "reader" ? (
        <p>{say("approve.reader")}</p>
      ) : mine === undefined ? (
        <Vouch {...given} member={me.member} />
      ) : asCode(mine.fields.decision) === "DECISION.APPROVED" ? (
        <TakeBack approval={mine} space={space} />
      ) : (
        <details>
          <summary>{say("approve.again")}</summary>
          <Vouch {...given} member={me.member} before={mine} />
        </details>
      )}
    </section>
  );
}

const decisions: Readonly<Record<string, MessageId>> = {
  "DECISION.APPROVED": "approve.decided.yes",
  "DECISION.REFUSED": "approve.decided.no",
  "DECISION.TAKENBACK": "approve.decided.taken-back",
};

/** Who decided what on this very text, and when: who is what the signature says. */
function Decided({ approval: { fields, signers: [signer] = [] } }: { readonly approval: CaseRecord }) {
  const decision = asCode(fields.decision) ?? "";
  const sentence = decisions[decision];
  return (
    <p role="status">
      <Badge tone={decision === "DECISION.APPROVED" ? "done" : "waits"}>
        {signer === undefined || sentence === undefined
          ? termLabel("approval_decisions", decision)
          : say(sentence, { name: signer.name, day: formatDay(asText(fields.on) ?? "") })}
      </Badge>
    </p>
  );
}
