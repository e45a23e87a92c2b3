import { readFileSync } from "node:fs";
import { exampleId } from "@saksi/domain/example";
import { taskKinds } from "@saksi/domain/today";
import { expect, test } from "vitest";
import { groups, taskPlace, taskSentence } from "./task-words.ts";

/** Every string in quotes that the rules give as a reason for a task of that kind. */
const reasons: Readonly<Record<(typeof taskKinds)[number], readonly string[]>> = {
  "person-in-danger": ["urgent-risk", "critical-risk", "held-at-risk", "child-held", "missing-lately"],
  "take-back": ["take-down", "recall", "tell-why-impossible", "tell-person"],
  limit: ["near", "passed"],
  "see-soon": ["injured", "injuries-fading", "hearing-near"],
  "grant-ended": ["ended"],
  "grant-ends": ["ends-soon"],
  "waits-for-approval": ["no-decision"],
  "step-overdue": ["amber", "red", "black"],
  "tell-person": ["tell-person"],
  "case-idle": ["ask-lead", "ask-coordinator"],
};

test("every reason for a task has a sentence, and the sentence exists", () => {
  const catalog = JSON.parse(readFileSync(new URL("../words/en.json", import.meta.url), "utf8"));
  for (const kind of taskKinds)
    for (const reason of reasons[kind])
      expect(catalog[taskSentence({ kind, reason }) ?? ""], `${kind} ${reason}`).toBeDefined();
});

test("every kind of task stands in exactly one group, in the order of harm", () => {
  expect(groups.flatMap(({ kinds }) => kinds)).toEqual(taskKinds);
});

test("a task opens its case, its brief or its record", () => {
  const task = { case: exampleId("case"), facts: {} };
  const publication = exampleId("publication");
  expect(taskPlace({ ...task, kind: "limit", reason: "near", at: task.case })).toBe(`/cases/${task.case}`);
  expect(taskPlace({ ...task, kind: "grant-ends", reason: "ends-soon", at: publication })).toBe(
    `/records/${publication}`,
  );
  expect(taskPlace({ ...task, kind: "waits-for-approval", reason: "no-decision", at: publication })).toBe(
    `/publish/${task.case}/${publication}`,
  );
});
