/** A second member looks at the source of a fact and says whether it shows it. Whoever wrote any of it cannot. */

import { maySamePerson } from "@saksi/domain/authors";
import type { SpaceId } from "@saksi/domain/id";
import type { Counted, LookedAt } from "@saksi/vault/query/counted";
import { useState } from "react";
import { Button } from "../components/button.tsx";
import { Field } from "../components/field.tsx";
import { ProblemNotice } from "../components/problem-notice.tsx";
import { useAction } from "../vault/use-action.ts";
import { useRows, useVault } from "../vault/use-vault.ts";
import { say } from "../words/say.ts";
import { useToday } from "./use-today.ts";

export function DecideFact({ counted }: { readonly counted: Counted }) {
  const { record, counts, authors } = counted;
  const me = useRows("members", { space: record.space })?.find((row) => row.me);
  if (me === undefined || me.role === "reader") return null;
  if (counts.is === "waiting" && counts.why === "in-conflict")
    return <p className="soft">{say("atlas.fact.in-conflict")}</p>;
  const mine = decisionOf(counted, me.member);
  if (mine !== undefined) return <TakeBack mine={mine} space={record.space} />;
  if (authors.some((author) => maySamePerson(author, me)))
    return counts.is === "waiting" && <p className="soft">{say("atlas.fact.yours")}</p>;
  return <Decide counted={counted} />;
}

/** What this member alone signed about exactly these words, and did not take back. */
const decisionOf = ({ looked, versions }: Counted, member: string): LookedAt | undefined =>
  looked.find(
    (one) =>
      (one.decision === "CONFIRM.YES" || one.decision === "CONFIRM.NO") &&
      one.signers.length === 1 &&
      one.signers[0]?.member === member &&
      versions.every((version) => one.versions.includes(version)),
  );

function TakeBack({ mine, space }: { readonly mine: LookedAt; readonly space: SpaceId }) {
  const vault = useVault();
  const save = useAction(vault.write);
  const change = { type: "confirmation", id: mine.id, fields: { decision: "CONFIRM.TAKENBACK" } };
  return (
    <>
      <ProblemNotice problem={save.problem} />
      <div>
        <Button kind="quiet" busy={save.running} onClick={() => void save.run([change], space)}>
          {say(mine.decision === "CONFIRM.NO" ? "atlas.fact.take-back" : "atlas.fact.take-yes-back")}
        </Button>
      </div>
    </>
  );
}

function Decide({ counted: { record, versions } }: { readonly counted: Counted }) {
  const vault = useVault();
  const today = useToday();
  const [note, setNote] = useState("");
  const save = useAction(vault.write);
  const said = (decision: string) => {
    const fields = { about: record.id, versions, decision, on: today, ...(note.trim() !== "" && { note }) };
    return save.run([{ type: "confirmation", fields }], record.space);
  };
  return (
    <div className="stack tight">
      <p className="soft">{say("atlas.fact.look")}</p>
      <ProblemNotice problem={save.problem} />
      <div className="row">
        <Button kind="first" icon="done" busy={save.running} onClick={() => void said("CONFIRM.YES")}>
          {say("atlas.fact.confirm")}
        </Button>
      </div>
      <details>
        <summary>{say("atlas.fact.not-shown")}</summary>
        <div className="stack tight">
          <Field label={say("atlas.fact.why")}>
            {(input) => <input {...input} value={note} onChange={({ target }) => setNote(target.value)} />}
          </Field>
          <div>
            <Button busy={save.running} onClick={() => void said("CONFIRM.NO")}>
              {say("atlas.fact.refuse")}
            </Button>
          </div>
        </div>
      </details>
    </div>
  );
}
