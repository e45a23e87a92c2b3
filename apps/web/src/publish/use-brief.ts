/** A publication record as the gate sees it, judged again whenever the case changes: refused with reasons, or a dossier. */

import type { CaseFile, CaseRecord } from "@saksi/domain/case-file";
import { recordById } from "@saksi/domain/case-file";
import { asCode, asLinks, asText } from "@saksi/domain/field-values";
import type { RecordId } from "@saksi/domain/id";
import { localDay } from "@saksi/domain/local-day";
import type { Use } from "@saksi/domain/use";
import { type GateAnswer, gateBrief } from "@saksi/publish/gate";
import type { SpaceRow } from "@saksi/vault/port";
import { headAgeHours } from "@saksi/vault/query/head-age";
import { useEffect, useState } from "react";
import { usePage } from "../frame/page.ts";
import { useRows } from "../vault/use-vault.ts";
import { sha256 } from "./publish-tools.ts";

export interface Brief {
  readonly publication: CaseRecord;
  readonly use: Use;
  /** Who began it; others who wrote any of its words are its authors too */
  readonly author: string;
  readonly title: string;
  readonly passages: readonly RecordId[];
}

/** What a publication record asks for; a field that is not known yet stays at its most careful value. */
export function briefOf(file: CaseFile, id: RecordId): Brief | undefined {
  const publication = recordById(file, id);
  if (publication === undefined || publication.type !== "publication") return undefined;
  const { fields } = publication;
  const passages = asLinks(fields.passages);
  return {
    publication,
    author: asText(fields.author) ?? "",
    title: asText(fields.title) ?? "",
    passages,
    use: {
      purpose: asCode(fields.purpose) ?? "CP.PUBCASE",
      audience: asCode(fields.audience) ?? "AU.PUBLIC",
      identityLevel: asCode(fields.identityLevel) ?? "IL.1",
      territory: asCode(fields.territory) ?? "WORLD",
      content: ["CC.FACTS"],
    },
  };
}

export function useGate(
  file: CaseFile,
  brief: Brief,
  { space, sync }: Pick<SpaceRow, "space" | "sync">,
): GateAnswer | undefined {
  const { now } = usePage();
  const unread = useRows("withheld", { space })?.[0]?.count;
  const [answer, setAnswer] = useState<GateAnswer>();
  useEffect(() => {
    if (unread === undefined) return undefined;
    let stopped = false;
    const { publication, use, title, passages } = brief;
    const { fields } = publication;
    void gateBrief(
      {
        file,
        use,
        passages,
        today: localDay(now()),
        texts: {
          title,
          lang: asCode(fields.language) ?? "en",
          parts: { background: asText(fields.summary) ?? "" },
          classification: use.audience === "AU.PUBLIC" ? "Public" : "Confidential",
        },
        publication: publication.id,
        makers: [],
        headAgeHours: headAgeHours(sync, now()),
        unread,
      },
      sha256,
    ).then((judged) => {
      if (!stopped) setAnswer(judged);
    });
    return () => {
      stopped = true;
    };
  }, [file, brief, sync, now, unread]);
  return answer;
}
