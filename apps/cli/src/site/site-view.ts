/** What every page is drawn from: the words, the day, the facts. */

import type { Atlas } from "@saksi/treaties/atlas";
import type { Tracked } from "@saksi/treaties/tracked";
import type { Tongue } from "./tongue.ts";

export interface SiteView {
  readonly tongue: Tongue;
  /** The day that the site speaks from: what is due after it is to come */
  readonly today: string;
  /** Where the site will be reached, such as `https://atlas.example`; `null`: nobody has said */
  readonly address: string | null;
  /** What is shipped, with what members confirmed over it */
  readonly atlas: Atlas;
  /** Bills, recommendations and commitments that an outsider may see */
  readonly tracked: Tracked;
}
