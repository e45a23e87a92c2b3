import { expect, test } from "vitest";
import { isolate } from "./isolate.ts";

test("a name of the other direction is set apart, and nothing else is", () => {
  expect(isolate({ name: "عائشہ فرضی", count: 3 }, "ltr")).toEqual({ name: "\u2068عائشہ فرضی\u2069", count: 3 });
  expect(isolate({ name: "Dara Made-up" }, "ltr")).toEqual({ name: "Dara Made-up" });
  expect(isolate({ name: "Dara Made-up", needs: "keeper" }, "rtl")).toEqual({
    name: "\u2068Dara Made-up\u2069",
    needs: "keeper",
  });
});
