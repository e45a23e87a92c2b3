/**
 * One case. The person's wishes stand first, then how far it came; behind the tabs: people and what was done, the
 * timeline, testimonies, exhibits, consent, remedy steps.
 */

import { type CaseFile, type CaseRecord, caseRecord, recordsOf } from "@saksi/domain/case-file";
import { asCode, asPlace, asText } from "@saksi/domain/field-values";
import { isRecordId, type RecordId, type SpaceId } from "@saksi/domain/id";
import { recordTitle } from "@saksi/domain/record-title";
import { recordTypeNamed } from "@saksi/domain/record-types";
import { termLabel } from "@saksi/domain/vocabulary";
import { useState } from "react";
import { Link } from "wouter";
import { Badge } from "../components/badge.tsx";
import { ButtonLink } from "../components/button.tsx";
import { Heading } from "../components/heading.tsx";
import { Notice } from "../components/notice.tsx";
import { Skeleton } from "../components/skeleton.tsx";
import { Tabs } from "../components/tabs.tsx";
import { NotFoundPage } from "../frame/not-found-page.tsx";
import { InOneSpace } from "../records/in-one-space.tsx";
import { PartialDay } from "../records/partial-day.tsx";
import type { PageProps } from "../routes.tsx";
import { useRows } from "../vault/use-vault.ts";
import { formatCountry } from "../words/format.ts";
import { type MessageId, say } from "../words/say.ts";
import { ConsentTable } from "./consent-table.tsx";
import { Ladder } from "./ladder.tsx";
import { RecordList } from "./record-list.tsx";
import { stateName, stateTone, triageName, triageTone } from "./states.ts";
import { Timeline } from "./timeline.tsx";
import { useCaseFile } from "./use-case-file.ts";
import { WhoGraph } from "./who-graph.tsx";

const views = ["people", "timeline", "testimonies", "exhibits", "consent", "remedy", "publish"] as const;
type View = (typeof views)[number];

const viewNames: Readonly<Record<View, MessageId>> = {
  people: "case.people",
  timeline: "case.timeline",
  testimonies: "case.testimonies",
  exhibits: "case.exhibits",
  consent: "case.consent",
  remedy: "case.remedy",
  publish: "case.publish",
};

export function CasePage({ ids: { id = "" } }: PageProps) {
  if (!isRecordId(id)) return <NotFoundPage />;
  return (
    <InOneSpace id={id}>
      {(space) => (space === undefined ? <NotFoundPage /> : <Case key={space} id={id} space={space} />)}
    </InOneSpace>
  );
}

function Case({ id, space }: { readonly id: RecordId; readonly space: SpaceId }) {
  const file = useCaseFile(id, space);
  const [view, setView] = useState<View>("people");
  if (file === undefined) return <Skeleton rows={6} />;
  const kase = file === null ? undefined : caseRecord(file);
  if (file === null || kase === undefined) return <NotFoundPage />;
  return (
    <>
      <CaseHead kase={kase} />
      <Wishes kase={kase} />
      <Conflicts file={file} />
      <Ladder file={file} />
      <Tabs
        label={say("case.views")}
        tabs={views.map((name) => ({ name, label: say(viewNames[name]) }))}
        open={view}
        onOpen={setView}
      >
        <CaseView view={view} file={file} />
      </Tabs>
      <Withheld space={space} />
    </>
  );
}

function CaseHead({ kase }: { readonly kase: CaseRecord }) {
  const { id, fields } = kase;
  const state = asCode(fields.state);
  const triage = asCode(fields.triage);
  const risk = asCode(fields.risk);
  const area = asPlace(fields.area);
  return (
    <header className="stack tight">
      <div className="row apart">
        <Heading>
          <bdi>{asText(fields.title) ?? recordTypeNamed("case")?.label.one}</bdi>
        </Heading>
        <div className="row">
          <ButtonLink icon="add" kind="first" to={`/cases/${id}/new`}>
            {say("case.add")}
          </ButtonLink>
          <ButtonLink to={`/records/${id}`}>{say("case.open-record")}</ButtonLink>
        </div>
      </div>
      <div className="row tight">
        {triage !== undefined && <Badge tone={triageTone(triage)}>{triageName(triage)}</Badge>}
        {state !== undefined && <Badge tone={stateTone(state)}>{stateName(state)}</Badge>}
        {risk !== undefined && <Badge>{say("case.risk", { risk: termLabel("risk_levels", risk) })}</Badge>}
      </div>
      <p className="quiet">
        {[asText(fields.code), area?.district, area?.country && formatCountry(area.country)]
          .filter(Boolean)
          .join(" · ")}
      </p>
    </header>
  );
}

/** Theirs: what the person wants and does not want, before anything of ours. */
function Wishes({ kase: { fields } }: { readonly kase: CaseRecord }) {
  const wishes = asText(fields.wishes);
  return (
    <section className="wishes" aria-labelledby="wishes">
      <h2 id="wishes">{say("case.wishes")}</h2>
      {wishes === undefined ? (
        <p>{say("case.wishes.none")}</p>
      ) : (
        <blockquote dir="auto" translate="no">
          {wishes}
        </blockquote>
      )}
    </section>
  );
}

function Conflicts({ file }: { readonly file: CaseFile }) {
  const open = file.records.filter(({ standing }) => standing !== undefined && Object.keys(standing).length > 0);
  if (open.length === 0) return null;
  return (
    <Notice tone="waits" icon="conflict">
      <strong>{say("case.conflicts", { count: open.length })}</strong>
      <ul>
        {open.map(({ id, type, fields }) => (
          <li key={id}>
            <Link href={`/records/${id}`} dir="auto">
              {titleOf({ type, fields })}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function CaseView({ view, file }: { readonly view: View; readonly file: CaseFile }) {
  switch (view) {
    case "people":
      return (
        <>
          <WhoGraph file={file} />
          <RecordList
            file={file}
            types={["person", "identity", "incident", "act", "involvement", "place", "institution"]}
          />
        </>
      );
    case "timeline":
      return <Timeline records={file.records} />;
    case "testimonies":
      return (
        <>
          <Testimonies file={file} />
          <Add file={file} type="testimony" label="case.testimonies.add" />
        </>
      );
    case "exhibits":
      return (
        <>
          <RecordList file={file} types={["exhibit", "clinical-detail", "protected-note"]} />
          <Add file={file} type="exhibit" label="case.exhibits.add" />
        </>
      );
    case "consent":
      return <ConsentTable file={file} />;
    case "remedy":
      return (
        <>
          <RecordList file={file} types={["remedy-step"]} />
          <Add file={file} type="remedy-step" label="case.remedy.add" />
        </>
      );
    case "publish":
      return (
        <>
          <RecordList file={file} types={["passage", "publication", "approval"]} />
          <div>
            <ButtonLink kind="first" icon="publish" to={`/publish/${file.case}`}>
              {say("case.publish.open")}
            </ButtonLink>
          </div>
        </>
      );
  }
}

/** The words stand first and unchanged, in their own language; the translation beside them. */
function Testimonies({ file }: { readonly file: CaseFile }) {
  const testimonies = recordsOf(file, "testimony");
  if (testimonies.length === 0) return <p>{say("case.testimonies.none")}</p>;
  return testimonies.map(({ id, fields }) => {
    const language = asCode(fields.language);
    const heard = asText(fields.heard);
    return (
      <article key={id} className="testimony">
        <header className="row apart">
          <span className="quiet">{heard !== undefined && <PartialDay text={heard} />}</span>
          <ButtonLink kind="quiet" to={`/records/${id}`}>
            {say("case.open-record")}
          </ButtonLink>
        </header>
        <blockquote dir="auto" lang={language} translate="no">
          {asText(fields.account) ?? say("unknown.not-known")}
        </blockquote>
        {asText(fields.translation) !== undefined && (
          <>
            <h3>{say("case.translation")}</h3>
            <p dir="auto" translate="no">
              {asText(fields.translation)}
            </p>
          </>
        )}
      </article>
    );
  });
}

/** The next step of a tab, also of an empty one. */
function Add({ file, type, label }: { readonly file: CaseFile; readonly type: string; readonly label: MessageId }) {
  return (
    <div>
      <ButtonLink icon="add" to={`/new/${type}/${file.case}`}>
        {say(label)}
      </ButtonLink>
    </div>
  );
}

/** That something is kept for fewer people, never what. */
function Withheld({ space }: { readonly space: SpaceId }) {
  const [withheld] = useRows("withheld", { space }) ?? [];
  if (withheld === undefined || withheld.count === 0) return null;
  return <Notice icon="lock">{say("case.withheld", { count: withheld.count })}</Notice>;
}

const titleOf = ({ type, fields }: Pick<CaseRecord, "type" | "fields">): string => {
  const declared = recordTypeNamed(type);
  return declared === undefined ? type : recordTitle(declared, fields, termLabel);
};
