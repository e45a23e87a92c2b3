/** Lists of the library. Each row says how sure its holding is, so that nobody opens it with a wrong hope. */

import type { LibraryLesson } from "@saksi/treaties/lessons";
import type { LibraryPrecedent } from "@saksi/treaties/precedents";
import { Link } from "wouter";
import { PartialDay } from "../records/partial-day.tsx";
import { Marked } from "../search/marked-text.tsx";
import { formatCountry, formatList } from "../words/format.ts";
import { facetLabel } from "./entry-words.ts";
import { Sure } from "./sure.tsx";

export function PrecedentList({
  entries,
  words = "",
}: {
  readonly entries: readonly LibraryPrecedent[];
  readonly words?: string;
}) {
  return (
    <ul className="entries">
      {entries.map(({ id, title, state, forum, decisionDate, topics, confidence }) => (
        <li key={id}>
          <Link href={`/library/${id}`}>
            <bdi className="entry-title" lang="en">
              <Marked text={title} words={words} />
            </bdi>
            <Sure confidence={confidence.holding} />
            <span className="quiet">
              {formatCountry(state)} · <bdi lang="en">{forum}</bdi>
              {decisionDate !== null && (
                <>
                  {" · "}
                  <PartialDay text={decisionDate} />
                </>
              )}
            </span>
            <span className="quiet">{formatList(topics.map((topic) => facetLabel("topic", topic)))}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

export function LessonList({
  entries,
  words = "",
}: {
  readonly entries: readonly LibraryLesson[];
  readonly words?: string;
}) {
  return (
    <ul className="entries">
      {entries.map(({ id, title, lesson, topics, confidence }) => (
        <li key={id}>
          <Link href={`/library/${id}`}>
            <bdi className="entry-title" lang="en">
              <Marked text={title} words={words} />
            </bdi>
            <Sure confidence={confidence} />
            <span className="entry-text" lang="en" dir="auto">
              <Marked text={lesson} words={words} />
            </span>
            <span className="quiet">{formatList(topics.map((topic) => facetLabel("topic", topic)))}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
