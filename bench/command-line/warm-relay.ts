import { join } from "node:path";
import type { Row } from "../figures.ts";
import type { Measuring } from "../measures.ts";
import { waitingGuest } from "./vault.ts";

/** A relay that runs has its spaces' hashes in memory; one that was just started reads them when it is first asked. */
export async function warmRelay({ scratch, stored }: Measuring): Promise<readonly Row[]> {
  const vault = await waitingGuest(join(scratch, "earlier"), stored);
  const syncing = vault.sync();
  await new Promise<void>((resolve) => {
    vault.watch("records", { type: "testimony", limit: 1 }, (rows) => (rows.length > 0 ? resolve() : undefined));
  });
  await vault.close();
  await syncing; // it says that the vault was locked
  return [];
}
