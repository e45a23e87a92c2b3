import { expect, test } from "vitest";
import { term, termLabel, vocabulary, vocabularyNames, vocabularyTitle } from "./vocabulary.ts";

test("every list has a title and terms, each with a code said once, a label and its place", () => {
  for (const name of vocabularyNames) {
    const terms = vocabulary(name);
    expect(vocabularyTitle(name), name).not.toBe(name);
    expect(terms.length, name).toBeGreaterThan(1);
    expect(new Set(terms.map(({ code }) => code)).size, name).toBe(terms.length);
    expect(
      terms.map(({ order }) => order),
      name,
    ).toEqual(terms.map(({ order }) => order).sort((a, b) => a - b));
    for (const { code, label } of terms)
      expect(label.trim().length * code.trim().length, `${name} ${code}`).toBeGreaterThan(0);
  }
});

test("a general code comes with each of its particular ones", () => {
  for (const name of ["torture_methods", "perpetrator_types"]) {
    const particular = vocabulary(name).filter(({ code }) => code.split(".").length > 2);
    const lost = particular.filter(({ code }) => term(name, code.split(".").slice(0, 2).join(".")) === undefined);
    expect(
      lost.map(({ code }) => code),
      name,
    ).toEqual([]);
  }
});

test("a code or list that is not known is shown as it is", () => {
  expect(termLabel("torture_methods", "TM.FROM-A-NEWER-VERSION")).toBe("TM.FROM-A-NEWER-VERSION");
  expect(vocabulary("no-such-list")).toEqual([]);
  expect(term("constructor", "name")).toBeUndefined();
});
