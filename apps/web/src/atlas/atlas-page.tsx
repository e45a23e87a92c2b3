/** Asia and the Convention against Torture: the figures, the map, and the same as a table. Shipped with the app. */

import "../style/atlas.css";
import "../library/library.css";
import type { Atlas } from "@saksi/treaties/atlas";
import { type MapMode, mapClassIn, mapModes } from "@saksi/treaties/map";
import { boundaryNote, mapBoxes, mapSource } from "@saksi/treaties/map-shapes";
import { type Region, stateOf } from "@saksi/treaties/states";
import { useState } from "react";
import { ButtonLink } from "../components/button.tsx";
import { Heading } from "../components/heading.tsx";
import { Tabs } from "../components/tabs.tsx";
import { useUntilLock } from "../search/use-until-lock.ts";
import { say } from "../words/say.ts";
import { AsiaMap } from "./asia-map.tsx";
import { stateName } from "./atlas-words.ts";
import { FactsLine } from "./facts-line.tsx";
import { Figures } from "./figures.tsx";
import { Legend, MapTable } from "./map-table.tsx";
import { className, modeNames, zoomNames } from "./map-words.ts";
import { Swatch } from "./patterns.tsx";
import { useAtlas } from "./use-atlas.ts";
import { useToday } from "./use-today.ts";

type Zoom = Region | "asia";
const zooms: readonly Zoom[] = ["asia", "asean", "south", "central", "west", "east"];

export function AtlasPage() {
  const { atlas, ...facts } = useAtlas();
  const [mode, setMode] = useUntilLock<MapMode>("atlas mode", "cat");
  const [zoom, setZoom] = useUntilLock<Zoom>("atlas zoom", "asia");
  return (
    <>
      <div className="row apart">
        <Heading>{say("place.atlas")}</Heading>
        <div className="row tight">
          <ButtonLink to="/atlas/compare">{say("atlas.compare")}</ButtonLink>
          <ButtonLink to="/atlas/calendar">{say("atlas.calendar")}</ButtonLink>
          <ButtonLink to="/atlas/facts">{say("atlas.facts")}</ButtonLink>
        </div>
      </div>
      <p>{say("atlas.text")}</p>
      <FactsLine {...facts} />
      <Figures atlas={atlas} />
      <Tabs
        label={say("atlas.modes")}
        open={mode}
        onOpen={setMode}
        tabs={mapModes.map((name) => ({ name, label: say(modeNames[name]) }))}
      >
        <fieldset className="zooms row tight" data-print="no">
          <legend className="unseen">{say("atlas.zoom")}</legend>
          {zooms.map((name) => (
            <label key={name} className="zoom">
              <input type="radio" name="zoom" checked={zoom === name} onChange={() => setZoom(name)} />
              <span>{say(zoomNames[name])}</span>
            </label>
          ))}
        </fieldset>
        <MapFigure mode={mode} zoom={zoom} atlas={atlas} />
        <MapTable mode={mode} zoom={zoom} atlas={atlas} />
      </Tabs>
    </>
  );
}

function MapFigure({ mode, zoom, atlas }: { readonly mode: MapMode; readonly zoom: Zoom; readonly atlas: Atlas }) {
  const [looked, setLooked] = useState<string | null>(null);
  const today = useToday();
  const state = stateOf(looked ?? "");
  const [, , width, height] = mapBoxes[zoom];
  return (
    <figure className="map" data-tall={height > width * 0.9}>
      <AsiaMap mode={mode} zoom={zoom} atlas={atlas} onLook={setLooked} />
      <figcaption className="stack tight">
        <Legend mode={mode} zoom={zoom} atlas={atlas} />
        <p className="looked" aria-hidden="true">
          {state ? (
            <span className="swatched">
              <Swatch of={mapClassIn({ mode, today, atlas }, state.iso3).value} />
              <strong>{stateName(state)}</strong>
              {className(mode, mapClassIn({ mode, today, atlas }, state.iso3).value)}
            </span>
          ) : (
            say("atlas.map.how")
          )}
        </p>
        <p className="quiet" lang="en">
          {boundaryNote} {mapSource}.
        </p>
      </figcaption>
    </figure>
  );
}
