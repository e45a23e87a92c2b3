/**
 * The author's side of an approval: asks for it by the hash of this very text, so that it stands on the home page of the
 * others, and says who they are. A word changed afterwards is another text, and is asked for anew.
 */

import type { Signer } from "@saksi/domain/case-file";
import { asText } from "@saksi/domain/field-values";
import type { MemberRow } from "@saksi/vault/port";
import { Button, ButtonLink } from "../components/button.tsx";
import { Notice } from "../components/notice.tsx";
import { ProblemNotice } from "../components/problem-notice.tsx";
import { useAction } from "../vault/use-action.ts";
import { useVault } from "../vault/use-vault.ts";
import { say } from "../words/say.ts";
import type { Given } from "./approve.tsx";
import { namesOf, whoMayApprove } from "./who-reads-all.tsx";

export function AskApproval({
  brief,
  space,
  hash,
  authors,
  members,
}: Given & { readonly authors: readonly Signer[]; readonly members: readonly MemberRow[] }) {
  const vault = useVault();
  const save = useAction(vault.write);
  const others = whoMayApprove(members, authors);
  const asked = asText(brief.publication.fields.dossierHash);
  const { id } = brief.publication;

  if (others.length === 0) {
    return (
      <Notice tone="waits">
        <p>{say("approve.nobody")}</p>
        <div>
          <ButtonLink icon="alliance" to={`/alliance/${space}`}>
            {say("refused.open-space")}
          </ButtonLink>
        </div>
      </Notice>
    );
  }
  const names = namesOf(others);
  if (asked === hash) return <p role="status">{say("approve.asked", { names })}</p>;
  return (
    <>
      <p>{say("approve.author")}</p>
      {asked !== undefined && <p>{say("approve.asked-before")}</p>}
      <p>{say("approve.who", { names })}</p>
      <ProblemNotice problem={save.problem} />
      <div>
        <Button
          kind="first"
          busy={save.running}
          onClick={() => void save.run([{ id, type: "publication", fields: { dossierHash: hash } }], space)}
        >
          {say("approve.ask")}
        </Button>
      </div>
    </>
  );
}
