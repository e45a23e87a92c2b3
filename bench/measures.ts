/** What can be measured, each in a process of its own, so that none warms or crowds another. */

import type { StoredAlliance } from "./alliance.ts";
import type { Row } from "./figures.ts";

export interface Measuring {
  /** The repository */
  readonly root: string;
  /** A folder that goes when all is measured; what one measure leaves there another may use */
  readonly scratch: string;
  readonly stored: StoredAlliance;
  /** The relay over the stored alliance, which also serves the page that is measured */
  readonly relay: string;
  /** Path of the built relay, for measures that need an empty one */
  readonly program: string;
  /** Shortens everything: for the test that this still runs */
  readonly tiny: boolean;
}

interface Measure {
  readonly name: string;
  /** Which rows come of it */
  readonly keys: readonly string[];
  readonly run: (measuring: Measuring) => Promise<readonly Row[]>;
}

export const measures: readonly Measure[] = [
  {
    name: "warm-relay", // goes before those that read the whole alliance
    keys: [],
    run: async (measuring) => (await import("./command-line/warm-relay.ts")).warmRelay(measuring),
  },
  {
    name: "command-line-bootstrap",
    keys: [
      "bootstrap-cli-first",
      "bootstrap-cli",
      "bootstrap-cli-searchable",
      "bootstrap-cli-full",
      "bootstrap-cli-memory",
    ],
    run: async (measuring) => (await import("./command-line/bootstrap.ts")).bootstrapOnCommandLine(measuring),
  },
  {
    name: "command-line-open",
    keys: ["unlock", "warm-open", "search", "save-cli"],
    run: async (measuring) => (await import("./command-line/open.ts")).openOnCommandLine(measuring),
  },
  {
    name: "browser",
    keys: [
      "bootstrap-browser-first",
      "bootstrap-browser",
      "bootstrap-browser-searchable",
      "bootstrap-browser-full",
      "bootstrap-browser-memory",
      "unlock-browser",
      "warm-open-browser",
      "search-browser",
      "save-browser",
    ],
    run: async (measuring) => (await import("./browser/measure.ts")).measureBrowser(measuring),
  },
  {
    name: "relay",
    keys: ["relay-sqlite"],
    run: async (measuring) => (await import("./relay-ingest.ts")).ingestAtRelay(measuring),
  },
  {
    name: "elsewhere",
    keys: ["seen-elsewhere"],
    run: async (measuring) => (await import("./seen-elsewhere.ts")).seenElsewhere(measuring),
  },
  {
    name: "reports",
    keys: ["report-pdf", "report-epub", "report-docx", "report-html"],
    run: async (measuring) => (await import("./reports.ts")).reports(measuring),
  },
  {
    name: "first-load",
    keys: ["first-load"],
    run: async (measuring) => (await import("./first-load.ts")).firstLoad(measuring),
  },
  {
    name: "attach",
    keys: ["attach-1gb"],
    run: async (measuring) => (await import("./attach.ts")).attachLarge(measuring),
  },
];
