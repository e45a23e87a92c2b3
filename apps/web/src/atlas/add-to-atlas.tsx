/** What a writer can add to the alliance's facts: about one state, or first choosing it in the form. */

import { recordTypeNamed } from "@saksi/domain/record-types";
import { ButtonLink } from "../components/button.tsx";
import { type MessageId, say } from "../words/say.ts";

const ways: readonly (readonly [type: string, label: MessageId])[] = [
  ["fact", "atlas.add.fact"],
  ["bill", "atlas.add.bill"],
  ["recommendation", "atlas.add.recommendation"],
  ["commitment", "atlas.add.commitment"],
];

/** @param state  alpha-3; `null`: any */
export function AddToAtlas({ state, only }: { readonly state: string | null; readonly only?: readonly string[] }) {
  return (
    <div className="row tight" data-print="no">
      {ways
        .filter(([type]) => recordTypeNamed(type) && (only?.includes(type) ?? true))
        .map(([type, label]) => (
          <ButtonLink key={type} icon="add" to={`/atlas/${state ?? "any"}/new/${type}`}>
            {say(label)}
          </ButtonLink>
        ))}
    </div>
  );
}
