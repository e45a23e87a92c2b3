import { expect, test } from "vitest";
import { bytesOf } from "./bytes.ts";
import { finishPdf } from "./finish-pdf.ts";
import { uaFaults } from "./pdf-ua.ts";

test("a file of another form is our fault, and says so", () => {
  for (const text of ["", "%PDF-1.7\n", "%PDF-1.7\ntrailer <</Root 1 0 R /Size 2>> startxref 9 %%EOF"]) {
    expect(() => finishPdf(bytesOf(text))).toThrow("PDF of an unknown form");
  }
});

test("our checks of PDF/UA-1 find what is missing", () => {
  const file = (objects: object) => ({ qpdf: [{}, objects] });
  const bare = file({
    "obj:1 0 R": { value: { "/Type": "/Catalog" } },
    "obj:2 0 R": { value: { "/S": "/Figure" } },
    "obj:3 0 R": { value: { "/Type": "/FontDescriptor" } },
  });
  expect(uaFaults(bare).map(({ reason }) => reason)).toEqual([
    "not marked as tagged",
    "no language",
    "title is not displayed",
    "no structure",
    "figure without alternative text",
    "font not embedded",
  ]);
});
