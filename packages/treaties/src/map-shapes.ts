/** The drawn map of Asia: outlines projected once, ready for an SVG. Data: `data/asia-map.json`, made by `scripts/draw-map.mjs`. */

import data from "../data/asia-map.json" with { type: "json" };
import type { Region } from "./states.ts";

/** Left, top, width, height: a `viewBox`. */
export type Box = readonly [x: number, y: number, width: number, height: number];

export interface MapShape {
  /** ISO 3166-1 alpha-3; three of them are territories */
  readonly iso3: string;
  /** The `d` of an SVG path */
  readonly path: string;
  /** Where a label stands */
  readonly centre: readonly [x: number, y: number];
  /** Of a state too small to point at: a circle to hit, and from where a line leads to it; null: it lies there */
  readonly circle: {
    readonly x: number;
    readonly y: number;
    readonly r: number;
    readonly from: readonly [number, number] | null;
  } | null;
}

const boxOf = ([x = 0, y = 0, width = 0, height = 0]: readonly number[]): Box => [x, y, width, height];
const pairOf = ([x = 0, y = 0]: readonly number[]): readonly [number, number] => [x, y];

export const mapShapes: readonly MapShape[] = data.states.map(({ iso3, path, centre, circle }) => ({
  iso3,
  path,
  centre: pairOf(centre),
  circle: circle && { ...circle, from: circle.from && pairOf(circle.from) },
}));

/** The whole of Asia, and each region. */
export const mapBoxes: Readonly<Record<Region | "asia", Box>> = {
  asia: [0, 0, data.width, data.height],
  asean: boxOf(data.regions.asean),
  south: boxOf(data.regions.south),
  central: boxOf(data.regions.central),
  west: boxOf(data.regions.west),
  east: boxOf(data.regions.east),
};

/** Land around Asia, for orientation; it says nothing. */
export const landAround: string = data.around;

/** Stands under every map. */
export const boundaryNote: string = data.meta.note;
export const mapSource: string = data.meta.source;
