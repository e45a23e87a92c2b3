/**
 * Requests at the door. The two people compare six words by voice or in person; only then can the keeper admit.
 *
 * The door is asked every few seconds while this is on screen and there is a network.
 */

import type { SpaceRow, WaitingRow } from "@saksi/vault/port";
import type { Problem } from "@saksi/vault/problem";
import { useEffect, useState } from "react";
import { Button } from "../components/button.tsx";
import { Choice } from "../components/choice.tsx";
import { Notice } from "../components/notice.tsx";
import { ProblemNotice } from "../components/problem-notice.tsx";
import { Progress } from "../components/progress.tsx";
import { SixWords } from "../components/six-words.tsx";
import { useOnline } from "../frame/page.ts";
import { useAction } from "../vault/use-action.ts";
import { useVault } from "../vault/use-vault.ts";
import { say } from "../words/say.ts";
import { circlesRead, roleName } from "./words.ts";

const lookEveryMs = 4000;
/** No network, or not a keeper and no device of one's own invited: nobody to wait for */
const quiet: ReadonlySet<Problem["kind"]> = new Set(["offline", "not-allowed"]);

export function Waiting({ space }: { readonly space: SpaceRow }) {
  const { rows, problem } = useWaiting(space);
  const [admitted, setAdmitted] = useState<string>();
  return (
    <>
      {admitted !== undefined && (
        <Notice tone="done" live="polite">
          <p>{say("admit.done", { name: admitted })}</p>
        </Notice>
      )}
      <ProblemNotice problem={problem !== null && quiet.has(problem.kind) ? null : problem} />
      {rows.map((row) => (
        <Request key={row.request} space={space} row={row} onAdmitted={setAdmitted} />
      ))}
    </>
  );
}

function Request({
  space,
  row,
  onAdmitted,
}: {
  readonly space: SpaceRow;
  readonly row: WaitingRow;
  readonly onAdmitted: (name: string) => void;
}) {
  const vault = useVault();
  const admit = useAction(vault.admit);
  const [compared, setCompared] = useState(false);
  const { name, organisation, code, role, circles, namesakes } = row;
  return (
    <section className="card" aria-label={say("admit.label", { name })}>
      <h2>{say("admit.title", { name, organisation })}</h2>
      <p>{say("admit.gives", { role: roleName(role), reads: circlesRead(circles) })}</p>
      {namesakes.length > 0 && (
        <Notice tone="waits" icon="warning">
          <p>{say("admit.namesake", { name })}</p>
        </Notice>
      )}
      <p>{say("admit.compare", { name })}</p>
      <SixWords code={code} />
      <Choice checked={compared} onChange={(event) => setCompared(event.target.checked)} help={say("admit.heard.help")}>
        {say("admit.heard", { name })}
      </Choice>
      <ProblemNotice problem={admit.problem} />
      {admit.running && <Progress label={say("admit.running")} />}
      <div>
        <Button
          kind="first"
          disabled={!compared}
          busy={admit.running}
          onClick={() => void admit.run({ space: space.space, code }).then((answer) => answer && onAdmitted(name))}
        >
          {say("admit.do", { name })}
        </Button>
      </div>
    </section>
  );
}

function useWaiting({ space, members }: SpaceRow): {
  readonly rows: readonly WaitingRow[];
  readonly problem: Problem | null;
} {
  const vault = useVault();
  const online = useOnline();
  const [rows, setRows] = useState<readonly WaitingRow[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `members` is a reason to look again: someone was admitted
  useEffect(() => {
    let ended = false;
    let timer: ReturnType<typeof setTimeout>;
    const look = async () => {
      const answer = await vault.waiting(space);
      if (ended) return;
      if (answer.ok) setRows(answer.value);
      setProblem(answer.ok ? null : answer.error);
      timer = setTimeout(() => void look(), lookEveryMs);
    };
    if (online) void look();
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [vault, space, online, members]);
  return { rows, problem };
}
