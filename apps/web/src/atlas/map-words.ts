/** What the modes, the regions and the classes of the map are called. */

import type { MapClass, MapMode } from "@saksi/treaties/map";
import type { Region } from "@saksi/treaties/states";
import { type MessageId, say } from "../words/say.ts";

export const modeNames: Readonly<Record<MapMode, MessageId>> = {
  cat: "atlas.mode.cat",
  opcat: "atlas.mode.opcat",
  complaints: "atlas.mode.complaints",
  reporting: "atlas.mode.reporting",
  law: "atlas.mode.law",
  prevention: "atlas.mode.prevention",
};

export const zoomNames: Readonly<Record<Region | "asia", MessageId>> = {
  asia: "atlas.zoom.asia",
  asean: "atlas.zoom.asean",
  south: "atlas.zoom.south",
  central: "atlas.zoom.central",
  west: "atlas.zoom.west",
  east: "atlas.zoom.east",
};

const joined: Readonly<Record<string, MessageId>> = {
  party: "atlas.class.party",
  signatory: "atlas.class.signatory",
  none: "atlas.class.none",
  withdrawn: "atlas.class.withdrawn",
};

const classNames: Readonly<Record<MapMode, Readonly<Record<string, MessageId>>>> = {
  cat: joined,
  opcat: joined,
  complaints: {
    both: "atlas.class.complaints.both",
    cat: "atlas.class.complaints.cat",
    covenant: "atlas.class.complaints.covenant",
    none: "atlas.class.complaints.none",
  },
  reporting: {
    no: "atlas.class.reporting.no",
    "cannot-tell": "atlas.class.reporting.cannot-tell",
    likely: "atlas.class.reporting.likely",
    "not-applicable": "atlas.class.reporting.not-applicable",
  },
  law: {
    "band-0": "atlas.band.0",
    "band-1": "atlas.band.1",
    "band-2": "atlas.band.2",
    "band-3": "atlas.band.3",
    open: "atlas.class.law.open",
    hidden: "atlas.class.law.hidden",
    unknown: "atlas.class.law.unknown",
  },
  prevention: {
    designated: "atlas.class.prevention.designated",
    contested: "atlas.class.prevention.contested",
    overdue: "atlas.class.prevention.overdue",
    outside: "atlas.class.prevention.outside",
  },
};

export const className = (mode: MapMode, { key }: MapClass): string =>
  say(classNames[mode][key] ?? "atlas.value.unknown");
