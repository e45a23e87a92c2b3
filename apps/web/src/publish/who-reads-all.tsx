/**
 * Who can publish at all: only a member who holds the keys of every circle can tell that no name kept in one of them
 * stands in a text.
 */

import { maySamePerson } from "@saksi/domain/authors";
import type { Signer } from "@saksi/domain/case-file";
import type { SpaceId } from "@saksi/domain/id";
import type { MemberRow } from "@saksi/vault/port";
import { ButtonLink } from "../components/button.tsx";
import { useRows } from "../vault/use-vault.ts";
import { formatList } from "../words/format.ts";
import { say } from "../words/say.ts";

/** Those of a space who read every circle that anybody in it reads. */
export function whoReadAll(members: readonly MemberRow[]): readonly MemberRow[] {
  const here = members.filter(({ removed }) => !removed);
  const circles = new Set(here.flatMap((row) => row.circles));
  return here.filter((row) => [...circles].every((circle) => row.circles.includes(circle)));
}

/** Those who may approve what these authors wrote. */
export const whoMayApprove = (members: readonly MemberRow[], authors: readonly Signer[]): readonly MemberRow[] =>
  whoReadAll(members).filter((row) => row.role !== "reader" && !authors.some((author) => maySamePerson(author, row)));

export const namesOf = (members: readonly MemberRow[]): string => formatList(members.map(({ name }) => name));

/** For an editor who cannot read all: who can do it instead, and who can let them read the rest. */
export function AskWhoReadsAll({ space }: { readonly space: SpaceId }) {
  const members = useRows("members", { space });
  if (members === undefined) return null;
  const others = whoReadAll(members).filter(({ me, role }) => !me && role !== "reader");
  const keepers = members.filter(({ role, removed, me }) => role === "keeper" && !removed && !me);
  return (
    <>
      <p>
        {others.length === 0 ? say("refused.nobody-reads-all") : say("refused.reads-all", { names: namesOf(others) })}
      </p>
      {keepers.length > 0 && <p>{say("refused.ask-keeper", { names: namesOf(keepers) })}</p>}
      <div>
        <ButtonLink icon="alliance" to={`/alliance/${space}`}>
          {say("refused.open-space")}
        </ButtonLink>
      </div>
    </>
  );
}
