/**
 * One brief: the editor's summary, the passages, what the gate says, what is withheld and why, the preview, approval by
 * another member, and the files. Changing a sentence changes the answer.
 */

import { authorsOf, maySamePerson } from "@saksi/domain/authors";
import type { CaseFile } from "@saksi/domain/case-file";
import { asText } from "@saksi/domain/field-values";
import { isRecordId, type RecordId } from "@saksi/domain/id";
import { localDay } from "@saksi/domain/local-day";
import { termLabel } from "@saksi/domain/vocabulary";
import { wordCount } from "@saksi/publish/brief";
import { peopleTouched } from "@saksi/publish/withhold";
import type { SpaceRow } from "@saksi/vault/port";
import { useMemo } from "react";
import { Link } from "wouter";
import { useCaseFile } from "../cases/use-case-file.ts";
import { Badge } from "../components/badge.tsx";
import { Heading } from "../components/heading.tsx";
import { Notice } from "../components/notice.tsx";
import { Skeleton } from "../components/skeleton.tsx";
import { NotFoundPage } from "../frame/not-found-page.tsx";
import { usePage } from "../frame/page.ts";
import type { PageProps } from "../routes.tsx";
import { useRows } from "../vault/use-vault.ts";
import { formatNumber } from "../words/format.ts";
import { say } from "../words/say.ts";
import { Approve } from "./approve.tsx";
import { BriefText } from "./brief-text.tsx";
import { DossierPreview } from "./dossier-preview.tsx";
import { Missing } from "./missing.tsx";
import { Refused } from "./refused.tsx";
import { Released } from "./released.tsx";
import { RenderFiles } from "./render-files.tsx";
import { SharedCount } from "./shared-count.tsx";
import { type Brief, briefOf, useGate } from "./use-brief.ts";
import { WithheldTable } from "./withheld-table.tsx";

export function BriefPage({ ids }: PageProps) {
  const { case: kase = "", publication = "" } = ids;
  return isRecordId(kase) && isRecordId(publication) ? (
    <OfCase kase={kase} publication={publication} />
  ) : (
    <NotFoundPage />
  );
}

function OfCase({ kase, publication }: { readonly kase: RecordId; readonly publication: RecordId }) {
  const file = useCaseFile(kase);
  const rows = useRows("record", { id: publication });
  const spaces = useRows("spaces", {});
  const brief = useMemo(() => (file ? briefOf(file, publication) : undefined), [file, publication]);
  if (file === undefined || rows === undefined || spaces === undefined) return <Skeleton rows={6} />;
  const space = spaces.find((row) => row.space === rows[0]?.space);
  if (file === null || brief === undefined || space === undefined) return <NotFoundPage />;
  return <OneBrief file={file} brief={brief} space={space} />;
}

/** The author's page begins with the text and its gaps; another member's with what is to be read and decided. */
function OneBrief({
  file,
  brief,
  space,
}: {
  readonly file: CaseFile;
  readonly brief: Brief;
  readonly space: SpaceRow;
}) {
  const answer = useGate(file, brief, space);
  const { now } = usePage();
  const me = useRows("members", { space: space.space })?.find((row) => row.me);
  if (me === undefined) return <Skeleton rows={6} />;
  const written = authorsOf(file, { publication: brief.publication.id, passages: brief.passages }) ?? [];
  const mine = written.some((author) => maySamePerson(author, me));
  const text = <BriefText key={brief.publication.id} file={file} brief={brief} />;
  return (
    <>
      <Heading>
        <bdi>{brief.title}</bdi>
      </Heading>
      <div className="row tight">
        <Badge>{termLabel("identity_levels", brief.use.identityLevel)}</Badge>
        <Badge>{termLabel("consent_purposes", brief.use.purpose)}</Badge>
        <Badge>{termLabel("consent_audiences", brief.use.audience)}</Badge>
      </div>
      <p>
        <Link href={`/cases/${file.case}`}>{say("publish.back-to-case")}</Link>
      </p>
      {mine && text}
      {answer === undefined ? (
        <Skeleton />
      ) : "refused" in answer ? (
        <Refused file={file} space={space.space} refused={answer.refused} />
      ) : (
        <>
          {!mine && !answer.cleared && asText(brief.publication.fields.dossierHash) === answer.hash && (
            <Notice tone="waits">
              <strong>{say("approve.you-are-asked")}</strong>
              <p>{say("approve.you-are-asked.text")}</p>
            </Notice>
          )}
          {answer.cleared ? (
            <Notice tone="done" live="polite">
              {say("publish.cleared")}
            </Notice>
          ) : (
            <Missing file={file} missing={answer.missing} />
          )}
          <section className="stack" aria-labelledby="preview">
            <h2 id="preview">{say("publish.preview")}</h2>
            <p className="quiet">{say("publish.words", { count: formatNumber(wordCount(answer.dossier)) })}</p>
            <DossierPreview dossier={answer.dossier} draft={!answer.cleared} />
          </section>
          <WithheldTable withheld={answer.withheld} />
          <SharedCount
            file={file}
            space={space.space}
            identityLevel={brief.use.identityLevel}
            people={peopleTouched({ file, use: brief.use, today: localDay(now()), passages: brief.passages })}
          />
          <Approve file={file} brief={brief} space={space.space} hash={answer.hash} authors={answer.authors} />
          <RenderFiles answer={answer} />
        </>
      )}
      {mine && answer !== undefined && (
        <Released brief={brief} space={space.space} cleared={"cleared" in answer && answer.cleared} />
      )}
      {!mine && (
        <details>
          <summary>{say("publish.change-text")}</summary>
          <div className="stack">
            <p>{say("publish.change-text.help")}</p>
            {text}
          </div>
        </details>
      )}
    </>
  );
}
