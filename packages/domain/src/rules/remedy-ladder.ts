/**
 * How far a case came towards a remedy: eight marks in a row, each reached or not. Not a rank of survivors.
 *
 * Source: R-DEL-4.
 */

import { type CaseFile, type CaseRecord, remedySteps } from "../case-file.ts";
import { asCode } from "../field-values.ts";
import type { RecordId } from "../id.ts";
import { isReached, reachedOn } from "./remedy-clocks.ts";

export const rungs = [
  "complaint",
  "registered",
  "investigation",
  "charge",
  "trial",
  "conviction",
  "compensation-paid",
  "rehabilitation",
] as const;
export type RungName = (typeof rungs)[number];

export interface Rung {
  readonly name: RungName;
  readonly reached: boolean;
  /** As known, EDTF */
  readonly on?: string;
  readonly step?: RecordId;
}

const stepsOf: Readonly<Record<RungName, readonly string[]>> = {
  complaint: ["RS.REPORT", "RS.COMPLAINT"],
  registered: ["RS.REGISTER"],
  investigation: ["RS.INVOPEN", "RS.INVEST"],
  charge: ["RS.CHARGE"],
  trial: ["RS.TRIAL"],
  conviction: ["RS.JUDG", "RS.SENT", "RS.FINAL"],
  "compensation-paid": ["RS.COMPPAID"],
  rehabilitation: ["RS.REHAB"],
};

/** The row of marks. A later rung does not light an earlier one: what nobody recorded is not claimed. */
export const remedyLadder = (file: CaseFile): readonly Rung[] =>
  rungs.map((name) => {
    const step = remedySteps(file).find((each) => lights(name, each));
    const on = step && reachedOn(step);
    return {
      name,
      reached: step !== undefined,
      ...(on === undefined ? {} : { on }),
      ...(step ? { step: step.id } : {}),
    };
  });

/** A complaint counts when made; a conviction only for torture; the rest when reached. */
function lights(name: RungName, step: CaseRecord): boolean {
  if (!stepsOf[name].includes(asCode(step.fields.step) ?? "")) return false;
  if (name === "complaint") return asCode(step.fields.state) !== "STEP.PLANNED";
  if (name === "conviction") return asCode(step.fields.outcome) === "OU.CONVTORT";
  return isReached(step);
}
