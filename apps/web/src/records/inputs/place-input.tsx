/** A country, a province and a district. Never an address: that lies in a smaller circle. */

import { asPlace } from "@saksi/domain/field-values";
import type { PlaceValue } from "@saksi/domain/value";
import { vocabulary } from "@saksi/domain/vocabulary";
import { Field, FieldSet, sensitive } from "../../components/field.tsx";
import { comparing, formatCountry } from "../../words/format.ts";
import { type MessageId, say } from "../../words/say.ts";
import type { FieldProps } from "../field-props.ts";
import { FieldLabel } from "./field-label.tsx";

const written = ["province", "district"] as const;
const labels: Readonly<Record<(typeof written)[number], MessageId>> = {
  province: "field.province",
  district: "field.district",
};

export function PlaceInput({ field, value, problems, onChange }: FieldProps<"place">) {
  const place = asPlace(value) ?? {};
  const change = (part: Partial<Record<keyof PlaceValue, string>>) => onChange(withoutBlanks({ ...place, ...part }));
  const countries = vocabulary("countries")
    .map(({ code }) => ({ code, name: formatCountry(code) }))
    .sort((one, other) => comparing()(one.name, other.name));
  return (
    <FieldSet label={<FieldLabel field={field} />} help={field.help}>
      <div className="columns tight">
        <Field label={say("field.country")} problem={problems.country}>
          {(input) => (
            <select {...input} value={place.country ?? ""} onChange={({ target }) => change({ country: target.value })}>
              <option value="">{say("field.choose")}</option>
              {countries.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        {written.map((part) => (
          <Field key={part} label={say(labels[part])} problem={problems[part]}>
            {(input) => (
              <input
                {...input}
                {...sensitive}
                dir="auto"
                value={place[part] ?? ""}
                onChange={({ target }) => change({ [part]: target.value })}
              />
            )}
          </Field>
        ))}
      </div>
    </FieldSet>
  );
}

/** Nothing in any part is no place. */
function withoutBlanks(place: PlaceValue): Readonly<Record<string, string>> | undefined {
  const given = Object.entries(place).filter(([, part]) => part !== "");
  return given.length === 0 ? undefined : Object.fromEntries(given);
}
