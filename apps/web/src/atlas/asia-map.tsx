/**
 * Asia, each state in its colour and pattern. One stop of the Tab key; arrows go to the nearest state that way, Enter opens.
 *
 * The table under it says the same. Names of patterns are the page's own, so that two maps do not take each other's.
 */

import type { Atlas } from "@saksi/treaties/atlas";
import type { Traced } from "@saksi/treaties/cell";
import { type MapClass, type MapMode, mapClassIn } from "@saksi/treaties/map";
import { landAround, type MapShape, mapBoxes, mapShapes } from "@saksi/treaties/map-shapes";
import { type Region, regionOf, stateOf } from "@saksi/treaties/states";
import { type KeyboardEvent, useRef, useState } from "react";
import { say } from "../words/say.ts";
import { stateName } from "./atlas-words.ts";
import { isArrow, stepFrom } from "./map-steps.ts";
import { className, modeNames } from "./map-words.ts";
import { fillOf, Patterns } from "./patterns.tsx";
import { useToday } from "./use-today.ts";

export function AsiaMap({
  mode,
  zoom,
  atlas,
  onLook,
}: {
  readonly mode: MapMode;
  readonly atlas: Atlas;
  readonly zoom: Region | "asia";
  /** Under the pointer or the focus; null: no more */
  readonly onLook: (state: string | null) => void;
}) {
  const today = useToday();
  const map = useRef<SVGSVGElement>(null);
  const shown = mapShapes.filter(({ iso3 }) => zoom === "asia" || isWithin(iso3, zoom));
  const [chosen, setChosen] = useState<string>();
  const stop = shown.some(({ iso3 }) => iso3 === chosen) ? chosen : largest(shown)?.iso3;
  const box = mapBoxes[zoom];
  const unit = box[2] / 100;

  function onKeyDown(event: KeyboardEvent) {
    const here = event.target instanceof Element ? event.target.closest("[data-state]") : null;
    const from = mapShapes.find(({ iso3 }) => iso3 === here?.getAttribute("data-state"));
    if (!isArrow(event.key) || from === undefined) return;
    event.preventDefault();
    const next = stepFrom(from, event.key, shown);
    if (next === undefined) return;
    setChosen(next.iso3);
    map.current?.querySelector<SVGElement>(`[data-state="${next.iso3}"]`)?.focus();
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset holds form controls; here links lie in a drawing
    <svg
      ref={map}
      className="asia"
      viewBox={box.join(" ")}
      role="group"
      aria-label={say("atlas.map.label", { mode: say(modeNames[mode]) })}
      onKeyDown={onKeyDown}
      onMouseLeave={() => onLook(null)}
    >
      <Patterns mode={mode} unit={unit} />
      <path className="land-around" d={landAround} />
      {byArea(mapShapes).map((shape) => (
        <StateShape
          key={shape.iso3}
          shape={shape}
          mode={mode}
          seen={mapClassIn({ mode, today, atlas }, shape.iso3)}
          unit={unit}
          isStop={shape.iso3 === stop}
          onLook={onLook}
          onStop={setChosen}
        />
      ))}
    </svg>
  );
}

function StateShape({
  shape: { iso3, path, circle },
  mode,
  seen,
  unit,
  isStop,
  onLook,
  onStop,
}: {
  readonly shape: MapShape;
  readonly mode: MapMode;
  readonly seen: Traced<MapClass>;
  readonly unit: number;
  readonly isStop: boolean;
  readonly onLook: (state: string | null) => void;
  /** The focus is here: the Tab key comes back here */
  readonly onStop: (state: string) => void;
}) {
  const state = stateOf(iso3);
  if (!state) return null;
  const fill = fillOf(mode, seen.value);
  const name = say("atlas.map.state", { state: stateName(state), is: className(mode, seen.value) });
  return (
    <a
      className="state"
      href={`#/atlas/${iso3}`}
      data-state={iso3}
      tabIndex={isStop ? 0 : -1}
      aria-label={name}
      onFocus={() => {
        onLook(iso3);
        onStop(iso3);
      }}
      onMouseEnter={() => onLook(iso3)}
    >
      <path d={path} fill={fill} />
      {circle && (
        <>
          {circle.from && <path className="leader" d={`M${circle.from.join(" ")}L${circle.x} ${circle.y}`} />}
          <circle cx={circle.x} cy={circle.y} r={Math.min(circle.r, unit * 1.4)} fill={fill} />
        </>
      )}
    </a>
  );
}

const isWithin = (iso3: string, region: Region): boolean => {
  const state = stateOf(iso3);
  return state !== undefined && regionOf(state) === region;
};

/** Circles last, so that nothing covers what is small. */
const byArea = (shapes: readonly MapShape[]): readonly MapShape[] =>
  [...shapes].sort((a, b) => Number(a.circle !== null) - Number(b.circle !== null));

const largest = (shapes: readonly MapShape[]): MapShape | undefined =>
  [...shapes].sort((a, b) => b.path.length - a.path.length).at(0);
