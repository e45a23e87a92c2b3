/** How sure a part is: three, two, one or no bars and the word beside them. Never drawn higher than it is. */

import { termLabel } from "@saksi/domain/vocabulary";
import { sureCode } from "./entry-words.ts";

const bars: Readonly<Record<string, number>> = { "CF.HIGH": 3, "CF.MED": 2, "CF.LOW": 1 };

/** @param whole  says also what the word means */
export function Sure({ confidence, whole }: { readonly confidence: string | null; readonly whole?: true }) {
  const code = sureCode(confidence);
  const full = termLabel("confidence", code);
  return (
    <span className="sure" data-bars={bars[code] ?? 0} title={full}>
      <span className="sure-bars" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <span>{whole ? full : full.split(":")[0]}</span>
    </span>
  );
}
