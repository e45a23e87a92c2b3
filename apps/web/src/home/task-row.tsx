/** One task: what, which case, by when. The whole row opens where it is done. */

import { asText } from "@saksi/domain/field-values";
import type { Task } from "@saksi/domain/today";
import { Link } from "wouter";
import { Day } from "../components/date.tsx";
import type { Tone } from "../components/notice.tsx";
import { formatNumber } from "../words/format.ts";
import { say } from "../words/say.ts";
import { clockName, taskPlace, taskSentence } from "./task-words.ts";

export function TaskRow({
  task,
  title,
  tone,
}: {
  readonly task: Task;
  readonly title: string | undefined;
  readonly tone: Tone;
}) {
  return (
    <Link href={taskPlace(task)} className="task-row" data-tone={tone}>
      <span className="task-what">{sentenceOf(task)}</span>
      <span className="task-case">
        <bdi>{title}</bdi>
      </span>
      {task.due !== undefined && (
        <span className="task-due">
          {say("task.by")} <Day iso={task.due} />
        </span>
      )}
    </Link>
  );
}

function sentenceOf({ kind, reason, facts }: Task): string {
  const sentence = taskSentence({ kind, reason });
  if (sentence === undefined) return say("task.other", { reason });
  const days = Math.abs(Number(facts.days ?? 0));
  const clock = clockName(facts.clock);
  return say(sentence, {
    count: days,
    days: formatNumber(days),
    limit: formatNumber(Number(facts.limit ?? 0)),
    clock: clock === undefined ? (asText(facts.clock) ?? "") : say(clock),
  });
}
