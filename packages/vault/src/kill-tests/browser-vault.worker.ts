/** A whole vault in a browser: makes one, writes, locks, opens it again, and says what it then has. */

import { openBrowserVault } from "../worker/open.browser.ts";

const passphrase = "a made-up passphrase";

async function asked(what: string): Promise<unknown> {
  const vault = await openBrowserVault({ keep: true });
  try {
    if (what === "begin") {
      await vault.create({ passphrase, profile: { name: "Made-up", organisation: "Made-up Centre" } });
      await vault.createSpace({ name: "Made-up space" });
      for (let each = 0; each < 25; each += 1)
        await vault.write([{ type: "case", fields: { title: `Canary ${each}` } }]);
      await vault.lock();
    }
    const before = await vault.state();
    const wrong = await vault.unlock("another passphrase");
    const unlocked = await vault.unlock(passphrase);
    const cases = await vault.ask("records", { type: "case", limit: 100 });
    const found = await vault.ask("search", { words: "canary" });
    return { before, wrong, unlocked, cases: cases.length, found: found.length > 0, after: await vault.state() };
  } finally {
    await vault.close();
  }
}

self.addEventListener("message", ({ data }: MessageEvent<{ asked: number; value: string }>) => {
  asked(data.value).then(
    (value) => self.postMessage({ answers: data.asked, value }),
    (error: unknown) => self.postMessage({ answers: data.asked, value: String(error) }),
  );
});
