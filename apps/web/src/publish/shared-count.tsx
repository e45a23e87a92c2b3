/**
 * Whether what a brief says could be said of others too, counted in the cases of its space. Enough of them and nobody is
 * singled out; too few and it is for two people who know the place to try (R-ANON-2).
 */

import type { CaseFile } from "@saksi/domain/case-file";
import type { RecordId, SpaceId } from "@saksi/domain/id";
import { type Shared, sharedCombinations } from "@saksi/domain/rules/combination";
import type { Vault } from "@saksi/vault/port";
import { caseFileOf } from "@saksi/vault/query/case-file";
import { VaultStopped } from "@saksi/vault/worker/connect.browser";
import { useEffect, useRef, useState } from "react";
import { Badge } from "../components/badge.tsx";
import { Button } from "../components/button.tsx";
import { Progress } from "../components/progress.tsx";
import { useVault } from "../vault/use-vault.ts";
import { formatNumber } from "../words/format.ts";
import { say } from "../words/say.ts";
import { RecordLink } from "./refused.tsx";

const mostCases = 1000;

interface Asked {
  readonly file: CaseFile;
  readonly space: SpaceId;
  readonly people: readonly RecordId[];
  readonly identityLevel: string;
}

/** Above these levels facts are exact on purpose, and below them there are only counts. */
const levels: readonly string[] = ["IL.1", "IL.2"];

export function SharedCount(asked: Asked) {
  const { file, identityLevel } = asked;
  const vault = useVault();
  const [work, setWork] = useState<{ readonly done: number; readonly total: number }>();
  const [counted, setCounted] = useState<{ readonly of: CaseFile; readonly rows: readonly Shared[] }>();
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  if (!levels.includes(identityLevel)) return null;

  async function count() {
    const control = new AbortController();
    stop.current = control;
    try {
      const rows = await countIn(vault, asked, {
        signal: control.signal,
        onProgress: (done, total) => setWork({ done, total }),
      });
      if (!control.signal.aborted) setCounted({ of: file, rows });
    } catch (fault) {
      if (!(fault instanceof VaultStopped)) reportError(fault);
    }
    setWork(undefined);
  }

  return (
    <section className="stack" aria-labelledby="shared">
      <h2 id="shared">{say("shared.title")}</h2>
      <p>{say("shared.text")}</p>
      {work ? (
        <Progress label={say("shared.running")} {...work} onStop={() => stop.current?.abort()} />
      ) : counted?.of === file ? (
        <ul className="plain-list" aria-live="polite">
          {counted.rows.map(({ person, people, needed }) => (
            <li key={person}>
              <RecordLink file={file} id={person} />{" "}
              <Badge tone={people >= needed ? "done" : "waits"}>
                {people >= needed
                  ? say("shared.enough", { count: people, people: formatNumber(people) })
                  : say("shared.few", { count: people, people: formatNumber(people), needed: formatNumber(needed) })}
              </Badge>
            </li>
          ))}
        </ul>
      ) : (
        <div>
          <Button onClick={() => void count()}>{say("shared.count")}</Button>
        </div>
      )}
    </section>
  );
}

async function countIn(
  vault: Pick<Vault, "ask">,
  { file, space, people, identityLevel }: Asked,
  on: { readonly signal: AbortSignal; readonly onProgress: (done: number, total: number) => void },
): Promise<readonly Shared[]> {
  const cases = await vault.ask("records", {
    type: "case",
    space,
    order: "changed",
    descending: true,
    limit: mostCases,
  });
  const files: CaseFile[] = [];
  for (const [at, { id }] of cases.entries()) {
    if (on.signal.aborted) return [];
    on.onProgress(at, cases.length);
    const read = await caseFileOf(vault, id, space);
    if (read !== null) files.push(read);
  }
  return sharedCombinations({ file, people, identityLevel }, files);
}
