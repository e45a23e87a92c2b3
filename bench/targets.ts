/** What each row stands for, and how good it must be: section "numbers to reach" of the design. */

interface Target {
  readonly what: string;
  readonly most?: number;
  readonly least?: number;
  /** What a prototype measured on such a machine before anything of this was written */
  readonly prototype?: string;
}

export const targets: Readonly<Record<string, Target>> = {
  "bootstrap-browser-first": { what: "100,000 entries into an empty device, Chromium: first screen of rows", most: 2 },
  "bootstrap-browser": { what: "… all rows", most: 10, prototype: "16 s" },
  "bootstrap-browser-searchable": { what: "… every word searchable", most: 20, prototype: "22 to 30 s" },
  "bootstrap-browser-full": { what: "… every signature checked", most: 40 },
  "bootstrap-browser-memory": { what: "… memory above idle", most: 200, prototype: "650 MB" },
  "bootstrap-cli-first": { what: "the same on the command line: first rows" },
  "bootstrap-cli": { what: "… all rows", most: 6 },
  "bootstrap-cli-searchable": { what: "… every word searchable", most: 12, prototype: "16 s" },
  "bootstrap-cli-full": { what: "… every signature checked", most: 25 },
  "bootstrap-cli-memory": { what: "… memory above idle" },
  unlock: { what: "from the passphrase to an open vault, 100,000 records", most: 1000 },
  "unlock-browser": { what: "the same in Chromium", most: 1000 },
  "warm-open": { what: "the first list after unlocking", most: 500, prototype: "1 to 5 ms" },
  "warm-open-browser": { what: "the same in Chromium", most: 500, prototype: "23 ms" },
  search: { what: "search, every keystroke, twelve languages, p95", most: 50, prototype: "4.5 ms (row numbers only)" },
  "search-browser": { what: "the same in Chromium", most: 50, prototype: "9.4 ms (row numbers only)" },
  "save-cli": { what: "one save, on disk, p95", most: 5 },
  "save-browser": { what: "the same in Chromium", most: 25 },
  "relay-sqlite": { what: "entries a second that the embedded relay takes", least: 10_000 },
  "seen-elsewhere": { what: "a save seen on another device, p95", most: 500 },
  "report-pdf": { what: "joint report of 200 cases as PDF", most: 6 },
  "report-epub": { what: "… as EPUB", most: 2 },
  "report-docx": { what: "… as DOCX", most: 2 },
  "report-html": { what: "… as HTML", most: 2 },
  "first-load": { what: "the web app before its first screen", most: 100 },
  "attach-1gb": { what: "attaching a file of 1 GB: memory above idle", most: 64 },
};

export const isMet = (key: string, value: number): boolean | null => {
  const { most, least } = targets[key] ?? {};
  if (most !== undefined) return value <= most;
  return least === undefined ? null : value >= least;
};
