/** Conditions of procedures that no field of the acceptance row holds, each as a rule of its own. */

import { acceptanceOf } from "./acceptances.ts";
import type { Atlas } from "./atlas.ts";
import type { Traced } from "./cell.ts";
import { institutionOf, mechanismOf } from "./prevention.ts";
import { reviewsOf } from "./reports-due.ts";
import { stateCell, stateOf } from "./states.ts";
import { statusOf } from "./treaty-status.ts";
import type { Truth } from "./truth.ts";

type Condition = (state: string, atlas: Atlas) => Traced<Truth>;

/** By procedure code. What is not here is open to anyone, or its fields say all. */
export const specialConditions: Readonly<Record<string, Condition>> = {
  UPR: (state) => isMember(state, false),
  "WGAD-R": (state) => isMember(state, "unknown"),
  "WGAD-U": (state) => isMember(state, "unknown"),
  AICHR: isInAsean,
  NHRI: hasInstitution,
  NPM: hasMechanism,
  "CAT-FU": wasReviewed,
  "ICC-15": mayReachTheCourt,
  MECH: hasMandate,
};

function wasReviewed(state: string, atlas: Atlas): Traced<Truth> {
  const { value, trace } = reviewsOf(state, atlas);
  return { value: value.length > 0, trace };
}

function isMember(state: string, ofOthers: Truth): Traced<Truth> {
  const one = stateOf(state);
  if (!one) return { value: "unknown", trace: [] };
  return { value: one.kind === "un-member-state" ? true : ofOthers, trace: [stateCell(one)] };
}

function isInAsean(state: string): Traced<Truth> {
  const one = stateOf(state);
  return one
    ? { value: one.regionalBodies.includes("ASEAN"), trace: [stateCell(one)] }
    : { value: "unknown", trace: [] };
}

/** An institution that is named may be asked; one that lost its accreditation or was dissolved is a question. */
function hasInstitution(state: string, atlas: Atlas): Traced<Truth> {
  const { value, trace } = institutionOf(state, atlas);
  if (trace.length === 0) return { value: "unknown", trace };
  if (value.name === null) return { value: value.accreditation === "none" ? false : "unknown", trace };
  return { value: value.accreditation === "none" ? "unknown" : true, trace };
}

/** Designated or contested: it exists. Late or changing: a question. Outside the Protocol: what the state says it has. */
function hasMechanism(state: string, atlas: Atlas): Traced<Truth> {
  const { value, trace } = mechanismOf(state, atlas);
  if (value.status === "designated" || value.status === "contested") return { value: true, trace };
  if (value.status === "none") return { value: false, trace };
  const own = acceptanceOf(state)?.npm;
  return { value: value.status === "not-applicable" && own === "none" ? false : "unknown", trace };
}

/** A party's territory is within reach; elsewhere a referral or a crime across a border may be. */
function mayReachTheCourt(state: string, atlas: Atlas): Traced<Truth> {
  const { value, trace } = statusOf(state, "ROME", atlas.register);
  return { value: value === "party" ? true : "unknown", trace };
}

/** Mechanisms that gather evidence for later: known for two states, changing for two. */
function hasMandate(state: string): Traced<Truth> {
  const one = stateOf(state);
  const value = ["MMR", "LKA"].includes(state) ? true : ["AFG", "PRK"].includes(state) ? "unknown" : false;
  return { value: one ? value : "unknown", trace: one ? [stateCell(one)] : [] };
}
