/**
 * Pictures enter a publication drawn anew: pixels and nothing else. Original bytes never pass, so no camera, place, name
 * or thumbnail of an earlier version does. Boxes are solid: a blur can be undone.
 */

import type { Image } from "./dossier.ts";

/** A part of the picture to cover, in shares of its width and height from its upper start corner as it is shown. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Redraw {
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly cover: readonly Box[];
}

export type RedrawAnswer =
  | { readonly image: Image }
  /** `no-engine`: nothing here can draw pictures; the figure is left out. `unreadable`: not a picture this engine knows. */
  | { readonly leftOut: "no-engine" | "unreadable" };

export interface Redrawer {
  redraw(picture: Redraw): Promise<RedrawAnswer>;
}

/** Where no engine is: every picture is left out, and the publish page says so. The command line works like this. */
export const noRedrawer: Redrawer = {
  redraw: () => Promise.resolve({ leftOut: "no-engine" }),
};

/** Longest side in pixels: enough for a page, too little for an iris. */
export const longestSide = 1600;
