/**
 * Words in any script, or a name with a slip, over everything this member may open. The words stay on the page: they are
 * never in the address. Arrow down leads from the box into the results, arrow up from the first one back.
 */

import "./search.css";
import type { SpaceId } from "@saksi/domain/id";
import type { HitRow } from "@saksi/vault/port";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { Empty } from "../components/empty.tsx";
import { Skeleton } from "../components/skeleton.tsx";
import { VirtualList } from "../components/virtual-list.tsx";
import { useRows } from "../vault/use-vault.ts";
import { formatNumber } from "../words/format.ts";
import { say } from "../words/say.ts";
import { HitLink } from "./hit-link.tsx";
import { type Asked, SearchForm } from "./search-form.tsx";
import { useUntilLock } from "./use-until-lock.ts";

const mostHits = 200;
const nothingAsked: Asked = { words: "", type: "", space: "" };

export function SearchPage() {
  const [asked, setAsked] = useUntilLock("search", nothingAsked);
  const spaces = useRows("spaces", {}) ?? [];
  const box = useRef<HTMLInputElement>(null);
  const results = useRef<HTMLDivElement>(null);
  useEffect(() => {
    scrollTo(0, 0);
    box.current?.focus({ preventScroll: true });
  }, []);

  const intoResults = () => results.current?.querySelector<HTMLElement>('[role="row"]')?.focus();
  function onKeyDown(event: KeyboardEvent) {
    const row = event.target instanceof HTMLElement ? event.target.closest('[role="row"]') : null;
    const down = event.target === box.current && event.key === "ArrowDown";
    const up = row?.getAttribute("aria-rowindex") === "1" && event.key === "ArrowUp";
    if (!down && !up) return;
    event.preventDefault();
    event.stopPropagation();
    if (down) intoResults();
    else box.current?.focus();
  }

  return (
    <div className="stack" onKeyDownCapture={onKeyDown}>
      <h1 tabIndex={-1}>{say("place.search")}</h1>
      <SearchForm asked={asked} onAsk={setAsked} spaces={spaces} box={box} onEnter={intoResults} />
      <div className="stack" ref={results}>
        {asked.words.trim() === "" ? (
          <Empty title={say("search.empty.title")}>{say("search.empty.text")}</Empty>
        ) : (
          <Results asked={asked} spaceNames={new Map(spaces.map(({ space, name }) => [space, name]))} />
        )}
      </div>
    </div>
  );
}

function Results({ asked, spaceNames }: { readonly asked: Asked; readonly spaceNames: ReadonlyMap<SpaceId, string> }) {
  const { words, type, space } = asked;
  const narrowing = { ...(type === "" ? {} : { type }), ...(space === "" ? {} : { space }) };
  const hits = useRows("search", { words, limit: mostHits, ...narrowing }, "keep");
  if (hits === undefined) return <Skeleton rows={4} />;
  if (hits.length === 0) {
    return (
      <div role="status">
        <Empty title={say("search.none.title")}>
          {Object.keys(narrowing).length > 0 ? say("search.none.narrowed") : say("search.none.text")}
        </Empty>
      </div>
    );
  }
  return (
    <>
      <p role="status" className="quiet">
        {hits.length < mostHits
          ? say("search.count", { count: hits.length, shown: formatNumber(hits.length) })
          : say("search.many", { shown: formatNumber(mostHits) })}
      </p>
      <VirtualList<HitRow>
        label={say("search.results")}
        rows={hits}
        keyOf={({ id }) => id}
        estimate={104}
        height="60dvh"
      >
        {(hit) => (
          <HitLink hit={hit} words={words} space={spaceNames.size > 1 ? spaceNames.get(hit.space) : undefined} />
        )}
      </VirtualList>
    </>
  );
}
