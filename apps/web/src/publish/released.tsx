/**
 * After a brief left this device. Saksi cannot see that; the author records it, and from then on a consent that is taken
 * back puts the recall on the home page of everyone in the case.
 */

import { asCode, asText } from "@saksi/domain/field-values";
import type { SpaceId } from "@saksi/domain/id";
import { localDay } from "@saksi/domain/local-day";
import { Link } from "wouter";
import { Button } from "../components/button.tsx";
import { Day } from "../components/date.tsx";
import { ProblemNotice } from "../components/problem-notice.tsx";
import { usePage } from "../frame/page.ts";
import { useAction } from "../vault/use-action.ts";
import { useVault } from "../vault/use-vault.ts";
import { say } from "../words/say.ts";
import type { Brief } from "./use-brief.ts";

/** Nothing where a brief neither left nor may leave. */
export function Released({
  brief,
  space,
  cleared,
}: {
  readonly brief: Brief;
  readonly space: SpaceId;
  readonly cleared: boolean;
}) {
  const vault = useVault();
  const { now } = usePage();
  const save = useAction(vault.write);
  const { id, fields } = brief.publication;
  const record = (changed: Readonly<Record<string, string>>) =>
    void save.run([{ id, type: "publication", fields: changed }], space);
  const state = asCode(fields.state) ?? "";
  const isOut = ["EP.PUB", "EP.CORR"].includes(state);
  const wasTakenDown = state === "EP.RETR";
  const since = asText(fields.released);
  if (!isOut && !wasTakenDown && !cleared) return null;

  return (
    <section className="stack" aria-labelledby="released">
      <h2 id="released">{say("released.title")}</h2>
      {isOut ? (
        <>
          <p>
            {say("released.since")} {since !== undefined && <Day iso={since} />}
          </p>
          <p>
            <Link href={`/records/${id}`}>{say("released.copies")}</Link>
          </p>
        </>
      ) : (
        <p>{wasTakenDown ? say("released.called-back") : say("released.text")}</p>
      )}
      <ProblemNotice problem={save.problem} />
      <div>
        {isOut && (
          <Button busy={save.running} onClick={() => record({ state: "EP.RETR" })}>
            {say("released.call-back")}
          </Button>
        )}
        {!isOut && cleared && (
          <Button busy={save.running} onClick={() => record({ state: "EP.PUB", released: localDay(now()) })}>
            {say("released.do")}
          </Button>
        )}
      </div>
    </section>
  );
}
