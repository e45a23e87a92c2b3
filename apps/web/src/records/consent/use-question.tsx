/** One use: yes or no, the same size. After a yes: how named, of what, where, until when. */

import { termLabel, vocabulary } from "@saksi/domain/vocabulary";
import { Choice } from "../../components/choice.tsx";
import { Field, FieldSet } from "../../components/field.tsx";
import { comparing, formatNumber } from "../../words/format.ts";
import { type MessageId, say } from "../../words/say.ts";
import { Segments } from "../inputs/segments.tsx";
import { bareYes, longestMonths, namings, type Use, type UseAnswer, type UseKey } from "./conversation.ts";

const questions: Readonly<Record<UseKey, MessageId>> = {
  care: "consent.use.care",
  legal: "consent.use.legal",
  complaint: "consent.use.complaint",
  un: "consent.use.un",
  alliance: "consent.use.alliance",
  report: "consent.use.report",
  media: "consent.use.media",
};
const times = [6, 12, 24] as const;

interface Asking {
  readonly use: Use;
  readonly country: string | undefined;
}

export function UseQuestion({
  use,
  answer,
  country,
  onAnswer,
}: Asking & {
  readonly answer: UseAnswer | undefined;
  readonly onAnswer: (answer: UseAnswer | undefined) => void;
}) {
  return (
    <div className="card">
      <FieldSet
        label={say(questions[use.key])}
        help={use.audiences.map((code) => termLabel("consent_audiences", code)).join(" · ")}
      >
        <Segments
          chosen={answer?.given}
          choices={[
            { name: "yes", label: say("field.yes") },
            { name: "no", label: say("field.no") },
          ]}
          onChoose={(given) => onAnswer(given === "yes" ? bareYes : { given: "no" })}
          onClear={() => onAnswer(undefined)}
        />
      </FieldSet>
      {answer?.given === "yes" && <Limits use={use} country={country} answer={answer} onAnswer={onAnswer} />}
    </div>
  );
}

type Yes = Extract<UseAnswer, { readonly given: "yes" }>;

function Limits({
  use,
  country,
  answer,
  onAnswer,
}: Asking & { readonly answer: Yes; readonly onAnswer: (answer: Yes) => void }) {
  const set = (change: Partial<Yes>) => onAnswer({ ...answer, ...change });
  const toggle = (code: string) =>
    set({
      content: answer.content.includes(code) ? answer.content.filter((one) => one !== code) : [...answer.content, code],
    });
  return (
    <>
      <FieldSet label={say("consent.naming")}>
        {namings.map((code) => (
          <Choice key={code} type="radio" checked={answer.naming === code} onChange={() => set({ naming: code })}>
            {termLabel("identity_levels", code)}
          </Choice>
        ))}
      </FieldSet>
      <FieldSet label={say("consent.content")}>
        {vocabulary("consent_content").map(({ code, label }) => (
          <Choice key={code} checked={answer.content.includes(code)} onChange={() => toggle(code)}>
            {label}
          </Choice>
        ))}
      </FieldSet>
      <Field label={say("consent.where")}>
        {(input) => (
          <select
            {...input}
            value={answer.where ?? ""}
            onChange={({ target }) => set({ where: target.value || undefined })}
          >
            <option value="">{say("field.choose")}</option>
            {territoriesFrom(country).map(({ code, label }) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <FieldSet label={say("consent.until")}>
        <Segments
          chosen={answer.months === undefined ? undefined : String(answer.months)}
          choices={times
            .filter((months) => months <= longestMonths(use))
            .map((months) => ({
              name: String(months),
              label: say("consent.months", { count: months, shown: formatNumber(months) }),
            }))}
          onChoose={(name) => set({ months: times.find((months) => String(months) === name) ?? 6 })}
        />
      </FieldSet>
    </>
  );
}

/** The country of the case first, then everywhere, then the others by name. */
function territoriesFrom(country: string | undefined) {
  const first = (code: string) => (code === country ? 0 : code === "WORLD" ? 1 : 2);
  return [...vocabulary("territories")].sort(
    (one, other) => first(one.code) - first(other.code) || comparing()(one.label, other.label),
  );
}
