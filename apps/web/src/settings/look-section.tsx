/** Language, direction and palette. They lie unsealed on the device and say nothing of a case. */

import { Choice } from "../components/choice.tsx";
import { Field, FieldSet } from "../components/field.tsx";
import { languages, type MessageId, say } from "../words/say.ts";
import type { Preferences } from "./preferences.ts";
import { preferences, usePreferences } from "./use-preferences.ts";

const directions: readonly (readonly [Preferences["direction"], MessageId])[] = [
  ["auto", "look.direction.auto"],
  ["ltr", "look.direction.ltr"],
  ["rtl", "look.direction.rtl"],
];
const themes: readonly (readonly [Preferences["theme"], MessageId])[] = [
  ["auto", "look.theme.auto"],
  ["light", "look.theme.light"],
  ["dark", "look.theme.dark"],
];

export function LookSection() {
  const { language, direction, theme } = usePreferences();
  return (
    <section aria-labelledby="look">
      <h2 id="look">{say("look.title")}</h2>
      <Field label={say("look.language")} help={say("look.language.help")}>
        {(input) => (
          <select {...input} value={language} onChange={(event) => preferences.set({ language: event.target.value })}>
            {languages.map(({ tag, name }) => (
              <option key={tag} value={tag} lang={tag}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <FieldSet label={say("look.theme")}>
        {themes.map(([value, label]) => (
          <Choice
            key={value}
            type="radio"
            name="theme"
            checked={theme === value}
            onChange={() => preferences.set({ theme: value })}
          >
            {say(label)}
          </Choice>
        ))}
      </FieldSet>
      <FieldSet label={say("look.direction")}>
        {directions.map(([value, label]) => (
          <Choice
            key={value}
            type="radio"
            name="direction"
            checked={direction === value}
            onChange={() => preferences.set({ direction: value })}
          >
            {say(label)}
          </Choice>
        ))}
      </FieldSet>
    </section>
  );
}
