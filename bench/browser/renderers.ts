/** What the browser's page processes need, as the system sees it: resident memory and processor time. Linux alone. */

import { existsSync, readFileSync } from "node:fs";
import type { BrowserContext } from "@playwright/test";
import { tenths } from "../figures.ts";

const pageBytes = 4096;
const ticksPerSecond = 100;

/** Watches until `stop`; the largest page process counts, which is the one with the vault. */
export async function watchedRenderers(context: BrowserContext) {
  const browser = context.browser();
  if (!browser) throw new Error("a browser of its own was expected");
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const pids = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
  const idle = Math.max(...pids.map(residentBytes));
  const before = processorTicks(pids);
  let peak = idle;
  const watching = setInterval(() => {
    peak = Math.max(peak, ...pids.map(residentBytes));
  }, 50);
  return {
    processorSeconds: () => tenths((processorTicks(pids) - before) / ticksPerSecond),
    stop() {
      clearInterval(watching);
      return {
        idle: Math.round(idle / 1e6),
        aboveIdle: Math.round((peak - idle) / 1e6),
      };
    },
  };
}

const procFile = (pid: number, name: string): string => {
  const path = `/proc/${pid}/${name}`;
  return existsSync(path) ? readFileSync(path, "utf8") : "";
};

const residentBytes = (pid: number): number => Number(procFile(pid, "statm").split(" ")[1] ?? 0) * pageBytes;

/** User and system time, the fourteenth and fifteenth field; the second may hold spaces. */
function processorTicks(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    const fields = procFile(pid, "stat").split(") ")[1]?.split(" ") ?? [];
    return sum + Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  }, 0);
}
