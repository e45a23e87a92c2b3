/**
 * Another member reads this very dossier and vouches for each condition; its author asks them to. Whoever edits a word
 * afterwards makes another dossier, which waits for approval again.
 */

import { maySamePerson } from "@saksi/domain/authors";
import { type CaseFile, type CaseRecord, recordsOf, type Signer } from "@saksi/domain/case-file";
import { asCode, asText } from "@saksi/domain/field-values";
import type { SpaceId } from "@saksi/domain/id";
import { localDay } from "@saksi/domain/local-day";
import { dispensableConditions, publicationConditions } from "@saksi/domain/rules/publication-gate";
import { termLabel } from "@saksi/domain/vocabulary";
import { useState } from "react";
import { Badge } from "../components/badge.tsx";
import { Button } from "../components/button.tsx";
import { Choice } from "../components/choice.tsx";
import { Field, FieldSet, sensitive } from "../components/field.tsx";
import { ProblemNotice } from "../components/problem-notice.tsx";
import { usePage } from "../frame/page.ts";
import { useAction } from "../vault/use-action.ts";
import { useRows, useVault } from "../vault/use-vault.ts";
import { formatDay } from "../words/format.ts";
import { type MessageId, say } from "../words/say.ts";
import { AskApproval } from "./ask-approval.tsx";
import type { Brief } from "./use-brief.ts";

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
      ) : approvals.some(({ signers = [] }) => signers.some(({ member }) => member === me.member)) ? null : me.role ===
        "reader" ? (
        <p>{say("approve.reader")}</p>
      ) : (
        <Vouch {...given} member={me.member} />
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

function Vouch({ file, brief, space, hash, member }: Given & { readonly member: string }) {
  const vault = useVault();
  const { now } = usePage();
  const [met, setMet] = useState<ReadonlySet<string>>(new Set());
  const [notNeeded, setNotNeeded] = useState<Readonly<Record<string, string>>>({});
  const save = useAction(vault.write);
  const today = localDay(now());

  const decide = (decision: string) =>
    save.run(
      [
        {
          type: "approval",
          fields: {
            case: file.case,
            publication: brief.publication.id,
            dossierHash: hash,
            decision,
            member,
            on: today,
            conditions: publicationConditions.map((condition) => ({
              condition,
              met: met.has(condition),
              by: member,
              on: today,
              ...(notNeeded[condition] ? { notNeeded: notNeeded[condition] } : {}),
            })),
          },
        },
      ],
      space,
    );
  const done = publicationConditions.every((condition) => met.has(condition) || Boolean(notNeeded[condition]?.trim()));
  return (
    <>
      <FieldSet label={say("approve.conditions")} help={say("approve.conditions.help")}>
        {publicationConditions.map((condition) => (
          <div key={condition}>
            <Choice
              checked={met.has(condition)}
              onChange={({ target }) => setMet((before) => toggled(before, condition, target.checked))}
            >
              {termLabel("publication_conditions", condition)}
            </Choice>
            {dispensableConditions.includes(condition) && !met.has(condition) && (
              <Field label={say("approve.not-needed")}>
                {(input) => (
                  <input
                    {...input}
                    {...sensitive}
                    value={notNeeded[condition] ?? ""}
                    onChange={({ target }) => setNotNeeded({ ...notNeeded, [condition]: target.value })}
                  />
                )}
              </Field>
            )}
          </div>
        ))}
      </FieldSet>
      <ProblemNotice problem={save.problem} />
      <div className="row">
        <Button kind="first" disabled={!done} busy={save.running} onClick={() => void decide("DECISION.APPROVED")}>
          {say("approve.do")}
        </Button>
        <Button busy={save.running} onClick={() => void decide("DECISION.REFUSED")}>
          {say("approve.refuse")}
        </Button>
      </div>
      {!done && <p className="quiet">{say("approve.all")}</p>}
    </>
  );
}

function toggled(before: ReadonlySet<string>, one: string, on: boolean): ReadonlySet<string> {
  const next = new Set(before);
  if (on) next.add(one);
  else next.delete(one);
  return next;
}
