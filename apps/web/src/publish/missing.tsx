/** What is still missing before a brief loses its *Draft, not cleared*. */

import { type CaseFile, recordById } from "@saksi/domain/case-file";
import type { Finding } from "@saksi/domain/finding";
import { termLabel } from "@saksi/domain/vocabulary";
import { Link } from "wouter";
import { Notice } from "../components/notice.tsx";
import { say } from "../words/say.ts";
import { sayReason } from "./reasons.ts";
import { RecordLink } from "./refused.tsx";

export function Missing({ file, missing }: { readonly file: CaseFile; readonly missing: readonly Finding[] }) {
  return (
    <Notice tone="waits" live="polite">
      <strong>{say("publish.draft")}</strong>
      <ul>
        {missing.map(({ rule, at, reason, facts }) => {
          const condition = facts?.condition;
          return (
            <li key={`${rule} ${at} ${reason} ${String(condition)}`}>
              {sayReason(reason)}
              {typeof condition === "string" && ` ${termLabel("publication_conditions", condition)}`}{" "}
              {rule === "R-RISK-2" ? (
                <Link href={`/records/${file.case}`}>{say("publish.missing.risk")}</Link>
              ) : (
                recordById(file, at)?.type !== "publication" && <RecordLink file={file} id={at} />
              )}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
