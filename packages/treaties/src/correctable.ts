/** Which record a member writes to correct a cell: its state and its part of a fact; none where a cell is not of that kind. */

import type { Cell } from "./cell.ts";

export interface Correctable {
  /** ISO 3166-1 alpha-3 */
  readonly state: string;
  /** A code of `atlas_parts` */
  readonly part: string;
  /** A code of `atlas_treaties`, for a standing with a treaty */
  readonly treaty: string | null;
}

const partsOfReporting: Readonly<Record<string, string>> = {
  "next report due": "AP.REPORT",
  "pending report": "AP.SENT",
  "follow-up due": "AP.FOLLOWUP",
  "simplified procedure": "AP.LISTFIRST",
  "preventive mechanism": "AP.MECHANISM",
  "national institution": "AP.INSTITUTION",
};

/** `IDN CAT-A22` of the register is article 22; `IDN next report due` of the reporting file its next report. */
export function correctableBy({ file, row }: Pick<Cell, "file" | "row">): Correctable | null {
  const [state = "", ...words] = row.split(" ");
  const rest = words.join(" ");
  if (file === "treaty-status.json") return { state, part: "AP.TREATY", treaty: rest };
  const part = file === "reporting.json" ? partsOfReporting[rest] : undefined;
  return part === undefined ? null : { state, part, treaty: null };
}
