/**
 * Decisions on torture and what they teach, shipped with the app and readable without a network: found by problem, state,
 * forum, article or words; and the book that is made of what was found.
 */

import "./library.css";
import { lazy, Suspense, useState } from "react";
import { Button } from "../components/button.tsx";
import { Empty } from "../components/empty.tsx";
import { Heading } from "../components/heading.tsx";
import { Skeleton } from "../components/skeleton.tsx";
import { Tabs } from "../components/tabs.tsx";
import { useUntilLock } from "../search/use-until-lock.ts";
import { formatNumber } from "../words/format.ts";
import { say } from "../words/say.ts";
import { LessonList, PrecedentList } from "./entry-lists.tsx";
import { Filters } from "./filters.tsx";
import { everything, type LibraryFilter, lessonsFound, precedentsFound } from "./find.ts";

const Booklet = lazy(async () => ({ default: (await import("./booklet.tsx")).Booklet }));

type View = "decisions" | "lessons";

export function LibraryPage() {
  const [filter, setFilter] = useUntilLock<LibraryFilter>("library", everything);
  const [view, setView] = useUntilLock<View>("library view", "decisions");
  const [making, setMaking] = useState(false);
  const precedents = precedentsFound(filter);
  const lessons = lessonsFound(filter);
  return (
    <>
      <div className="row apart">
        <Heading>{say("place.library")}</Heading>
        <Button
          icon="publish"
          aria-expanded={making}
          disabled={precedents.length === 0}
          onClick={() => setMaking(!making)}
        >
          {say("library.booklet")}
        </Button>
      </div>
      <p>{say("library.text")}</p>
      <Filters filter={filter} onFilter={setFilter} />
      {making && precedents.length > 0 && (
        <Suspense fallback={<Skeleton />}>
          <Booklet precedents={precedents} />
        </Suspense>
      )}
      <Tabs
        label={say("library.views")}
        open={view}
        onOpen={setView}
        tabs={[
          { name: "decisions", label: say("library.decisions", { shown: formatNumber(precedents.length) }) },
          { name: "lessons", label: say("library.lessons", { shown: formatNumber(lessons.length) }) },
        ]}
      >
        {(view === "decisions" ? precedents : lessons).length === 0 ? (
          <NothingFound onClear={() => setFilter(everything)} />
        ) : view === "decisions" ? (
          <PrecedentList entries={precedents} words={filter.words} />
        ) : (
          <LessonList entries={lessons} words={filter.words} />
        )}
      </Tabs>
    </>
  );
}

function NothingFound({ onClear }: { readonly onClear: () => void }) {
  return (
    <div role="status">
      <Empty title={say("library.none.title")} action={<Button onClick={onClear}>{say("library.clear")}</Button>}>
        {say("library.none.text")}
      </Empty>
    </div>
  );
}
