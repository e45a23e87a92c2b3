/** A member's yes to exactly this book, kept in a space: whoever else of that space makes the same book has it cleared. */

import { asText } from "@saksi/domain/field-values";
import type { SpaceId } from "@saksi/domain/id";
import { localDay } from "@saksi/domain/local-day";
import { useState } from "react";
import { Button } from "../components/button.tsx";
import { Field } from "../components/field.tsx";
import { ProblemNotice } from "../components/problem-notice.tsx";
import { usePage } from "../frame/page.ts";
import { useAction } from "../vault/use-action.ts";
import { useRows, useVault } from "../vault/use-vault.ts";
import { say } from "../words/say.ts";

export function ApproveBooklet({ hash }: { readonly hash: string }) {
  const spaces = (useRows("spaces", {}) ?? []).filter(({ role }) => role !== "reader");
  const [chosen, setChosen] = useState<SpaceId>();
  const into = spaces.find(({ space }) => space === chosen) ?? spaces[0];
  if (into === undefined) return null;
  return (
    <details>
      <summary>{say("library.booklet.approve.title")}</summary>
      <div className="stack">
        <p>{say("library.booklet.approve.text")}</p>
        <p>
          {say("approve.hash")} <code className="hash">{hash}</code>
        </p>
        {spaces.length > 1 && (
          <Field label={say("library.booklet.approve.space")}>
            {(input) => (
              <select
                {...input}
                value={into.space}
                onChange={({ target }) => setChosen(spaces.find(({ space }) => space === target.value)?.space)}
              >
                {spaces.map(({ space, name }) => (
                  <option key={space} value={space}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <Yes key={into.space} hash={hash} space={into.space} />
      </div>
    </details>
  );
}

function Yes({ hash, space }: { readonly hash: string; readonly space: SpaceId }) {
  const vault = useVault();
  const { now } = usePage();
  const me = useRows("members", { space })?.find((row) => row.me);
  const decided = useRows("records", { space, type: "approval", where: { dossierHash: hash } });
  const save = useAction(vault.write);
  if (me === undefined || decided === undefined) return null;
  if (decided.some(({ fields }) => asText(fields.member) === me.member))
    return <p role="status">{say("library.booklet.approved")}</p>;
  const approval = {
    type: "approval",
    fields: { dossierHash: hash, decision: "DECISION.APPROVED", member: me.member, on: localDay(now()) },
  };
  return (
    <>
      <ProblemNotice problem={save.problem} />
      <div>
        <Button busy={save.running} onClick={() => void save.run([approval], space)}>
          {say("library.booklet.approve")}
        </Button>
      </div>
    </>
  );
}
