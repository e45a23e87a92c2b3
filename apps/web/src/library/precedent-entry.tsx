/** A decision: facts, what was held, what was ordered, what followed, what it teaches, and from where all that is known. */

import { termLabel } from "@saksi/domain/vocabulary";
import { lessonsWhere } from "@saksi/treaties/lessons";
import { type LibraryPrecedent, precedentDrafts } from "@saksi/treaties/precedents";
import { Heading } from "../components/heading.tsx";
import { PartialDay } from "../records/partial-day.tsx";
import { formatCountry, formatList } from "../words/format.ts";
import { say } from "../words/say.ts";
import { CopyIntoSpace } from "./copy-into-space.tsx";
import { LessonList } from "./entry-lists.tsx";
import { BackToLibrary, Part } from "./entry-parts.tsx";
import { facetLabel } from "./entry-words.ts";
import { Sure } from "./sure.tsx";

export function PrecedentEntry({ entry }: { readonly entry: LibraryPrecedent }) {
  const { confidence, litigationLessons } = entry;
  const citing = lessonsWhere({ precedent: entry.id });
  return (
    <article className="entry">
      <BackToLibrary />
      <Heading>
        <bdi lang="en">{entry.title}</bdi>
      </Heading>
      <Head entry={entry} />
      <CopyIntoSpace drafts={precedentDrafts([entry])} />
      <Part title="library.facts" text={entry.facts} sure={confidence.facts} />
      <Part title="library.holding" text={entry.holding} sure={confidence.holding} />
      <Part title="library.remedy" text={entry.remedyOrdered} />
      <Part title="library.followed" text={entry.implementationStatus} sure={confidence.implementation} />
      {litigationLessons.length > 0 && (
        <Part title="library.next-lawyer">
          <ul lang="en" dir="ltr">
            {litigationLessons.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </Part>
      )}
      <Known entry={entry} />
      {citing.length > 0 && (
        <Part title="library.citing">
          <LessonList entries={citing} />
        </Part>
      )}
    </article>
  );
}

function Head({ entry }: { readonly entry: LibraryPrecedent }) {
  const { state, forumState, forum, kind, decisionDate, reference, parties, issues, topics } = entry;
  const facts = [
    [say("library.state"), formatCountry(state)],
    [
      say("library.forum"),
      `${forum} (${facetLabel("forum", kind)}${forumState === null ? "" : `, ${formatCountry(forumState)}`})`,
    ],
    [
      say("library.decided"),
      decisionDate === null ? say("unknown.not-known") : <PartialDay key="d" text={decisionDate} />,
    ],
    [say("library.reference"), reference ?? say("unknown.not-known")],
    [say("library.parties"), parties],
    [say("library.article"), formatList(issues.map((issue) => facetLabel("article", issue)))],
    [say("library.topic"), formatList(topics.map((topic) => facetLabel("topic", topic)))],
  ] as const;
  return (
    <dl className="facts">
      {facts.map(([label, value]) => (
        <div key={label} className="fact">
          <dt>{label}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Where it is known from, up to when, how it was checked, and how sure each part is. */
function Known({ entry: { sources, asOf, confirmed, confidence } }: { readonly entry: LibraryPrecedent }) {
  const parts = [
    [say("library.sure.identity"), confidence.identity],
    [say("library.facts"), confidence.facts],
    [say("library.holding"), confidence.holding],
    [say("library.followed"), confidence.implementation],
  ] as const;
  return (
    <Part title="library.known">
      <p>
        {say("library.as-of")} <PartialDay text={asOf} />. {termLabel("fact_checks", confirmed)}.
      </p>
      <dl className="facts">
        {parts.map(([label, confident]) => (
          <div key={label} className="fact">
            <dt>{label}</dt>
            <dd>
              <Sure confidence={confident} whole />
            </dd>
          </div>
        ))}
      </dl>
      <h3>{say("library.sources")}</h3>
      <ul lang="en" dir="ltr">
        {sources.map(({ register, citation }) => (
          <li key={`${register} ${citation}`}>
            {register}: {citation}
          </li>
        ))}
      </ul>
      <p className="quiet">{say("library.check-first")}</p>
    </Part>
  );
}
