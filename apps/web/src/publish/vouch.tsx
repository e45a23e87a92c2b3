/** A member vouches for each condition of one exact dossier, declines, or takes an approval back. */

import type { CaseRecord } from "@saksi/domain/case-file";
import type { SpaceId } from "@saksi/domain/id";
import { localDay } from "@saksi/domain/local-day";
import { dispensableConditions, publicationConditions } from "@saksi/domain/rules/publication-gate";
import { termLabel } from "@saksi/domain/vocabulary";
import { useState } from "react";
import { Button } from "../components/button.tsx";
import { Choice } from "../components/choice.tsx";
import { Field, FieldSet, sensitive } from "../components/field.tsx";
import { ProblemNotice } from "../components/problem-notice.tsx";
import { usePage } from "../frame/page.ts";
import { useAction } from "../vault/use-action.ts";
import { useVault } from "../vault/use-vault.ts";
import { say } from "../words/say.ts";
import type { Given } from "./approve.tsx";

export function Vouch({
  file,
  brief,
  space,
  hash,
  member,
  before,
}: Given & {
  readonly member: string;
  /** What this member decided earlier: one record, so that an old no does not outweigh a new yes */
  readonly before?: CaseRecord;
}) {
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
          ...(before && { id: before.id }),
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
    <div className="stack">
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
        {before === undefined && (
          <Button busy={save.running} onClick={() => void decide("DECISION.REFUSED")}>
            {say("approve.refuse")}
          </Button>
        )}
      </div>
      {!done && <p className="quiet">{say("approve.all")}</p>}
    </div>
  );
}

export function TakeBack({ approval, space }: { readonly approval: CaseRecord; readonly space: SpaceId }) {
  const vault = useVault();
  const { now } = usePage();
  const save = useAction(vault.write);
  const change = {
    type: "approval",
    id: approval.id,
    fields: { decision: "DECISION.TAKENBACK", on: localDay(now()) },
  };
  return (
    <>
      <ProblemNotice problem={save.problem} />
      <div>
        <Button busy={save.running} onClick={() => void save.run([change], space)}>
          {say("approve.take-back")}
        </Button>
      </div>
    </>
  );
}

function toggled(before: ReadonlySet<string>, one: string, on: boolean): ReadonlySet<string> {
  const next = new Set(before);
  if (on) next.add(one);
  else next.delete(one);
  return next;
}
