/** Which record a member writes to correct a cell: its state and its part of a fact; none where a cell is not of that kind. */

import type { Cell } from "./cell.ts";
import { laws } from "./domestic-laws.ts";
import { stateOf } from "./states.ts";

export interface Correctable {
  /** ISO 3166-1 alpha-3 */
  readonly state: string;
  /** A code of `atlas_parts` */
  readonly part: string;
  /** Which one: a code of `atlas_treaties` or of `law_items`; `null` where a state has one alone */
  readonly which: string | null;
}

const partsOfReporting: Readonly<Record<string, string>> = {
  "next report due": "AP.REPORT",
  "pending report": "AP.SENT",
  "follow-up due": "AP.FOLLOWUP",
  "simplified procedure": "AP.LISTFIRST",
  "preventive mechanism": "AP.MECHANISM",
  "national institution": "AP.INSTITUTION",
};

/** `IDN CAT-A22` of the register is article 22; `IDN next report due` of the reporting file its next report; `ID-2023 C1.1` an item of its law. */
export function correctableBy({ file, row }: Pick<Cell, "file" | "row">): Correctable | null {
  const [state = "", ...words] = row.split(" ");
  const rest = words.join(" ");
  if (file === "treaty-status.json") return { state, part: "AP.TREATY", which: rest };
  if (file === "domestic-laws.json") {
    const of = laws.find(({ id }) => id === state)?.state ?? stateOf(state)?.iso3;
    return of !== undefined && rest !== "" ? { state: of, part: "AP.LAW", which: rest } : null;
  }
  const part = file === "reporting.json" ? partsOfReporting[rest] : undefined;
  return part === undefined ? null : { state, part, which: null };
}
