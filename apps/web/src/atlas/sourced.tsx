/**
 * A fact with from where it is known, one tap away: three bars say how sure, the button opens every source, up to when
 * it is known and how it was checked. A native popover: Esc and a tap elsewhere close it.
 */

import { termLabel } from "@saksi/domain/vocabulary";
import { type Before, type Cell, surenessOf, type Traced } from "@saksi/treaties/cell";
import { type Correctable, correctableBy } from "@saksi/treaties/correctable";
import { type ReactNode, useId, useRef, useState } from "react";
import { Link } from "wouter";
import { Sure } from "../library/sure.tsx";
import { PartialDay } from "../records/partial-day.tsx";
import { formatList, formatNumber } from "../words/format.ts";
import { say } from "../words/say.ts";
import { listOf, sayCheck, sayValue } from "./atlas-words.ts";

/** Up to so many cells are one fact; more are a figure made of many. */
const fewest = 3;

export function Sourced({
  trace,
  of,
  children,
}: Pick<Traced<unknown>, "trace"> & {
  /** What the fact is of, for who hears the button alone */
  readonly of: string;
  readonly children?: ReactNode;
}) {
  return (
    <span className="sourced">
      {children !== undefined && <span>{children}</span>}
      {trace.some(({ confirmed, file }) => confirmed === "members" && file !== "members") && (
        <span className="ours">{say(trace.length > fewest ? "atlas.ours.among" : "atlas.ours")}</span>
      )}
      <Sources trace={trace} of={of} />
    </span>
  );
}

function Sources({ trace, of }: { readonly trace: readonly Cell[]; readonly of: string }) {
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);

  function place() {
    const at = button.current?.getBoundingClientRect();
    const box = panel.current;
    if (!at || !box) return;
    const below = at.bottom + box.offsetHeight < innerHeight;
    box.style.top = `${below ? at.bottom + 4 : Math.max(8, at.top - box.offsetHeight - 4)}px`;
    box.style.left = `${Math.max(8, Math.min(at.left, innerWidth - box.offsetWidth - 8))}px`;
  }

  return (
    <>
      <button ref={button} type="button" className="sources-open" popoverTarget={id} aria-haspopup="dialog">
        <span className="unseen">{say("atlas.sources.of", { of })} </span>
        <Sure confidence={surenessOf(trace)} />
      </button>
      <div
        id={id}
        ref={panel}
        className="sources"
        popover="auto"
        role="dialog"
        aria-label={say("atlas.sources.of", { of })}
        onToggle={({ newState }) => {
          setIsOpen(newState === "open");
          if (newState === "open") requestAnimationFrame(place);
        }}
      >
        {isOpen && <SourceList trace={trace} />}
      </div>
    </>
  );
}

function SourceList({ trace }: { readonly trace: readonly Cell[] }) {
  if (trace.length === 0) return <p>{say("atlas.sources.none")}</p>;
  return (
    <>
      <ul className="plain-list">
        {alike(trace).map((cells) => {
          const [{ source, sourceUrl, asOf, confidence, confirmed }] = cells;
          return (
            <li key={keyOf(cells[0])}>
              <bdi lang="en">
                {sourceUrl === null ? (
                  source
                ) : (
                  <a href={sourceUrl} target="_blank" rel="noreferrer">
                    {source}
                  </a>
                )}
              </bdi>
              <span>
                {say("library.as-of")} <PartialDay text={asOf} />
              </span>
              <Sure confidence={confidence} whole />
              <span>{sayCheck(confirmed)}</span>
              {cells[0].before && <ShippedBefore before={cells[0].before} asOf={asOf} />}
              <small translate="no" dir="ltr">
                {cells[0].file} · {cells[0].row}
                {cells.length > 1 && ` + ${formatNumber(cells.length - 1)}`}
              </small>
            </li>
          );
        })}
      </ul>
      <Corrections trace={trace} />
    </>
  );
}

/** What the alliance's own fact stands in place of; and that it was looked at later, where it was. */
function ShippedBefore({ before, asOf }: { readonly before: Before; readonly asOf: string }) {
  return (
    <span className="shipped-before">
      {say("atlas.ours.before", { said: formatList(before.said.map(sayValue)) })} <bdi lang="en">{before.source}</bdi>,{" "}
      <PartialDay text={before.asOf} />
      {before.asOf > asOf && <strong> {say("atlas.ours.older")}</strong>}
    </span>
  );
}

/** One link a fact that a member can write anew; none under a figure that is made of many. */
function Corrections({ trace }: { readonly trace: readonly Cell[] }) {
  const places = trace.flatMap((cell) => correctableBy(cell) ?? []).map((what) => [placeOf(what), what] as const);
  const byPlace = [...new Map(places)];
  if (byPlace.length > fewest) return null;
  return byPlace.map(([place, { part, which }]) => (
    <Link key={place} className="correct" href={place}>
      {byPlace.length === 1
        ? say("atlas.propose")
        : say("atlas.propose.of", {
            of: which === null ? termLabel("atlas_parts", part) : termLabel(listOf(part), which),
          })}
    </Link>
  ));
}

const placeOf = ({ state, part, which }: Correctable): string =>
  `/atlas/${state}/correct/${part}${which === null ? "" : `/${which}`}`;

const keyOf = ({ source, asOf, confidence, confirmed }: Cell): string => `${source} ${asOf} ${confidence} ${confirmed}`;

/** Cells that say the same of themselves are told once. */
function alike(trace: readonly Cell[]): readonly (readonly [Cell, ...Cell[]])[] {
  const groups = new Map<string, [Cell, ...Cell[]]>();
  for (const cell of trace) {
    const group = groups.get(keyOf(cell));
    if (group) group.push(cell);
    else groups.set(keyOf(cell), [cell]);
  }
  return [...groups.values()];
}
