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
            <span className="entry-title">
              <Marked text={title} words={words} />
            </span>
            <Sure confidence={confidence.holding} />
            <span className="quiet">
              {formatCountry(state)} · {forum}
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
            <span className="entry-title">
              <Marked text={title} words={words} />
            </span>
            <Sure confidence={confidence} />
            <span className="entry-text">
              <Marked text={lesson} words={words} />
            </span>
            <span className="quiet">{formatList(topics.map((topic) => facetLabel("topic", topic)))}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
