/** What members follow up state by state beside the facts of the atlas; each one confirmed by a second member. */

import type { Bill } from "./bills.ts";
import { type Commitment, isForPublic } from "./commitments.ts";
import type { Recommendation } from "./recommendations.ts";

export interface Tracked {
  readonly bills: readonly Bill[];
  readonly recommendations: readonly Recommendation[];
  readonly commitments: readonly Commitment[];
}

export const nothingTracked: Tracked = { bills: [], recommendations: [], commitments: [] };

export const trackedIn = (state: string, { bills, recommendations, commitments }: Tracked): Tracked => ({
  bills: bills.filter((one) => one.state === state),
  recommendations: recommendations.filter((one) => one.state === state),
  commitments: commitments.filter((one) => one.state === state),
});

/** What a page for everybody may show: a commitment that was only said at an event stays inside. */
export const forPublic = (all: Tracked): Tracked => ({ ...all, commitments: all.commitments.filter(isForPublic) });
