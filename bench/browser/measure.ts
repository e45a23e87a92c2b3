/** Chromium on an empty profile: the app's worker reads the whole alliance, is opened again, searched and written to. */

import { join } from "node:path";
import process from "node:process";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { passphrase } from "../alliance.ts";
import { median, percentile, type Row, seconds, tenths } from "../figures.ts";
import type { Measuring } from "../measures.ts";
import { browserPath } from "./browser-path.ts";
import type { Milestone, PageCalls } from "./page.ts";
import { watchedRenderers } from "./renderers.ts";

const flags = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-sync";

export async function measureBrowser(measuring: Measuring): Promise<readonly Row[]> {
  const { scratch, relay } = measuring;
  const executablePath = browserPath();
  const context = await chromium.launchPersistentContext(join(scratch, "profile"), {
    args: flags.split(" "),
    ...(executablePath !== undefined && { executablePath }),
  });
  try {
    return await measured(context, { ...measuring, address: `${relay}/app/` });
  } finally {
    await context.close();
  }
}

async function measured(
  context: BrowserContext,
  { address, stored, tiny }: Measuring & { readonly address: string },
): Promise<readonly Row[]> {
  const page = await opened(context, address);
  let pull = { url: "", authorization: "" };
  page.on("request", (request) => {
    const url = request.url();
    if (url.includes("/entries?after=0")) pull = { url, authorization: request.headers().authorization ?? "" };
  });
  await call(page, "restore", passphrase);
  await call(page, "unlock", passphrase);
  const renderers = await watchedRenderers(context);
  await call(page, "begin", stored.entries);
  const reached = async (milestone: Milestone) => {
    const ms = await call(page, "reach", milestone);
    return { ms, processorSeconds: renderers.processorSeconds() };
  };
  const [first, all, full, searchable] = [
    await reached("first"),
    await reached("rows"),
    await reached("full"),
    await reached("searchable"),
  ];
  const { aboveIdle, idle } = renderers.stop();
  const count = await call(page, "count");
  if (count !== stored.entries) throw new Error(`${count} records`);
  await page.close();

  const unlocks: number[] = [];
  const lists: number[] = [];
  for (let run = 0; run < (tiny ? 1 : 5); run += 1) {
    const again = await opened(context, address);
    unlocks.push(await call(again, "unlock", passphrase));
    lists.push(await call(again, "list"));
    await again.close();
  }
  const used = await opened(context, address);
  await call(used, "unlock", passphrase);
  const searches = await call(used, "searches");
  const saves = await call(used, "saves", tiny ? 5 : 200);
  await used.close();

  const alone = await opened(context, address);
  const floor = await call(alone, "floors", { entries: stored.entries, pull, saves: tiny ? 5 : 200 });
  const p95 = (values: readonly number[]) => tenths(percentile(values, 0.95));
  const rows = floor.fetched + floor.rows;
  const inSeconds = (
    key: string,
    { ms, processorSeconds }: Awaited<ReturnType<typeof reached>>,
    bare: number | null,
    note: string,
  ): Row => ({
    key,
    value: seconds(ms),
    unit: "s",
    floor: bare === null ? null : seconds(bare),
    note: `${processorSeconds} s of processor; ${note}`,
  });
  return [
    inSeconds("bootstrap-browser-first", first, null, "first fifty rows of a list"),
    inSeconds("bootstrap-browser", all, rows, "floor: a fetch of the same bytes, and bare SQLite inserts of the texts"),
    inSeconds(
      "bootstrap-browser-searchable",
      searchable,
      rows + floor.words,
      "floor: and bare FTS5 inserts of their tokens",
    ),
    inSeconds("bootstrap-browser-full", full, rows + floor.words + floor.signatures, "floor: and bare WebCrypto"),
    {
      key: "bootstrap-browser-memory",
      value: aboveIdle,
      unit: "MB",
      floor: null,
      note: `peak above the unlocked vault before (${idle} MB), resident`,
    },
    {
      key: "unlock-browser",
      value: Math.round(median(unlocks)),
      unit: "ms",
      floor: Math.round(floor.argon2),
      note: "floor: Argon2id alone",
    },
    {
      key: "warm-open-browser",
      value: tenths(median(lists)),
      unit: "ms",
      floor: null,
      note: "the first list of fifty after unlocking",
    },
    {
      key: "search-browser",
      value: p95(searches),
      unit: "ms",
      floor: p95(floor.searches),
      note: `${searches.length} keystrokes, median ${tenths(median(searches))} ms; floor: bare FTS5, row numbers only`,
    },
    {
      key: "save-browser",
      value: p95(saves),
      unit: "ms",
      floor: p95(floor.flushes),
      note: `median ${tenths(median(saves))} ms; floor: 2 KB written to OPFS and flushed`,
    },
  ];
}

async function opened(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  page.on("pageerror", (error) => process.stderr.write(`page: ${error.message}\n`));
  page.on("console", (message) => process.stderr.write(`console: ${message.text()}\n`));
  await page.goto(address);
  return page;
}

function call<Name extends keyof PageCalls>(
  page: Page,
  name: Name,
  ...args: Parameters<PageCalls[Name]>
): Promise<Awaited<ReturnType<PageCalls[Name]>>> {
  return page.evaluate(([called, given]) => Reflect.get(globalThis, "pageCalls")[called](...given), [
    name,
    args,
  ] as const) as Promise<Awaited<ReturnType<PageCalls[Name]>>>;
}
