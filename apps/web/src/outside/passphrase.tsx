/** A passphrase: typed twice when it is chosen, with an honest guess of its strength; never sent to a spelling service. */

import { useState } from "react";
import { Choice } from "../components/choice.tsx";
import { Field } from "../components/field.tsx";
import { say } from "../words/say.ts";
import { strengthOf } from "./strength.ts";

export function PassphraseInput({
  label,
  help,
  value,
  onChange,
  problem,
  chosen,
}: {
  readonly label: string;
  readonly help?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem?: string | false | undefined;
  /** A new one is being chosen, not an old one typed */
  readonly chosen?: true;
}) {
  const [shown, setShown] = useState(false);
  return (
    <div className="stack tight">
      <Field label={label} help={help} problem={problem}>
        {(input) => (
          <input
            {...input}
            type={shown ? "text" : "password"}
            autoComplete={chosen ? "new-password" : "current-password"}
            autoCapitalize="off"
            autoCorrect="off"
            spellCheck={false}
            translate="no"
            required
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
      <Choice checked={shown} onChange={(event) => setShown(event.target.checked)}>
        {say("passphrase.show")}
      </Choice>
    </div>
  );
}

/** The hint under a passphrase that is being chosen. */
export function StrengthHint({ passphrase }: { readonly passphrase: string }) {
  const strength = strengthOf(passphrase);
  return (
    <p className="soft" role="status">
      {say(`strength.${strength}`)}
    </p>
  );
}

/** Two inputs and a hint; `value` is what both say, or undefined. */
export function NewPassphrase({
  onChange,
  problem,
}: {
  readonly onChange: (value: string | undefined) => void;
  readonly problem?: string | false | undefined;
}) {
  const [first, setFirst] = useState("");
  const [second, setSecond] = useState("");
  const differ = second !== "" && first !== second;
  const tell = (one: string, other: string) => onChange(one !== "" && one === other ? one : undefined);
  return (
    <>
      <PassphraseInput
        chosen
        label={say("passphrase.new")}
        help={say("passphrase.new.help")}
        value={first}
        problem={problem}
        onChange={(value) => {
          setFirst(value);
          tell(value, second);
        }}
      />
      <StrengthHint passphrase={first} />
      <PassphraseInput
        chosen
        label={say("passphrase.again")}
        value={second}
        problem={differ && second.length >= first.length && say("passphrase.differ")}
        onChange={(value) => {
          setSecond(value);
          tell(first, value);
        }}
      />
    </>
  );
}
