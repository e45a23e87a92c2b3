import { expect, test } from "vitest";
import { mapClassOf, mapLegends, mapModes } from "./map.ts";
import { boundaryNote, landAround, mapBoxes, mapShapes } from "./map-shapes.ts";
import { overview } from "./overview.ts";
import { stateCard } from "./state-card.ts";
import { findState, regionOf, type State, states, territories } from "./states.ts";
import { statedCounts } from "./treaty-status.ts";

const today = "2026-11-21";
const everyone = [...states, ...territories];
const card = (code: string) => {
  const found = findState(code);
  if (!("state" in found)) throw new Error(code);
  return stateCard(found.state, today);
};

test("every state and territory has an outline on the picture, the small ones a circle inside it", () => {
  expect(mapShapes.map(({ iso3 }) => iso3)).toEqual(everyone.map(({ iso3 }) => iso3).sort());
  const [, , width, height] = mapBoxes.asia;
  for (const { iso3, path, centre, circle } of mapShapes) {
    expect(path, iso3).toMatch(/^M\d+ \d+l[-\d ]+z/);
    expect(centre[0] > 0 && centre[0] < width && centre[1] > 0 && centre[1] < height, iso3).toBe(true);
    if (circle) expect(circle.x > circle.r && circle.y > circle.r && circle.x < width, iso3).toBe(true);
  }
  for (const iso3 of ["SGP", "BRN", "MDV", "BHR", "HKG", "MAC"])
    expect(mapShapes.find((shape) => shape.iso3 === iso3)?.circle, iso3).not.toBeNull();
  expect(landAround.length).toBeGreaterThan(100);
  expect(boundaryNote).toContain("no view on the status");
});

test("circles do not cover each other, so that each can be pressed", () => {
  const circles = mapShapes.flatMap(({ circle }) => (circle ? [circle] : []));
  for (const [index, one] of circles.entries())
    for (const other of circles.slice(index + 1))
      expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(one.r + other.r - 1);
});

test("the box of a region holds the middle of each of its states", () => {
  const holds = (one: State): boolean => {
    const [x, y, width, height] = mapBoxes[regionOf(one)];
    const [cx = 0, cy = 0] = mapShapes.find(({ iso3 }) => iso3 === one.iso3)?.centre ?? [];
    return cx >= x && cy >= y && cx <= x + width && cy <= y + height;
  };
  expect(everyone.filter((one) => !holds(one))).toEqual([]);
});

test("in every mode each state has a class of the legend, and what is known has its sources", () => {
  for (const mode of mapModes) {
    const keys = mapLegends[mode].map(({ key }) => key);
    expect(new Set(keys).size, mode).toBe(keys.length);
    for (const { iso3 } of everyone) {
      const { value, trace } = mapClassOf(iso3, mode, today);
      expect(mapLegends[mode], `${mode} ${iso3}`).toContainEqual(value);
      if (value.key !== "unknown") expect(trace.length, `${mode} ${iso3}`).toBeGreaterThan(0);
    }
  }
});

test("no two classes of a mode are told apart by colour alone", () => {
  for (const mode of mapModes) {
    const known = mapLegends[mode].filter(({ shade }) => shade !== null).map(({ pattern }) => pattern);
    const others = mapLegends[mode].filter(({ shade }) => shade === null).map(({ pattern }) => pattern);
    expect(new Set(known).size, mode).toBe(known.length);
    expect(new Set(others).size, mode).toBe(others.length);
  }
});

test("the map counts as the register does", () => {
  const count = (mode: "cat" | "opcat", key: string) =>
    states.filter(({ iso3 }) => mapClassOf(iso3, mode, today).value.key === key).length;
  expect(count("cat", "party")).toBe(statedCounts.CAT);
  expect(count("opcat", "party")).toBe(statedCounts.OPCAT);
  expect(mapClassOf("MYS", "complaints", today).value.key).toBe("none");
  expect(mapClassOf("LAO", "law", today).value.key).toBe("hidden");
  expect(mapClassOf("IND", "law", today).value.key).toBe("unknown");
  expect(mapClassOf("TWN", "cat", today).value.key).toBe("unknown");
  expect(mapClassOf("LKA", "reporting", today).value.key).toBe("cannot-tell");
});

test("the overview adds up: forty bound, two signed, six outside", () => {
  const { bound, signatories, outside, late, knownUpTo } = overview(today);
  expect([bound.length, signatories.length, outside.length]).toEqual([40, 2, 6]);
  expect(late[0]?.value.late).toBe("likely");
  expect(late.every(({ value }) => value.late === "likely" || value.late === "unknown")).toBe(true);
  expect(knownUpTo).toBe("2026-02-03");
});

test("two states without law data, a territory, a state outside and a withdrawn opt-out each have an honest card", () => {
  for (const code of ["IND", "BRN"]) {
    expect(card(code).law).toMatchObject({ act: null, asks: [], score: { value: "unknown" } });
    expect(
      card(code)
        .law.matrix.flatMap(({ cells }) => cells)
        .every(({ status }) => status === "unknown"),
    ).toBe(true);
  }
  const taiwan = card("TWN");
  expect(taiwan).toMatchObject({ isTerritory: true, cat: { value: "unknown" }, treaties: [], procedures: [] });
  expect(taiwan.state.notes.join(" ")).toContain("no position on status");
  const malaysia = card("MYS");
  expect(malaysia.cat.value).toBeNull();
  expect(malaysia.reporting.late.value.late).toBe("not-applicable");
  expect(card("AFG").articles[20].value).toBe("bound");
  expect(card("PHL").treaties.find(({ code }) => code === "ROME")?.row.status).toBe("withdrawn");
});
