import { expect, test } from "vitest";
import { isInvitation } from "./arrivals.ts";
import { strengthOf } from "./strength.ts";

test("several words beat a decorated short one, in any script", () => {
  expect(strengthOf("")).toBe("none");
  expect(strengthOf("P@ssw0rd!")).toBe("short");
  expect(strengthOf("aaaaaaaaaaaaaaaa")).toBe("weak");
  expect(strengthOf("copper lantern rivers")).toBe("fair");
  expect(strengthOf("copper lantern under seven rivers")).toBe("good");
  expect(strengthOf("ទន្លេ ចង្កៀង ស្ពាន់ ក្រោម ប្រាំពីរ")).toBe("good");
});

test("only a fragment that is no place of ours is taken for an invitation", () => {
  expect(isInvitation("")).toBe(false);
  expect(isInvitation("#/cases/abc")).toBe(false);
  expect(isInvitation("#saksi-invitation")).toBe(true);
});
