/** A second member looks at the source of a fact and says whether it shows it. Whoever wrote any of it cannot. */

import { maySamePerson } from "@saksi/domain/authors";
import type { Counted } from "@saksi/vault/query/counted";
import { useState } from "react";
import { Button } from "../components/button.tsx";
import { Field } from "../components/field.tsx";
import { ProblemNotice } from "../components/problem-notice.tsx";
import { useAction } from "../vault/use-action.ts";
import { useRows, useVault } from "../vault/use-vault.ts";
import { say } from "../words/say.ts";
import { useToday } from "./use-today.ts";

export function DecideFact({ counted: { record, counts, versions, authors } }: { readonly counted: Counted }) {
  const vault = useVault();
  const today = useToday();
  const me = useRows("members", { space: record.space })?.find((row) => row.me);
  const mine = useRows("records", { type: "confirmation", space: record.space, where: { about: record.id } });
  const [note, setNote] = useState("");
  const save = useAction(vault.write);
  if (me === undefined || me.role === "reader") return null;
  if (counts.is === "waiting" && counts.why === "in-conflict")
    return <p className="soft">{say("atlas.fact.in-conflict")}</p>;
  const isAuthor = authors.some((author) => maySamePerson(author, me));
  const said = (decision: string) => {
    const fields = { about: record.id, versions, decision, on: today, ...(note.trim() !== "" && { note }) };
    return save.run([{ type: "confirmation", fields }], record.space);
  };
  if (counts.is === "refused" && counts.by.some(({ member }) => member === me.member)) {
    const no = mine?.find(({ fields }) => fields.decision === "CONFIRM.NO");
    return (
      no && (
        <>
          <ProblemNotice problem={save.problem} />
          <div>
            <Button
              busy={save.running}
              onClick={() =>
                void save.run(
                  [{ type: "confirmation", id: no.id, fields: { decision: "CONFIRM.TAKENBACK" } }],
                  record.space,
                )
              }
            >
              {say("atlas.fact.take-back")}
            </Button>
          </div>
        </>
      )
    );
  }
  if (isAuthor) return counts.is === "waiting" && <p className="soft">{say("atlas.fact.yours")}</p>;
  if (counts.is === "confirmed" && counts.by.some(({ member }) => member === me.member)) return null;
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
