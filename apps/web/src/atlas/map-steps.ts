/** From one state of the map to the next with the arrow keys: the nearest that lies that way. */

import type { MapShape } from "@saksi/treaties/map-shapes";

export type Arrow = "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight";

const ways: Readonly<Record<Arrow, readonly [x: number, y: number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

export const isArrow = (key: string): key is Arrow => key in ways;

/** The nearest shape on that side, what lies aside counting double; `undefined` at the edge. */
export function stepFrom(from: MapShape, arrow: Arrow, among: readonly MapShape[]): MapShape | undefined {
  const [x, y] = ways[arrow];
  return among
    .map((shape) => {
      const [right, down] = [shape.centre[0] - from.centre[0], shape.centre[1] - from.centre[1]];
      return { shape, ahead: right * x + down * y, aside: Math.abs(right * y) + Math.abs(down * x) };
    })
    .filter(({ ahead, aside }) => ahead > 0 && aside <= ahead * 2)
    .sort((a, b) => a.ahead + 2 * a.aside - (b.ahead + 2 * b.aside))
    .at(0)?.shape;
}
