/** What a record of a case begins with: the link to it, alone or in a list, as its type declares. */

import type { RecordType } from "@saksi/domain/record-type";
import type { FormValues } from "./draft-of.ts";

export function ofCase(type: RecordType, caseId: string | undefined): FormValues {
  if (caseId === undefined || type.case === undefined) return {};
  return { [type.case]: type.fields[type.case]?.kind === "links" ? [caseId] : caseId };
}
