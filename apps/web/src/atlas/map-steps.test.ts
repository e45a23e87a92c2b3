import { mapShapes } from "@saksi/treaties/map-shapes";
import { expect, test } from "vitest";
import { stepFrom } from "./map-steps.ts";

test("every state of the map can be reached from any other with the arrow keys", () => {
  const arrows = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"] as const;
  for (const first of mapShapes) {
    const reached = new Set([first]);
    for (const shape of reached) for (const arrow of arrows) reached.add(stepFrom(shape, arrow, mapShapes) ?? shape);
    expect(mapShapes.filter((shape) => !reached.has(shape)).map(({ iso3 }) => iso3)).toEqual([]);
  }
});
