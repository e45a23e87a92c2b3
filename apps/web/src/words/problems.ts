/** Every way in which the vault says no, as a sentence: what, why, and what to do. A missing one does not compile. */

import type { Problem } from "@saksi/vault/problem";
import { type MessageId, say } from "./say.ts";

export const problems: Readonly<Record<Problem["kind"], MessageId>> = {
  locked: "problem.locked",
  "vault-exists": "problem.vault-exists",
  "no-vault": "problem.no-vault",
  "wrong-passphrase": "problem.wrong-passphrase",
  "weak-passphrase": "problem.weak-passphrase",
  "another-writer": "problem.another-writer",
  "disk-full": "problem.disk-full",
  "no-storage": "problem.no-storage",
  "damaged-file": "problem.damaged-file",
  "not-a-backup": "problem.not-a-backup",
  "stopped-by-person": "problem.stopped-by-person",
  "vault-stopped": "problem.vault-stopped",
  "no-such-record": "problem.no-such-record",
  "no-such-version": "problem.no-such-version",
  "no-such-space": "problem.no-such-space",
  "which-space": "problem.which-space",
  "unknown-type": "problem.unknown-type",
  "bad-field": "problem.bad-field",
  "mixed-spaces": "problem.mixed-spaces",
  "record-too-large": "problem.record-too-large",
  "not-a-file-record": "problem.not-a-file-record",
  "file-not-here": "problem.file-not-here",
  "file-altered": "problem.file-altered",
  "not-allowed": "problem.not-allowed",
  "not-in-circle": "problem.not-in-circle",
  "no-such-member": "problem.no-such-member",
  "last-keeper": "problem.last-keeper",
  "bad-link": "problem.bad-link",
  "link-expired": "problem.link-expired",
  "link-used": "problem.link-used",
  "wrong-code": "problem.wrong-code",
  "already-member": "problem.already-member",
  "answered-by-another": "problem.answered-by-another",
  "unsafe-relay": "problem.unsafe-relay",
  "no-relay": "problem.no-relay",
  offline: "problem.offline",
  "relay-refused": "problem.relay-refused",
  removed: "problem.removed",
  "set-aside": "problem.set-aside",
  "forked-history": "problem.forked-history",
  "shrunken-history": "problem.shrunken-history",
  "cloned-device": "problem.cloned-device",
  "bad-entry": "problem.bad-entry",
};

/** The sentence for a person. Its gaps are the problem's own numbers; ids are never shown. */
export function sayProblem(problem: Problem): string {
  const id = problem.kind === "removed" && problem.unsent ? "problem.removed-unsent" : problems[problem.kind];
  return say(id, { ...problem });
}
