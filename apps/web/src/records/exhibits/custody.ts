/** Lines of a chain of custody that write themselves: what this device did, and on which day. */

import type { Draft } from "@saksi/domain/change";
import { asRows } from "@saksi/domain/field-values";
import type { Day } from "@saksi/domain/partial-date";
import type { RecordDetail } from "@saksi/vault/port";

type Done = "CU.HASH" | "CU.STORE" | "CU.EXPORT";

/** Names the versions it saw: where a colleague wrote a line meanwhile, both chains stand until a person joins them. */
export const custodyDraft = (record: RecordDetail, done: readonly Done[], on: Day): Draft => ({
  id: record.id,
  type: record.type,
  fields: { custody: [...asRows(record.fields.custody), ...done.map((action) => ({ action, on }))] },
  base: { custody: record.versions.custody ?? [] },
});
