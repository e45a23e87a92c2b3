/** What the vault refused, said once and read aloud. Nothing when there is nothing. */

import type { Problem } from "@saksi/vault/problem";
import { sayProblem } from "../words/problems.ts";
import { Notice, type Tone } from "./notice.tsx";

/** Loss of work or danger to a person is red; everything else only waits for an answer. */
const grave: ReadonlySet<Problem["kind"]> = new Set([
  "disk-full",
  "damaged-file",
  "vault-stopped",
  "file-altered",
  "removed",
  "forked-history",
  "shrunken-history",
  "cloned-device",
  "bad-entry",
]);

export const toneOf = (problem: Problem): Tone => (grave.has(problem.kind) ? "danger" : "waits");

export function ProblemNotice({ problem }: { readonly problem: Problem | null }) {
  return (
    problem && (
      <Notice tone={toneOf(problem)} icon="warning" live="assertive">
        <p>{sayProblem(problem)}</p>
      </Notice>
    )
  );
}
