/** The worker's composition root: which vault, and what happens when something breaks. */

import "./trusted-types.ts";
import { holdVault } from "@saksi/vault/worker/hold.browser";
import { lineOver, type ToPage, type ToVault } from "@saksi/vault/worker/port-messages";

const page = lineOver<ToVault, ToPage>(self);
const crash = (reason: unknown) =>
  page.post({ kind: "crashed", what: reason instanceof Error ? reason.message : "unknown" });
self.addEventListener("unhandledrejection", ({ reason }) => crash(reason));

const sample = self.name === "sample";
const me = crypto.randomUUID();

holdVault({
  page,
  me,
  // Each tab has a sample of its own; a vault is one on a device.
  name: sample ? `saksi-sample-${me}` : "saksi-vault",
  end: () => self.close(),
  async open() {
    const { openBrowserVault } = await import("@saksi/vault/worker/open.browser");
    const vault = await openBrowserVault({ keep: !sample });
    if (sample) {
      const { fillSample } = await import("./sample.ts");
      const profile = { name: "Sample visitor", organisation: "Made-up organisation" };
      const attach = await fillSample(vault, { passphrase: crypto.randomUUID(), profile });
      attach().catch(crash);
    }
    return vault;
  },
}).catch(crash);
