/**
 * A person's no to an outward action about their own case is final, even against a lawyer's advice.
 *
 * Source: R-RISK-4 (hard), R-DNH-1.
 */

import type { CaseRecord } from "../case-file.ts";
import { asCodes } from "../field-values.ts";
import { isPublication, type Use } from "../use.ts";

const filing: readonly string[] = [
  "CP.COMPLAINT",
  "CP.CIVIL",
  "CP.UNINDIV",
  "CP.UNSP",
  "CP.UNREPORT",
  "CP.NHRI",
  "CP.UJ",
  "CP.MECH",
];

/** Whether what a person refuses includes this use. Of concurrent writings, each no counts. */
export function isRefused({ fields, standing }: CaseRecord, use: Use): boolean {
  const refused = [fields.refuses, ...(standing?.refuses ?? [])].flatMap((value) => asCodes(value) ?? []);
  return (
    (refused.includes("ACTION.ALL") && use.purpose !== "CP.RECORD") ||
    (refused.includes("ACTION.PUBLISH") && isPublication(use)) ||
    (refused.includes("ACTION.MEDIA") && use.purpose === "CP.MEDIA") ||
    (refused.includes("ACTION.FILE") && filing.includes(use.purpose)) ||
    (refused.includes("ACTION.SHARE") && use.purpose === "CP.TRANSFER") ||
    (refused.includes("ACTION.CONTACT") && (use.purpose === "CP.ADVOC" || use.audience === "AU.NATAUTH"))
  );
}
