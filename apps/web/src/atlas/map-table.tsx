/** The map as words: every state, what it is in this mode, and from where that is known. */

import type { Atlas } from "@saksi/treaties/atlas";
import { type MapMode, mapClassIn, mapLegends } from "@saksi/treaties/map";
import { mapShapes } from "@saksi/treaties/map-shapes";
import { isTerritory, type Region, regionOf, type State, states, territories } from "@saksi/treaties/states";
import { Link } from "wouter";
import { Table } from "../components/table.tsx";
import { comparing, formatNumber } from "../words/format.ts";
import { say } from "../words/say.ts";
import { stateName } from "./atlas-words.ts";
import { className, modeNames, zoomNames } from "./map-words.ts";
import { Swatch } from "./patterns.tsx";
import { Sourced } from "./sourced.tsx";
import { useToday } from "./use-today.ts";

const everyone: readonly State[] = [...states, ...territories];

export const within = (zoom: Region | "asia"): readonly State[] =>
  everyone.filter((one) => zoom === "asia" || regionOf(one) === zoom);

interface Shown {
  readonly mode: MapMode;
  readonly zoom: Region | "asia";
  readonly atlas: Atlas;
}

export function Legend({ mode, zoom, atlas }: Shown) {
  const today = useToday();
  const found = within(zoom)
    .filter(({ iso3 }) => mapShapes.some((shape) => shape.iso3 === iso3))
    .map(({ iso3 }) => mapClassIn({ mode, today, atlas }, iso3).value.key);
  const countOf = (wanted: string): number => found.filter((key) => key === wanted).length;
  return (
    <ul className="legend" aria-label={say("atlas.legend")}>
      {mapLegends[mode]
        .filter(({ key }) => countOf(key) > 0)
        .map((one) => (
          <li key={one.key}>
            <Swatch of={one} />
            <span>
              {className(mode, one)} <strong className="numbers">{formatNumber(countOf(one.key))}</strong>
            </span>
          </li>
        ))}
    </ul>
  );
}

export function MapTable({ mode, zoom, atlas }: Shown) {
  const today = useToday();
  const inOrder = comparing();
  const rows = [...within(zoom)].sort((a, b) => inOrder(stateName(a), stateName(b)));
  return (
    <Table
      caption={say("atlas.table", { mode: say(modeNames[mode]), zoom: say(zoomNames[zoom]) })}
      rows={rows}
      keyOf={({ iso3 }) => iso3}
      columns={[
        {
          name: "state",
          label: say("library.state"),
          cell: (one) => (
            <>
              <Link href={`/atlas/${one.iso3}`}>{stateName(one)}</Link>
              {isTerritory(one) && <small className="beneath">{say("atlas.territory")}</small>}
            </>
          ),
        },
        {
          name: "is",
          label: say(modeNames[mode]),
          cell: ({ iso3 }) => {
            const { value } = mapClassIn({ mode, today, atlas }, iso3);
            return (
              <span className="swatched">
                <Swatch of={value} />
                {className(mode, value)}
              </span>
            );
          },
        },
        {
          name: "sources",
          label: say("atlas.sources"),
          cell: (one) => <Sourced trace={mapClassIn({ mode, today, atlas }, one.iso3).trace} of={stateName(one)} />,
        },
      ]}
    />
  );
}
