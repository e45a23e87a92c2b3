/** Where a change stands among the others of its space: by the relay's position, and what is unsent after that. */

export interface Place {
  readonly position: number | null;
  /** In this device's own log: orders what is unsent */
  readonly place: number;
  readonly part: number;
}

/** Negative when `a` comes first. */
export function comparePlaces(a: Place, b: Place): number {
  if (a.position !== null && b.position !== null) return a.position - b.position || a.part - b.part;
  if (a.position === null && b.position === null) return a.place - b.place || a.part - b.part;
  return a.position === null ? 1 : -1;
}
