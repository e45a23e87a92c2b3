import { expect, test } from "vitest";
import { snippet } from "./snippet.ts";

const long = `${"Before the hit there is much to read. ".repeat(10)}They spoke of torture at the gate. ${"After it there is more. ".repeat(10)}`;

test("the hit is shown with whole words around it", () => {
  const shown = snippet(long, "TORTURE", 30);
  expect(shown).toContain("torture");
  expect(shown).toMatch(/^….*…$/u);
  expect(shown.length).toBeLessThan(110);
  expect(
    shown
      .replaceAll("…", "")
      .split(" ")
      .every((word) => long.includes(word)),
  ).toBe(true);
});

test("a short text is shown whole, and the beginning where nothing is found", () => {
  expect(snippet("Short  text\nhere", "text")).toBe("Short text here");
  expect(snippet(long, "nowhere", 30).startsWith("Before")).toBe(true);
  expect(snippet("", "x")).toBe("");
});

test("no letter is cut from its marks", () => {
  const thai = "บุคคลใดจะถูกกระทำการทรมานหรือการปฏิบัติหรือการลงโทษที่โหดร้าย".repeat(4);
  const shown = snippet(thai, "ทรมาน", 12);
  expect(shown).toContain("ทรมาน");
  expect(/^…\p{M}/u.test(shown)).toBe(false);
});
