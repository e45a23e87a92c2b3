/** How a Word file looks: the ink and the one green of every other format; a heading stays with what it heads. */

import type { IStylesOptions } from "docx";

const accent = "0D4F3C";

const heading = (size: number, before: number) => ({
  run: { font: "Noto Sans", size, bold: true, color: accent },
  paragraph: { keepNext: true, spacing: { before, after: 100 } },
});

/** Sizes in half points, spacing in twentieths of a point */
export const docxStyles: IStylesOptions = {
  default: {
    document: { run: { font: "Noto Sans", size: 21 }, paragraph: { spacing: { line: 288 } } },
    title: { run: { font: "Noto Sans", size: 40, bold: true, color: accent }, paragraph: { spacing: { after: 240 } } },
    heading1: heading(30, 440),
    heading2: heading(25, 320),
    heading3: heading(22, 260),
    heading4: heading(21, 220),
    hyperlink: { run: { color: accent } },
  },
  paragraphStyles: [
    {
      id: "ContentsTitle",
      name: "Contents title",
      basedOn: "Normal",
      next: "Normal",
      run: { size: 25, bold: true, color: accent },
      paragraph: { keepNext: true, spacing: { before: 320, after: 100 } },
    },
  ],
};
