/** When the vault locks by itself, and where quick exit goes. */

import { useState } from "react";
import { Field } from "../components/field.tsx";
import { say } from "../words/say.ts";
import { preferences, usePreferences } from "./use-preferences.ts";

const choices = [1, 5, 15, 30, 60] as const;

export function SafetySection() {
  const { lockAfter, exitTo } = usePreferences();
  const [address, setAddress] = useState(exitTo);
  const wrong = !isNeutral(address);
  return (
    <section aria-labelledby="safety">
      <h2 id="safety">{say("safety.title")}</h2>
      <Field label={say("safety.lock-after")} help={say("safety.lock-after.help")}>
        {(input) => (
          <select
            {...input}
            value={lockAfter}
            onChange={(event) => preferences.set({ lockAfter: Number(event.target.value) })}
          >
            {choices.map((minutes) => (
              <option key={minutes} value={minutes}>
                {say("safety.minutes", { minutes })}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        label={say("safety.exit-to")}
        help={say("safety.exit-to.help")}
        problem={wrong && say("safety.exit-to.wrong")}
      >
        {(input) => (
          <input
            {...input}
            className="link-box"
            inputMode="url"
            spellCheck={false}
            autoComplete="off"
            value={address}
            onChange={(event) => {
              setAddress(event.target.value);
              if (isNeutral(event.target.value)) preferences.set({ exitTo: event.target.value });
            }}
          />
        )}
      </Field>
      <p>{say("safety.keys")}</p>
      <p className="soft">{say("safety.history")}</p>
    </section>
  );
}

/** An empty page, or a page of the web: never a script, never a file. */
const isNeutral = (address: string): boolean => address === "about:blank" || /^https:\/\/[^\s/]+/.test(address);
