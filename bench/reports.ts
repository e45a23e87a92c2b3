/** A joint report of 200 cases and about 300 pages, from dossier to checked file, format by format. */

import { join } from "node:path";
import { aReport } from "@saksi/publish/example";
import { publish } from "@saksi/publish/publish";
import type { Format } from "@saksi/publish/scan";
import { nodeTools } from "@saksi/publish/tools.node";
import { unzipSync, zipSync } from "fflate";
import { median, type Row, seconds, timed } from "./figures.ts";
import type { Measuring } from "./measures.ts";

const runs = 3;

export async function reports({ root, tiny }: Measuring): Promise<readonly Row[]> {
  const dossier = aReport(tiny ? 3 : 200);
  const tools = nodeTools(join(root, "packages/publish"));
  const rows: Row[] = [];
  for (const format of ["pdf", "epub", "docx", "html"] as const) {
    const took: number[] = [];
    const bare: number[] = [];
    let bytes = new Uint8Array(0);
    for (let run = 0; run < (tiny ? 1 : runs); run += 1) {
      let typesetting = 0;
      const startTypst: typeof tools.startTypst = async () => {
        const typst = await tools.startTypst();
        return {
          ...typst,
          async compile(files, fonts) {
            const { ms, value } = await timed(() => typst.compile(files, fonts));
            typesetting += ms;
            return value;
          },
        };
      };
      const { ms, value } = await timed(() =>
        publish(
          { dossier, cleared: true, protect: [], formats: [format], day: "2026-01-01" },
          { ...tools, startTypst },
        ),
      );
      if ("problem" in value) throw new Error(JSON.stringify(value.problem).slice(0, 300));
      bytes = new Uint8Array(value.files[0]?.bytes ?? []);
      took.push(ms);
      bare.push(await floorOf(format, bytes, typesetting));
    }
    const note = `command line; ${Math.round(bytes.length / 1000)} KB; floor: ${floors[format]}`;
    rows.push({ key: `report-${format}`, value: seconds(median(took)), unit: "s", floor: seconds(median(bare)), note });
  }
  return rows;
}

const floors: Readonly<Record<Format, string>> = {
  pdf: "Typst alone",
  epub: "packing the same files",
  docx: "packing the same files",
  html: "encoding the same text",
};

async function floorOf(format: Format, bytes: Uint8Array, typesetting: number): Promise<number> {
  if (format === "pdf") return typesetting;
  if (format === "html") {
    const text = new TextDecoder().decode(bytes);
    return (await timed(() => new TextEncoder().encode(text))).ms;
  }
  const files = unzipSync(bytes);
  return (await timed(() => zipSync(files))).ms;
}
