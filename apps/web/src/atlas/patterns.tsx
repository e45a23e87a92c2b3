/** One pattern a class: colour and marks together, so that nobody needs to tell colours apart. */

import { type MapClass, type MapMode, mapLegends, type Pattern } from "@saksi/treaties/map";

const idOf = (mode: MapMode, { key }: MapClass): string => `map-${mode}-${key}`;

/** What to fill a shape of that class with, on a page that holds its `Patterns`. */
export const fillOf = (mode: MapMode, of: MapClass): string => `url(#${idOf(mode, of)})`;

/** @param unit  a hundredth of the drawing's width: marks are as large at every zoom */
export function Patterns({ mode, unit }: { readonly mode: MapMode; readonly unit: number }) {
  return (
    <defs>
      {mapLegends[mode].map((one) => (
        <pattern
          key={one.key}
          id={idOf(mode, one)}
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
          patternTransform={`scale(${unit / 10})`}
        >
          <Marks of={one} />
        </pattern>
      ))}
    </defs>
  );
}

/** A square of a class for its legend and its table: eight by eight marks of its own. */
export function Swatch({ of }: { readonly of: Pick<MapClass, "shade" | "pattern"> }) {
  return (
    <svg className="swatch" viewBox="0 0 16 16" width="20" height="20" aria-hidden="true">
      {[0, 8].flatMap((x) =>
        [0, 8].map((y) => (
          <g key={`${x} ${y}`} transform={`translate(${x} ${y})`}>
            <Marks of={of} />
          </g>
        )),
      )}
      <rect className="swatch-edge" width="16" height="16" />
    </svg>
  );
}

function Marks({ of: { shade, pattern } }: { readonly of: Pick<MapClass, "shade" | "pattern"> }) {
  return (
    <g className="marks" data-shade={shade ?? "none"}>
      <rect width="8" height="8" />
      {paths[pattern] !== "" && <path d={paths[pattern]} />}
    </g>
  );
}

const paths: Readonly<Record<Pattern, string>> = {
  solid: "",
  empty: "",
  dots: "M3.900 4h.2",
  lines: "M-1 5 5-1M1 9l8-8",
  cross: "M0 0l8 8M8 0 0 8",
  grid: "M0 4h8M4 0v8",
};
