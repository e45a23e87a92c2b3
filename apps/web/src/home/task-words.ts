/** A task in plain words: what, and where it is done. One sentence a reason of the rule that made it. */

import type { Task, TaskKind } from "@saksi/domain/today";
import type { Tone } from "../components/notice.tsx";
import type { MessageId } from "../words/say.ts";

const sentences: Readonly<Record<string, MessageId>> = {
  "person-in-danger urgent-risk": "task.urgent-risk",
  "person-in-danger critical-risk": "task.critical-risk",
  "person-in-danger held-at-risk": "task.held-at-risk",
  "person-in-danger child-held": "task.child-held",
  "person-in-danger missing-lately": "task.missing-lately",
  "take-back take-down": "task.take-down",
  "take-back recall": "task.recall",
  "take-back tell-why-impossible": "task.tell-why-impossible",
  "take-back tell-person": "task.tell-undone",
  "limit near": "task.limit-near",
  "limit passed": "task.limit-passed",
  "see-soon injured": "task.injured",
  "see-soon injuries-fading": "task.injuries-fading",
  "see-soon hearing-near": "task.hearing-near",
  "grant-ended ended": "task.grant-ended",
  "grant-ends ends-soon": "task.grant-ends",
  "waits-for-approval no-decision": "task.waits-for-approval",
  "step-overdue amber": "task.step-overdue",
  "step-overdue red": "task.step-overdue",
  "step-overdue black": "task.step-overdue",
  "tell-person tell-person": "task.tell-person",
  "case-idle ask-lead": "task.case-idle",
  "case-idle ask-coordinator": "task.case-idle",
};

/** Undefined for a reason of a newer rule: it is shown by its own name. */
export const taskSentence = ({ kind, reason }: Pick<Task, "kind" | "reason">): MessageId | undefined =>
  sentences[`${kind} ${reason}`];

const clocks: Readonly<Record<string, MessageId>> = {
  D1: "task.clock.D1",
  D2: "task.clock.D2",
  D3: "task.clock.D3",
  D4: "task.clock.D4",
  D5: "task.clock.D5",
  D6: "task.clock.D6",
  D7: "task.clock.D7",
  D8: "task.clock.D8",
  D9: "task.clock.D9",
  D10: "task.clock.D10",
  D11: "task.clock.D11",
  D12: "task.clock.D12",
};
export const clockName = (code: unknown): MessageId | undefined =>
  typeof code === "string" ? clocks[code] : undefined;

export interface Group {
  readonly title: MessageId;
  readonly tone: Tone;
  readonly kinds: readonly TaskKind[];
}

/** In the order of harm if nobody looks. */
export const groups: readonly Group[] = [
  { title: "home.danger", tone: "danger", kinds: ["person-in-danger"] },
  { title: "home.take-back", tone: "danger", kinds: ["take-back"] },
  { title: "home.limits", tone: "waits", kinds: ["limit"] },
  { title: "home.see-soon", tone: "waits", kinds: ["see-soon"] },
  { title: "home.consents", tone: "waits", kinds: ["grant-ended", "grant-ends"] },
  { title: "home.approvals", tone: "waits", kinds: ["waits-for-approval"] },
  { title: "home.overdue", tone: "waits", kinds: ["step-overdue"] },
  { title: "home.untold", tone: "plain", kinds: ["tell-person", "case-idle"] },
];

/** Where a tap on the task leads: the case, its brief, or the record. */
export function taskPlace({ kind, reason, at, case: kase }: Task): string {
  if (kind === "waits-for-approval" || (kind === "take-back" && reason !== "tell-person"))
    return `/publish/${kase}/${at}`;
  return at === kase ? `/cases/${kase}` : `/records/${at}`;
}
