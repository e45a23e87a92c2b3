/** A lesson: what it says, what not to copy, and the decisions that carry it. It is no surer than the weakest of them. */

import { type LibraryLesson, lessonDrafts, precedentsOf } from "@saksi/treaties/lessons";
import { Heading } from "../components/heading.tsx";
import { Notice } from "../components/notice.tsx";
import { PartialDay } from "../records/partial-day.tsx";
import { formatList } from "../words/format.ts";
import { say } from "../words/say.ts";
import { CopyIntoSpace } from "./copy-into-space.tsx";
import { PrecedentList } from "./entry-lists.tsx";
import { BackToLibrary, Part } from "./entry-parts.tsx";
import { facetLabel } from "./entry-words.ts";
import { Sure } from "./sure.tsx";

export function LessonEntry({ entry }: { readonly entry: LibraryLesson }) {
  const { title, lesson, caveat, topics, asOf, confidence } = entry;
  return (
    <article className="entry">
      <BackToLibrary />
      <Heading>
        <bdi lang="en">{title}</bdi>
      </Heading>
      <p className="quiet">{formatList(topics.map((topic) => facetLabel("topic", topic)))}</p>
      <p className="lesson-words" lang="en" dir="auto">
        {lesson}
      </p>
      {caveat !== null && (
        <Notice tone="waits">
          <strong>{say("library.caveat")}</strong>
          <p lang="en" dir="auto">
            {caveat}
          </p>
        </Notice>
      )}
      <CopyIntoSpace drafts={lessonDrafts([entry])} />
      <Part title="library.known">
        <p>
          {say("library.as-of")} <PartialDay text={asOf} />.
        </p>
        <p>
          <Sure confidence={confidence} whole />
        </p>
        <p className="quiet">{say("library.lesson.sure")}</p>
      </Part>
      <Part title="library.carriers">
        <PrecedentList entries={precedentsOf(entry)} />
      </Part>
    </article>
  );
}
