/** An entry of the library becomes a record of a space, so that a team can link to it, add to it, and see it was used. */

import type { Draft } from "@saksi/domain/change";
import { asText } from "@saksi/domain/field-values";
import type { SpaceId } from "@saksi/domain/id";
import { useState } from "react";
import { Link } from "wouter";
import { Button } from "../components/button.tsx";
import { Field } from "../components/field.tsx";
import { Notice } from "../components/notice.tsx";
import { ProblemNotice } from "../components/problem-notice.tsx";
import { useAction } from "../vault/use-action.ts";
import { useRows, useVault } from "../vault/use-vault.ts";
import { say } from "../words/say.ts";

/** @param drafts  one entry */
export function CopyIntoSpace({ drafts }: { readonly drafts: readonly Draft[] }) {
  const vault = useVault();
  const [draft] = drafts;
  const spaces = useRows("spaces", {});
  const copies = useRows("records", {
    type: draft?.type ?? "precedent",
    where: { key: asText(draft?.fields.key) ?? "" },
  });
  const [chosen, setChosen] = useState<SpaceId>();
  const copy = useAction(vault.write);
  if (spaces === undefined || copies === undefined) return null;
  const open = spaces.filter(
    ({ space, role }) => role !== "reader" && !copies.some((record) => record.space === space),
  );
  const into = open.find(({ space }) => space === chosen) ?? open[0];
  return (
    <div className="stack tight" data-print="no">
      {copies.map(({ id, space }) => (
        <Notice key={id} tone="done" live="polite">
          {say("library.copied", { space: spaces.find((row) => row.space === space)?.name ?? "" })}{" "}
          <Link href={`/records/${id}`}>{say("library.copied.open")}</Link>
        </Notice>
      ))}
      <ProblemNotice problem={copy.problem} />
      {into !== undefined && (
        <div className="row copy-row">
          {open.length > 1 && (
            <Field label={say("library.copy.space")}>
              {(input) => (
                <select
                  {...input}
                  value={into.space}
                  onChange={({ target }) => setChosen(open.find(({ space }) => space === target.value)?.space)}
                >
                  {open.map(({ space, name }) => (
                    <option key={space} value={space}>
                      {name}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          )}
          <Button icon="add" busy={copy.running} onClick={() => void copy.run(drafts, into.space)}>
            {open.length > 1 ? say("library.copy") : say("library.copy.into", { space: into.name })}
          </Button>
        </div>
      )}
    </div>
  );
}
