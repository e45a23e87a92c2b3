/**
 * The record that is taken at a police gate: fourteen questions, one a screen, in under five minutes and without a network.
 *
 * Answers live in memory until they are saved at the end, or when the vault locks. Quick exit drops them.
 */

import { newRecordId, type RecordId, type SpaceId } from "@saksi/domain/id";
import { type MinimumAnswers, type MinimumKey, minimumRecord } from "@saksi/domain/minimum-record";
import type { Value } from "@saksi/domain/value";
import { useMemo, useRef, useState } from "react";
import { Heading } from "../../components/heading.tsx";
import { Notice } from "../../components/notice.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { usePage } from "../../frame/page.ts";
import { useAction } from "../../vault/use-action.ts";
import { useBeforeLock, useRows, useVault } from "../../vault/use-vault.ts";
import { formatDay } from "../../words/format.ts";
import { say } from "../../words/say.ts";
import { dayOf } from "../day-of.ts";
import { LeaveGuard } from "../leave-guard.tsx";
import { Done, Nothing } from "./endings.tsx";
import { QuestionScreen } from "./question-screen.tsx";
import { ReadBack } from "./read-back.tsx";
import { mayKeep, stepsFor } from "./steps.ts";

export function MinimumPage() {
  const spaces = useRows("spaces", {});
  const [chosen, setChosen] = useState<SpaceId>();
  const [taken, setTaken] = useState(0);
  if (spaces === undefined) return <Skeleton />;
  const writable = spaces.filter(({ role }) => role !== "reader");
  const space = writable.find((one) => one.space === chosen) ?? writable[0];
  if (!space) {
    return (
      <>
        <Heading>{say("minimum.title")}</Heading>
        <Notice tone="waits">
          <p>{say("record.no-space")}</p>
        </Notice>
      </>
    );
  }
  return (
    <Flow
      key={taken}
      space={space.space}
      inCircle={space.circles.includes(1)}
      spaces={writable}
      onSpace={setChosen}
      onAgain={() => setTaken(taken + 1)}
    />
  );
}

function Flow({
  space,
  inCircle,
  spaces,
  onSpace,
  onAgain,
}: {
  readonly space: SpaceId;
  readonly inCircle: boolean;
  readonly spaces: readonly { readonly space: SpaceId; readonly name: string }[];
  readonly onSpace: (space: SpaceId) => void;
  readonly onAgain: () => void;
}) {
  const vault = useVault();
  const { now, random } = usePage();
  const [answers, setAnswers] = useState<MinimumAnswers>({});
  const [at, setAt] = useState(0);
  const [refused, setRefused] = useState(false);
  const [saved, setSaved] = useState<RecordId>();
  const kept = useRef(false);
  const save = useAction(vault.write);
  const steps = useMemo(() => stepsFor(inCircle), [inCircle]);
  const today = dayOf(now());
  const made = minimumRecord(answers, {
    today,
    newId: () => newRecordId(random),
    title: say("minimum.case-title", { day: formatDay(today) }),
  });

  async function write(): Promise<boolean> {
    if (kept.current || !mayKeep(answers)) return kept.current;
    kept.current = true;
    const answer = await save.run(made.drafts, space);
    kept.current = answer !== null;
    const [caseId] = answer?.value.ids ?? [];
    setSaved(caseId);
    return kept.current;
  }
  useBeforeLock(write);

  const change = (key: MinimumKey, value: Value | undefined) => setAnswers((before) => answered(before, key, value));
  function refuse() {
    setAnswers({});
    setRefused(true);
  }
  const step = steps[at];
  if (saved !== undefined) return <Done caseId={saved} answers={answers} triage={made.triage} onAgain={onAgain} />;
  if (answers.safe !== undefined && answers.safe !== "SAFE.YES") {
    return <Nothing because={answers.safe === "SAFE.LATER" ? "later" : "not-safe"} onBack={() => setAnswers({})} />;
  }
  if (refused) return <Nothing because="refused" onBack={onAgain} />;
  return (
    <>
      {step ? (
        <QuestionScreen
          key={step.key}
          step={step}
          at={at}
          count={steps.length}
          answers={answers}
          today={today}
          space={space}
          spaces={spaces}
          onSpace={onSpace}
          onAnswer={change}
          onRefuse={refuse}
          onNext={() => setAt(at + 1)}
          onBack={() => setAt(at - 1)}
        />
      ) : (
        <ReadBack
          answers={answers}
          made={made}
          saving={save.running}
          onGo={(key) => setAt(steps.findIndex((one) => one.questions.some((question) => question.key === key)))}
          onAnswer={change}
          onSave={() => void write()}
          onRefuse={refuse}
          onBack={() => setAt(steps.length - 1)}
        />
      )}
      <ProblemNotice problem={save.problem} />
      <LeaveGuard waits={() => mayKeep(answers) && !kept.current} onSave={write} />
    </>
  );
}

/** Without a value the question is open again. */
function answered(answers: MinimumAnswers, key: MinimumKey, value: Value | undefined): MinimumAnswers {
  if (value !== undefined) return { ...answers, [key]: value };
  return Object.fromEntries(Object.entries(answers).filter(([name]) => name !== key));
}
