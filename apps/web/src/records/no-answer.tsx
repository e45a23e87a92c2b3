/** *Not known*, *not asked* and *refused to say* are answers: one quiet line under the input, opened when it is needed. */

import type { Unknown, Value } from "@saksi/domain/value";
import { Button } from "../components/button.tsx";
import { type MessageId, say } from "../words/say.ts";

const words: Readonly<Record<Unknown["unknown"], MessageId>> = {
  "not-known": "unknown.not-known",
  "not-asked": "unknown.not-asked",
  refused: "unknown.refused",
};
const all = Object.keys(words) as readonly Unknown["unknown"][];

export const unknownWords = ({ unknown }: Unknown): string => (words[unknown] ? say(words[unknown]) : unknown);

export function NoAnswer({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
}) {
  // Who has begun to answer does not need them; taking the answer out brings them back.
  if (value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0))
    return null;
  return (
    <details className="no-answer">
      <summary>
        {say("field.no-answer")}
        <span className="unseen">: {label}</span>
      </summary>
      <div className="row">
        {all.map((unknown) => (
          <Button key={unknown} onClick={() => onChange({ unknown })}>
            {say(words[unknown])}
            <span className="unseen">: {label}</span>
          </Button>
        ))}
      </div>
    </details>
  );
}
