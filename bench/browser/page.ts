/** The page's side of the measures: asks the vault over the app's line, and keeps the time. Called by name from outside. */

import "../../apps/web/src/trusted-types.ts";
import type { SpaceRow } from "@saksi/vault/port";
import { connect } from "@saksi/vault/worker/connect.browser";
import { lineOver, type ToPage, type ToVault } from "@saksi/vault/worker/port-messages";
import { good } from "../answers.ts";
import { draftOf, keystrokes, markedOf, marker } from "../corpus.ts";
import { timed, timesOf } from "../figures.ts";
import type { FloorAsked, FloorTimes } from "./floor.worker.ts";

const connection = connect();
const { vault } = connection;
connection.attach(lineOver<ToPage, ToVault>(new Worker("vault.worker.js", { type: "module", name: "vault" })));

export type Milestone = "first" | "rows" | "searchable" | "full";
const never = new Promise<number>(() => {});
let reached: Readonly<Record<Milestone, Promise<number>>> = {
  first: never,
  rows: never,
  searchable: never,
  full: never,
};

const pageCalls = {
  /** The backup lies beside the page. */
  async restore(passphrase: string): Promise<void> {
    good(await vault.restore({ passphrase, file: await (await fetch("guest.age")).blob() }));
  },

  async unlock(passphrase: string): Promise<number> {
    await vault.state(); // so that loading the worker is not counted
    return (await timed(async () => good(await vault.unlock(passphrase)))).ms;
  },

  /** From an open vault with keys and not one entry, which follows its relay as the app does. */
  begin(entries: number): void {
    const began = performance.now();
    const since = () => performance.now() - began;
    const first = new Promise<number>((resolve) => {
      const stop = vault.watch("records", { type: "testimony", limit: 50 }, (rows) => {
        if (rows.length === 0) return;
        resolve(since());
        stop();
      });
    });
    const rows = spaceThat(({ sync }) => sync.size >= entries).then(since);
    const full = spaceThat(({ sync }) => sync.size >= entries && sync.checked >= sync.size).then(since);
    const searchable = rows.then(async () => {
      while ((await countOf({ words: marker })) < markedOf(entries)) await pause(500);
      return since();
    });
    reached = { first, rows, searchable, full };
  },

  /** Milliseconds from `begin` to there. */
  reach: (milestone: Milestone): Promise<number> => reached[milestone],

  count: () => countOf({}),

  list: async (): Promise<number> => (await timed(() => vault.ask("records", { type: "testimony", limit: 50 }))).ms,

  async searches(): Promise<readonly number[]> {
    const typed = keystrokes();
    await vault.ask("search", { words: "warm" });
    return timesOf(typed.length, (at) => vault.ask("search", { words: typed[at]?.typed ?? "" }));
  },

  async saves(count: number): Promise<readonly number[]> {
    const space = good(await vault.createSpace({ name: "Here alone" }));
    return timesOf(count, async (at) => good(await vault.write([draftOf(at)], space)));
  },

  floors(asked: FloorAsked): Promise<FloorTimes> {
    const worker = new Worker("floor.worker.js", { type: "module" });
    return new Promise((resolve, reject) => {
      worker.addEventListener("error", (event) => reject(new Error(event.message)));
      worker.addEventListener("message", ({ data }: MessageEvent<FloorTimes | "ready">) => {
        if (data === "ready") worker.postMessage(asked);
        else resolve(data);
      });
    });
  },
};

export type PageCalls = typeof pageCalls;
Object.assign(globalThis, { pageCalls });

async function countOf(asks: { readonly words?: string }): Promise<number> {
  return (await vault.ask("count", asks)).reduce((sum, { count }) => sum + count, 0);
}

function spaceThat(holds: (space: SpaceRow) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stop = vault.watch("spaces", {}, (spaces) => {
      if (!spaces.some(holds)) return;
      resolve();
      stop();
    });
  });
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
