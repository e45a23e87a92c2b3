/** Sentences for the reasons of gate and rules. A reason of a newer rule is shown by its own name. */

import { type MessageId, say } from "../words/say.ts";

const sentences: Readonly<Record<string, MessageId>> = {
  stale: "reason.stale",
  "cannot-read-all": "reason.cannot-read-all",
  "nobody-asked": "reason.nobody-asked",
  "not-covered": "reason.not-covered",
  unknown: "reason.not-known",
  "not-known": "reason.not-known",
  vetoed: "reason.vetoed",
  veto: "reason.vetoed",
  child: "reason.child",
  "protected-string": "reason.protected-string",
  "not-approved": "reason.not-approved",
  "author-is-approver": "reason.author-is-approver",
  "other-dossier": "reason.other-dossier",
  "taken-back": "reason.taken-back",
  "condition-missing": "reason.condition-missing",
  "condition-not-met": "reason.condition-not-met",
  "answer-not-fresh": "reason.answer-not-fresh",
  "answered-no": "reason.answered-no",
  "risk-critical": "reason.risk-critical",
  "risk-not-current": "reason.risk-not-current",
};

export function sayReason(reason: string): string {
  const sentence = sentences[reason];
  return sentence === undefined ? say("reason.other", { reason }) : say(sentence);
}
