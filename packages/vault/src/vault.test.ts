import { randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { err, ok } from "@saksi/wire/result";
import { expect, test } from "vitest";
import { openNodeCrypto } from "./crypto.node.ts";
import { memoryDisk } from "./disk.memory.ts";
import type { Vault } from "./port.ts";
import { openMemorySqlite } from "./sqlite.node.ts";
import { openVault } from "./vault.ts";
import { connect } from "./worker/connect.browser.ts";
import { lineOver, type ToPage, type ToVault } from "./worker/port-messages.ts";
import { serve } from "./worker/serve.ts";

const passphrase = "a made-up passphrase";
const profile = { name: "Made-up Documenter", organisation: "Made-up Centre" };
const random = (length: number) => new Uint8Array(randomBytes(length));
const refusedAfterMs = 300;

/** A locked vault over a disk that, like a browser's, has one owner and is long in refusing a second. */
async function lockedVault() {
  const disk = memoryDisk(random);
  const now = { owned: false, tablesOpen: 0, beforeRead: async () => {} };
  const vault = openVault({
    crypto: await openNodeCrypto(random),
    async openDisk() {
      if (now.owned) {
        await wait(refusedAfterMs);
        return err({ kind: "another-writer" });
      }
      now.owned = true;
      await wait(5);
      return ok({
        ...disk,
        async readWhole(name) {
          await now.beforeRead();
          return disk.readWhole(name);
        },
        async close() {
          now.owned = false;
        },
      });
    },
    async openTablesFile() {
      now.tablesOpen += 1;
      const db = openMemorySqlite();
      return ok({
        ...db,
        close() {
          now.tablesOpen -= 1;
          db.close();
        },
      });
    },
    dropTablesFile: async () => {},
    storage: "kept",
    fetch: async () => Promise.reject(new TypeError("no network")),
    now: () => Date.UTC(2026, 0, 1),
    sleep: (ms) => wait(ms),
    soon: (work) => void setImmediate(work),
    follow: false,
    argon2Cost: { memoryKib: 64 * 1024, passes: 1 },
  });
  expect(await vault.create({ passphrase, profile })).toEqual(ok(undefined));
  await vault.close();
  return { vault, now };
}

/** A page, and what it was told of the vault's state each time it had to look again. */
function aPage() {
  const { port1, port2 } = new MessageChannel();
  port1.start();
  port2.start();
  const page = connect();
  page.attach(lineOver<ToPage, ToVault>(port1));
  const heard: string[] = [];
  page.onState(() => void page.vault.state().then(({ state }) => heard.push(state)));
  const worker = lineOver<ToVault, ToPage>(port2);
  return {
    page: page.vault,
    heard,
    serve(vault: Vault) {
      serve(worker, vault, { holder: "one", stateChanged: () => worker.post({ kind: "state-changed" }) });
    },
    end: () => port1.close(),
  };
}

test("a page that unlocks before its worker listens hears of an open vault last", async () => {
  const { vault } = await lockedVault();
  const { page, heard, serve, end } = aPage();
  const unlocking = page.unlock(passphrase);
  serve(vault);
  expect(await unlocking).toEqual(ok(undefined));
  await wait(2 * refusedAfterMs);
  expect(heard.at(-1)).toBe("open");
  end();
});

test("whoever asks while the disk is being opened waits for it, and nobody finds it taken", async () => {
  const { vault } = await lockedVault();
  const [{ state }, unlocked] = await Promise.all([vault.state(), vault.unlock(passphrase)]);
  expect(state).toBe("locked");
  expect(unlocked).toEqual(ok(undefined));
});

test("a state that was long in reading is the state at its end", async () => {
  const { vault, now } = await lockedVault();
  let read = () => {};
  const reading = new Promise<void>((resolve) => {
    read = resolve;
  });
  now.beforeRead = () => reading;
  const asked = vault.state();
  await wait(20);
  now.beforeRead = async () => {};
  expect(await vault.unlock(passphrase)).toEqual(ok(undefined));
  read();
  expect(await asked).toMatchObject({ state: "open" });
});

test("two who unlock at once open one vault", async () => {
  const { vault, now } = await lockedVault();
  await vault.state();
  const both = await Promise.all([vault.unlock(passphrase), vault.unlock(passphrase)]);
  expect(both).toEqual([ok(undefined), ok(undefined)]);
  expect(now.tablesOpen).toBe(1);
});

test("a disk that was taken is asked for again the next time", async () => {
  const { vault, now } = await lockedVault();
  now.owned = true;
  expect(await vault.unlock(passphrase)).toEqual(err({ kind: "another-writer" }));
  now.owned = false;
  expect(await vault.unlock(passphrase)).toEqual(ok(undefined));
});
