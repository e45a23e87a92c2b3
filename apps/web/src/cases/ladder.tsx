/** How far a case came towards a remedy: eight marks in a row. What nobody recorded is not claimed, and it is no rank. */

import type { CaseFile } from "@saksi/domain/case-file";
import { type RungName, remedyLadder } from "@saksi/domain/rules/remedy-ladder";
import { Icon } from "../components/icon.tsx";
import { PartialDay } from "../records/partial-day.tsx";
import { type MessageId, say } from "../words/say.ts";

const names: Readonly<Record<RungName, MessageId>> = {
  complaint: "ladder.complaint",
  registered: "ladder.registered",
  investigation: "ladder.investigation",
  charge: "ladder.charge",
  trial: "ladder.trial",
  conviction: "ladder.conviction",
  "compensation-paid": "ladder.compensation-paid",
  rehabilitation: "ladder.rehabilitation",
};

export function Ladder({ file }: { readonly file: CaseFile }) {
  return (
    <ol className="ladder" aria-label={say("ladder.label")}>
      {remedyLadder(file).map(({ name, reached, on }) => (
        <li key={name} data-reached={reached}>
          <span className="rung">{reached && <Icon name="done" />}</span>
          <span>
            {say(names[name])}
            <small>
              {reached ? (
                on === undefined ? (
                  say("ladder.reached")
                ) : (
                  <PartialDay text={on} />
                )
              ) : (
                say("ladder.not-recorded")
              )}
            </small>
          </span>
        </li>
      ))}
    </ol>
  );
}
