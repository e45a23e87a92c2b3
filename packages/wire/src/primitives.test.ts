import { expect, test } from "vitest";
import { domains } from "./primitives.ts";

test("no domain string begins another, so nothing that is signed or hashed can stand for something else", () => {
  const strings = Object.values(domains);
  for (const one of strings)
    for (const other of strings) if (one !== other) expect(other.startsWith(one), `${one} ${other}`).toBe(false);
  expect(new Set(strings).size).toBe(strings.length);
});

test("no domain string begins a checkpoint, which a relay signs without one", () => {
  for (const domain of Object.values(domains)) expect("saksi.relay/".startsWith(domain.slice(0, 6))).toBe(false);
});
