/** Whose journey to read beside a state's own. */

import { type Atlas, shippedAtlas } from "./atlas.ts";
import { journeys } from "./journeys.ts";
import { regionOf, type State, stateOf } from "./states.ts";
import { statusOf } from "./treaty-status.ts";

/** Up to three states of the same region that joined the Convention, the journey told at most length first: what they did can be copied. */
export function neighboursOf(state: State, atlas: Atlas = shippedAtlas): readonly State[] {
  return [...journeys]
    .sort((a, b) => b.milestones.length - a.milestones.length || (a.state < b.state ? -1 : 1))
    .flatMap((journey) => stateOf(journey.state) ?? [])
    .filter((one) => one.iso3 !== state.iso3 && regionOf(one) === regionOf(state))
    .filter(({ iso3 }) => statusOf(iso3, "CAT", atlas.register).value === "party")
    .slice(0, 3);
}
