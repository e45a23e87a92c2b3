/** Runs every rule that needs no use over a case: contradictions, delays, ending grants, withdrawals, idleness. */

import type { CaseFile } from "./case-file.ts";
import type { Finding } from "./finding.ts";
import type { Day } from "./partial-date.ts";
import { consentExpiry } from "./rules/consent-expiry.ts";
import { idleCase } from "./rules/idle.ts";
import { recordsAgree } from "./rules/records-agree.ts";
import { delayFlags } from "./rules/remedy-clocks.ts";
import { withdrawalTasks } from "./rules/withdrawal.ts";

const heaviestFirst = { hard: 0, stop: 1, ask: 2 } as const;

/** The heaviest first. Fields of single records are checked by `check-fields.ts`; uses by the gates. */
export const checkCase = (file: CaseFile, today: Day): readonly Finding[] =>
  [
    ...withdrawalTasks(file, today),
    ...consentExpiry(file, today),
    ...recordsAgree(file),
    ...delayFlags(file, today),
    ...idleCase(file, today),
  ].sort((a, b) => heaviestFirst[a.weight] - heaviestFirst[b.weight]);
