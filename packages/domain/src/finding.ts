/** What a rule noticed. Shown beside the field; a gate stops on what is hard. */

import type { RecordId } from "./id.ts";
import type { Json } from "./value.ts";

export interface Finding {
  /** The rule's name, such as `R-CON-2` */
  readonly rule: string;
  /** `hard`: no override. `stop`: a person with a reason and a second person may pass. `ask`: a question to settle. */
  readonly weight: "hard" | "stop" | "ask";
  readonly at: RecordId;
  readonly field?: string;
  /** A kind from a closed list of the rule; sentences are made from it and `facts`, never here */
  readonly reason: string;
  /** Codes, dates and numbers for the sentence. Never a name or anyone's words. */
  readonly facts?: Readonly<Record<string, Json>>;
}
