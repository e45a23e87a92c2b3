/** Marks of a body map as values: reading them, and a place on the drawing for a region that was chosen by its name. */

import { asRows } from "@saksi/domain/field-values";
import type { BodyMark, Value } from "@saksi/domain/value";
import { termLabel } from "@saksi/domain/vocabulary";
import { say } from "../words/say.ts";
import { bodyViews, sheet } from "./body-regions.ts";

/** Only what can be drawn; anything else of the value stays in the record untouched. */
export const marksIn = (value: Value | undefined): readonly BodyMark[] =>
  asRows(value).filter(
    (row) => typeof row.view === "string" && typeof row.region === "string" && typeof row.x === "number",
  ) as readonly object[] as readonly BodyMark[];

/** The middle of a region's shape, for a mark that is made without pointing. */
export function middleOf(
  view: string,
  region: string,
  side: BodyMark["side"],
): { readonly x: number; readonly y: number } {
  const shapes = bodyViews.find((one) => one.view === view)?.shapes ?? [];
  const shape = shapes.find((one) => one.region === region && (one.side === side || one.side === "M"));
  const [x = sheet.width / 2, y = sheet.height / 2] = shape ? centreOf(shape.path) : [];
  return { x: Math.round((x / sheet.width) * 1000) / 1000, y: Math.round((y / sheet.height) * 1000) / 1000 };
}

/** An ellipse begins at its left end and says its width; a polygon is the mean of its corners. */
function centreOf(path: string): readonly number[] {
  const [start = [0, 0], ...rest] = path
    .split(/(?=[MLQa])/)
    .map((step) => (step.slice(1).match(/-?[\d.]+/g) ?? []).map(Number));
  const arc = path.includes("a") ? rest[0] : undefined;
  if (arc) return [(start[0] ?? 0) + (arc[5] ?? 0) / 2, start[1] ?? 0];
  const corners = [start, ...rest].map((numbers) => numbers.slice(-2)).filter((corner) => corner.length === 2);
  const mean = (axis: 0 | 1) => corners.reduce((sum, corner) => sum + (corner[axis] ?? 0), 0) / corners.length;
  return [mean(0), mean(1)];
}

const sides = { L: "field.body.left", R: "field.body.right", B: "field.body.both", M: "field.body.middle" } as const;

export const sideWords = (side: BodyMark["side"]): string => (side ? say(sides[side]) : "");

/** "Knee, left, front". */
export const markWords = ({ view, region, side }: BodyMark): string =>
  [termLabel("body_regions", region), side === "M" ? "" : sideWords(side), termLabel("body_views", view)]
    .filter((word) => word !== "")
    .join(", ");
