/** The one who joins: what it will mean, then six words to read to the person who invited, then the open door. */

import type { JoiningRow } from "@saksi/vault/port";
import { useSyncExternalStore } from "react";
import { Button, ButtonLink } from "../components/button.tsx";
import { Empty } from "../components/empty.tsx";
import { Heading } from "../components/heading.tsx";
import { Notice } from "../components/notice.tsx";
import { ProblemNotice } from "../components/problem-notice.tsx";
import { Progress } from "../components/progress.tsx";
import { SixWords } from "../components/six-words.tsx";
import { Skeleton } from "../components/skeleton.tsx";
import { useProfile } from "../frame/profile.ts";
import { arrivals } from "../outside/arrivals.ts";
import { useAction } from "../vault/use-action.ts";
import { useRows, useVault } from "../vault/use-vault.ts";
import { say } from "../words/say.ts";

export function JoinPage() {
  const link = useSyncExternalStore(arrivals.listen, arrivals.get);
  const joining = useRows("joining", {});
  return (
    <>
      <Heading>{say("join.title")}</Heading>
      {link !== null && <Knock link={link} />}
      {joining === undefined ? (
        <Skeleton rows={2} />
      ) : joining.length === 0 && link === null ? (
        <Empty title={say("join.empty.title")} action={<ButtonLink to="/alliance">{say("place.alliance")}</ButtonLink>}>
          {say("join.empty.text")}
        </Empty>
      ) : (
        joining.map((row) => <Joining key={row.space} row={row} />)
      )}
    </>
  );
}

/** Before anything is sent: who will see which name, and what follows. */
function Knock({ link }: { readonly link: string }) {
  const vault = useVault();
  const { name, organisation } = useProfile();
  const join = useAction(vault.join);
  return (
    <section className="card">
      <h2>{say("join.knock.title")}</h2>
      <p>{say("join.knock.text", { name, organisation })}</p>
      <ProblemNotice problem={join.problem} />
      {join.running && <Progress label={say("join.knock.running")} />}
      <div className="row">
        <Button
          kind="first"
          busy={join.running}
          onClick={() => void join.run(link).then((joined) => joined && arrivals.set(null))}
        >
          {say("join.knock.do")}
        </Button>
        <Button onClick={() => arrivals.set(null)}>{say("join.knock.not")}</Button>
      </div>
    </section>
  );
}

function Joining({ row: { space, code, state } }: { readonly row: JoiningRow }) {
  switch (state) {
    case "waiting":
      return (
        <section className="card">
          <h2>{say("join.waiting.title")}</h2>
          <p>{say("join.waiting.text")}</p>
          <SixWords code={code} />
          <Progress label={say("join.waiting.progress")} />
          <p className="soft">{say("join.waiting.later")}</p>
        </section>
      );
    case "admitted":
      return (
        <Notice tone="done" live="polite">
          <strong>{say("join.admitted.title")}</strong>
          <p>{say("join.admitted.text")}</p>
          <div>
            <ButtonLink to={`/alliance/${space}`}>{say("join.admitted.go")}</ButtonLink>
          </div>
        </Notice>
      );
    case "expired":
      return (
        <Notice tone="waits" live="polite">
          <p>{say("problem.link-expired")}</p>
        </Notice>
      );
    case "refused":
      return (
        <Notice tone="waits" live="polite">
          <p>{say("join.refused")}</p>
        </Notice>
      );
  }
}
