/** The worker's composition root: the disk, the network, the clock and randomness are chosen here. */

import "./trusted-types.ts";
import { holdVault } from "@saksi/vault/worker/hold.browser";
import { lineOver, type ToPage, type ToVault } from "@saksi/vault/worker/port-messages";

const page = lineOver<ToVault, ToPage>(self);
void holdVault;
void page;
