/** Before a fact is written: of which state, and what of it. The form after it asks only what belongs to that. */

import { vocabulary } from "@saksi/domain/vocabulary";
import { states } from "@saksi/treaties/states";
import { useState } from "react";
import { useLocation } from "wouter";
import { Button } from "../components/button.tsx";
import { Choice } from "../components/choice.tsx";
import { Field, FieldSet } from "../components/field.tsx";
import { comparing } from "../words/format.ts";
import { say } from "../words/say.ts";
import { stateName } from "./atlas-words.ts";

export function ChoosePart({ state }: { readonly state: string | undefined }) {
  const [, go] = useLocation();
  const [chosen, setChosen] = useState(state ?? "");
  const [part, setPart] = useState("");
  const inOrder = comparing();
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== "" && part !== "") go(`/atlas/${chosen}/correct/${part}`);
      }}
    >
      <Field label={say("library.state")}>
        {(input) => (
          <select {...input} value={chosen} onChange={({ target }) => setChosen(target.value)}>
            <option value="">{say("atlas.compare.choose")}</option>
            {[...states]
              .sort((a, b) => inOrder(stateName(a), stateName(b)))
              .map((one) => (
                <option key={one.iso3} value={one.iso3}>
                  {stateName(one)}
                </option>
              ))}
          </select>
        )}
      </Field>
      <FieldSet label={say("atlas.propose.part")}>
        {vocabulary("atlas_parts").map(({ code, label }) => (
          <Choice key={code} type="radio" checked={part === code} onChange={() => setPart(code)}>
            {label}
          </Choice>
        ))}
      </FieldSet>
      <div>
        <Button kind="first" type="submit" disabled={chosen === "" || part === ""}>
          {say("atlas.propose.next")}
        </Button>
      </div>
    </form>
  );
}
