/** One question with large targets: progress, the answer, *not known*, back and next in the same places each time. */

import type { SpaceId } from "@saksi/domain/id";
import type { MinimumAnswers, MinimumKey, MinimumQuestion } from "@saksi/domain/minimum-record";
import type { Day } from "@saksi/domain/partial-date";
import { isUnknown, type Value } from "@saksi/domain/value";
import { Button } from "../../components/button.tsx";
import { Field } from "../../components/field.tsx";
import { Heading } from "../../components/heading.tsx";
import { formatNumber } from "../../words/format.ts";
import { say } from "../../words/say.ts";
import { isBlank } from "../draft-of.ts";
import { Answer } from "./answer.tsx";
import type { Step } from "./steps.ts";

interface Screen {
  readonly step: Step;
  /** Place among the screens, from 0 */
  readonly at: number;
  readonly count: number;
  readonly answers: MinimumAnswers;
  readonly today: Day;
  readonly space: SpaceId;
  readonly spaces: readonly { readonly space: SpaceId; readonly name: string }[];
  readonly onSpace: (space: SpaceId) => void;
  readonly onAnswer: (key: MinimumKey, value: Value | undefined) => void;
  /** The person does not want it kept: everything said so far is dropped */
  readonly onRefuse: () => void;
  readonly onNext: () => void;
  readonly onBack: () => void;
}

export function QuestionScreen(screen: Screen) {
  const { step, at, answers, today, space, onAnswer, onNext, onBack } = screen;
  const [first] = step.questions;
  if (!first) return null;
  const answered = !isBlank(answers[first.key]);
  // A choice moves on by itself; going back shows what was chosen.
  const give = (question: MinimumQuestion, value: Value | undefined) => {
    onAnswer(question.key, value);
    const moves = question.kind === "choice" || question.kind === "yes-no";
    if (moves && step.questions.length === 1 && value !== undefined) onNext();
  };
  return (
    <section className="minimum">
      <Way at={at} count={screen.count} />
      <Heading>{first.label}</Heading>
      {first.help && <p className="soft">{first.help}</p>}
      {first.key === "safe" && <p>{say("minimum.safe.text")}</p>}
      <div className="stack">
        {step.questions.map((question) => (
          <Answer
            key={question.key}
            question={question}
            value={answers[question.key]}
            today={today}
            space={space}
            onAnswer={(value) => give(question, value)}
          />
        ))}
        {first.key === "keep" && (
          <button type="button" className="target" onClick={screen.onRefuse}>
            {say("minimum.keep.no")}
          </button>
        )}
      </div>
      {first.key === "safe" && screen.spaces.length > 1 && <InSpace {...screen} />}
      <div className="minimum-way">
        {at > 0 && <Button onClick={onBack}>{say("minimum.back")}</Button>}
        {first.key !== "safe" && !answered && (
          <Button
            onClick={() => {
              onAnswer(first.key, { unknown: "not-known" });
              onNext();
            }}
          >
            {say("unknown.not-known")}
          </Button>
        )}
        {first.key !== "safe" && (answered || !first.required) && (
          <Button kind={answered ? "first" : "plain"} onClick={onNext}>
            {answered ? say("minimum.next") : say("minimum.skip")}
          </Button>
        )}
      </div>
      {isUnknown(answers[first.key]) && <p className="soft">{say("minimum.is-not-known")}</p>}
    </section>
  );
}

function Way({ at, count }: { readonly at: number; readonly count: number }) {
  const words = say("minimum.at", { at: formatNumber(at + 1), count: formatNumber(count) });
  return (
    <div className="stack tight">
      <small className="numbers">{words}</small>
      <progress aria-label={words} value={at + 1} max={count} />
    </div>
  );
}

function InSpace({ space, spaces, onSpace }: Screen) {
  return (
    <Field label={say("record.which-space")} help={say("record.which-space.help")}>
      {(input) => (
        <select
          {...input}
          value={space}
          onChange={({ target }) => {
            const [found] = spaces.filter((one) => one.space === target.value);
            if (found) onSpace(found.space);
          }}
        >
          {spaces.map((one) => (
            <option key={one.space} value={one.space}>
              {one.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
