/**
 * Consent given in custody is provisional: only protective and UN-confidential uses, until confirmed after release.
 *
 * Source: R-CON-6.
 */

import type { Answer } from "../answer.ts";
import { asText, asYesNo } from "../field-values.ts";
import { type Day, lastDay } from "../partial-date.ts";
import type { Use } from "../use.ts";
import type { Fields } from "../value.ts";

const protectivePurposes: readonly string[] = ["CP.RECORD", "CP.CARE", "CP.LEGAL"];
const protectiveAudiences: readonly string[] = ["AU.SELF", "AU.TEAM", "AU.ORG", "AU.SERVICE", "AU.LAWYER", "AU.UNCONF"];

/** Yes: custody does not stand in the way of this use. */
export function freeOfCustody(consent: Fields | undefined, use: Use, today: Day): Answer {
  if (use.audience === "AU.UNCONF") return "yes";
  if (protectivePurposes.includes(use.purpose) && protectiveAudiences.includes(use.audience)) return "yes";
  const inCustody = asYesNo(consent?.inCustody);
  if (inCustody === false) return "yes";
  const confirmed = lastDay(asText(consent?.reconfirmed) ?? "");
  if (confirmed !== undefined && confirmed <= today) return "yes";
  return inCustody === undefined ? "unknown" : "no";
}
