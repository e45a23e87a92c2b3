/**
 * Another member reads this very dossier and vouches for each condition. The author sees why they cannot; whoever edits a
 * word afterwards makes another dossier, which waits for approval again.
 */

import { type CaseFile, recordsOf } from "@saksi/domain/case-file";
import { asCode, asText } from "@saksi/domain/field-values";
import type { SpaceId } from "@saksi/domain/id";
import { dispensableConditions, publicationConditions } from "@saksi/domain/rules/publication-gate";
import { termLabel } from "@saksi/domain/vocabulary";
import { useState } from "react";
import { Button } from "../components/button.tsx";
import { Choice } from "../components/choice.tsx";
import { Field, FieldSet, sensitive } from "../components/field.tsx";
import { ProblemNotice } from "../components/problem-notice.tsx";
import { localDay } from "../frame/local-day.ts";
import { usePage } from "../frame/page.ts";
import { useAction } from "../vault/use-action.ts";
import { useRows, useVault } from "../vault/use-vault.ts";
import { say } from "../words/say.ts";
import type { Brief } from "./use-brief.ts";

interface Given {
  readonly file: CaseFile;
  readonly brief: Brief;
  readonly space: SpaceId;
  readonly hash: string;
}

export function Approve({ file, brief, space, hash }: Given) {
  const me = useRows("members", { space })?.find((row) => row.me);
  const approvals = recordsOf(file, "approval").filter(({ fields }) => asText(fields.dossierHash) === hash);
  return (
    <section className="stack" aria-labelledby="approval">
      <h2 id="approval">{say("approve.title")}</h2>
      <p>
        {say("approve.hash")} <code className="hash">{hash}</code>
      </p>
      {approvals.map(({ id, fields }) => (
        <p key={id}>{termLabel("approval_decisions", asCode(fields.decision) ?? "")}</p>
      ))}
      {me === undefined ? null : me.member === brief.author ? (
        <p>{say("approve.author")}</p>
      ) : me.role === "reader" ? (
        <p>{say("approve.reader")}</p>
      ) : (
        <Vouch file={file} brief={brief} space={space} hash={hash} member={me.member} />
      )}
    </section>
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
