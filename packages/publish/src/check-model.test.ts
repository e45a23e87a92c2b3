import fc from "fast-check";
import { expect, test } from "vitest";
import { modelFaults, readBlocks } from "./check-model.ts";
import { aDossier } from "./example.ts";
import { heading, paragraph, table, text } from "./write.ts";

const at = { lang: "en", dir: "ltr" };
const reasons = (...nodes: readonly unknown[]) => modelFaults(nodes).map(({ reason }) => reason);

test("what our own builders make is accepted", () => {
  for (const { blocks } of aDossier().sections) expect(readBlocks(blocks)).toEqual({ blocks });
});

test.each([
  ["an unknown node", { type: "video", attrs: at }, "unknown-node"],
  ["an inherited name", { type: "constructor", attrs: at }, "unknown-node"],
  ["raw markup", { type: "html", content: "<script>" }, "unknown-node"],
  ["an unknown attribute", { type: "toc", attrs: { ...at, onclick: "x" } }, "bad-attribute"],
  ["an unknown key", { type: "toc", attrs: at, style: "x" }, "unknown-key"],
  ["a block without a language", { type: "paragraph", attrs: { dir: "ltr" }, content: [] }, "bad-attribute"],
  ["Urdu from the left", { type: "paragraph", attrs: { lang: "ur", dir: "ltr" }, content: [] }, "dir-is-not-of-lang"],
  [
    "a figure without alternative text",
    { type: "figure", attrs: { ...at, image: "i1", alt: " ", caption: "" } },
    "bad-attribute",
  ],
  [
    "a chart without alternative text",
    { type: "chart", attrs: { ...at, alt: "", caption: "", data: { kind: "bar", bars: [{ label: "a", value: 1 }] } } },
    "bad-attribute",
  ],
  [
    "a chart of a kind nobody draws",
    { type: "chart", attrs: { ...at, alt: "a", caption: "", data: { kind: "pie", slices: [] } } },
    "bad-attribute",
  ],
  [
    "a redaction that keeps its text",
    { type: "paragraph", attrs: at, content: [{ type: "redaction", text: "a name" }] },
    "unknown-key",
  ],
  [
    "a redaction that keeps its length",
    { type: "paragraph", attrs: at, content: [{ type: "redaction", attrs: { length: 7 } }] },
    "unknown-key",
  ],
  [
    "a link that is a script",
    { type: "paragraph", attrs: at, content: [text("a", { type: "link", attrs: { href: "javascript:x" } })] },
    "bad-mark",
  ],
  [
    "a link without a lock",
    { type: "paragraph", attrs: at, content: [text("a", { type: "link", attrs: { href: "http://a" } })] },
    "bad-mark",
  ],
  [
    "a note in a note",
    {
      type: "paragraph",
      attrs: at,
      content: [{ type: "footnote", content: [{ type: "footnote", content: [text("a")] }] }],
    },
    "bad-content",
  ],
  [
    "a note in a heading",
    { type: "heading", attrs: { ...at, level: 1 }, content: [{ type: "footnote", content: [text("a")] }] },
    "bad-content",
  ],
  ["a block in a line", { type: "paragraph", attrs: at, content: [paragraph("en", text("a"))] }, "bad-content"],
  ["text without a block", text("a"), "bad-content"],
  ["a control character", paragraph("en", text("a\u0000b")), "bad-content"],
  ["half a character", paragraph("en", text("\ud800")), "bad-content"],
  ["rows of other widths", table("en", "a", [["a", "b"], ["c"]]), "row-of-other-width"],
  ["a first heading of level two", heading("en", 2, text("a")), "level-skipped"],
] as const)("%s is refused", (_, node, reason) => {
  expect(reasons(node)).toEqual([reason]);
});

test("nothing from outside makes the check throw", () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => void modelFaults(value)));
});
