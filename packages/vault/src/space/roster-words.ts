/** The sealed half of a roster entry: the names that the relay must not see. JSON, in circle 0. */

import type { Profile } from "../port.ts";

export interface RosterWords {
  /** Given at genesis */
  readonly space?: string;
  readonly sample?: boolean;
  /** Of the member whose device the entry brings in */
  readonly member?: Profile;
}

export const writeRosterWords = (words: RosterWords): Uint8Array => new TextEncoder().encode(JSON.stringify(words));

/** What is not as expected is left out: a keeper's odd entry must not stop a space. */
export function readRosterWords(bytes: Uint8Array): RosterWords {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return {};
  }
  if (typeof value !== "object" || value === null) return {};
  const { space, sample, member } = value as Record<string, unknown>; // an object: every field is unknown still
  return {
    ...(typeof space === "string" ? { space: space.slice(0, 200) } : {}),
    ...(sample === true ? { sample } : {}),
    ...(isProfile(member)
      ? { member: { name: member.name.slice(0, 200), organisation: member.organisation.slice(0, 200) } }
      : {}),
  };
}

const isProfile = (value: unknown): value is Profile =>
  typeof value === "object" &&
  value !== null &&
  "name" in value &&
  typeof value.name === "string" &&
  "organisation" in value &&
  typeof value.organisation === "string";
