/** The states and territories of the site, by name. */

import { type State, states, territories } from "@saksi/treaties/states";

const byName = (one: State, other: State): number => (one.name < other.name ? -1 : 1);

export const allStates: readonly State[] = [...states, ...territories].sort(byName);
export const statesByName: readonly State[] = [...states].sort(byName);
