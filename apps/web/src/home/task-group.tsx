/** Tasks of one kind of harm under one heading that counts them. The first few; one button shows the rest in place. */

import type { RecordId } from "@saksi/domain/id";
import type { Task } from "@saksi/domain/today";
import { type ReactNode, useId, useState } from "react";
import { Badge } from "../components/badge.tsx";
import { Button } from "../components/button.tsx";
import type { Tone } from "../components/notice.tsx";
import { formatNumber } from "../words/format.ts";
import { say } from "../words/say.ts";
import { TaskRow } from "./task-row.tsx";

/** Danger is shown whole as far as one can act on it; of what has waited for weeks the worst few. */
const shownAtFirst: Readonly<Record<Tone, number>> = { danger: 12, waits: 5, info: 5, plain: 5, done: 5 };

export function TaskGroup({
  title,
  tone,
  tasks,
  titles,
}: {
  readonly title: string;
  readonly tone: Tone;
  readonly tasks: readonly Task[];
  readonly titles: ReadonlyMap<RecordId, string>;
}) {
  return (
    <Group title={title} tone={tone}>
      {tasks.map((task) => (
        <TaskRow
          key={`${task.at} ${task.kind} ${JSON.stringify(task)}`}
          task={task}
          title={titles.get(task.case)}
          tone={tone}
        />
      ))}
    </Group>
  );
}

/** Nothing where there are no rows. */
export function Group({
  title,
  tone,
  children,
}: {
  readonly title: string;
  readonly tone: Tone;
  readonly children: readonly ReactNode[];
}) {
  const id = useId();
  const [all, setAll] = useState(false);
  if (children.length === 0) return null;
  const first = shownAtFirst[tone];
  const rest = children.length - first;
  return (
    <section className="task-group" aria-labelledby={id}>
      <h2 id={id} className="row tight">
        {title} <Badge tone={tone}>{formatNumber(children.length)}</Badge>
      </h2>
      <ul>
        {(all ? children : children.slice(0, first)).map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the row inside has the key; the frame around it has no state
          <li key={at}>{row}</li>
        ))}
      </ul>
      {!all && rest > 0 && (
        <div>
          <Button kind="quiet" onClick={() => setAll(true)}>
            {say("home.rest", { count: rest, shown: formatNumber(rest) })}
          </Button>
        </div>
      )}
    </section>
  );
}
