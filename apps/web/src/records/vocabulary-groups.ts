/** The groups of a list in the order in which they first come, each with the name that a person reads. */

import type { Term } from "@saksi/domain/vocabulary";

export interface TermGroup {
  readonly name: string;
  readonly label: string;
  readonly terms: readonly Term[];
}

export function groupsOf(terms: readonly Term[]): readonly TermGroup[] {
  const names = [...new Set(terms.map(({ group }) => group ?? ""))];
  return names.map((name) => ({
    name,
    label: labelOf(name),
    terms: terms.filter(({ group }) => (group ?? "") === name),
  }));
}

/** Groups are keys of the list itself, such as `fair_trial` or `CAT`. */
const labelOf = (name: string): string => {
  const words = name.replace(/[_-]/g, " ");
  return words.slice(0, 1).toUpperCase() + words.slice(1);
};
