/** The answer to one question of the minimum record: large buttons for choices, the form's own inputs for everything else. */

import { asNumber, asText, asTexts } from "@saksi/domain/field-values";
import type { SpaceId } from "@saksi/domain/id";
import type { MinimumQuestion } from "@saksi/domain/minimum-record";
import type { Day } from "@saksi/domain/partial-date";
import { isUnknown, type Value } from "@saksi/domain/value";
import { type Term, vocabulary } from "@saksi/domain/vocabulary";
import { Button } from "../../components/button.tsx";
import { formatNumber } from "../../words/format.ts";
import { say } from "../../words/say.ts";
import { PlaceInput } from "../inputs/place-input.tsx";
import { TextInput } from "../inputs/text-input.tsx";
import { PseudonymAnswer } from "./pseudonym-answer.tsx";
import { WhenAnswer } from "./when-answer.tsx";

interface Answering {
  readonly question: MinimumQuestion;
  readonly value: Value | undefined;
  readonly today: Day;
  readonly space: SpaceId;
  readonly onAnswer: (value: Value | undefined) => void;
}

export function Answer({ question, value: given, today, space, onAnswer }: Answering) {
  const value = isUnknown(given) ? undefined : given;
  const { label, class: fieldClass, kind } = question;
  const plain = { value, problems: {}, space, onChange: onAnswer };
  if (question.key === "pseudonym") return <PseudonymAnswer label={label} {...plain} />;
  switch (kind) {
    case "choice":
      return <One question={question} value={value} onAnswer={onAnswer} />;
    case "choices":
      return <Some question={question} value={value} onAnswer={onAnswer} />;
    case "yes-no":
      return <YesNo value={given} onAnswer={onAnswer} />;
    case "date":
      return <WhenAnswer label={label} today={today} {...plain} />;
    case "place":
      return <PlaceInput {...plain} field={{ kind: "place", label, class: fieldClass, ...help(question) }} />;
    case "number":
      return <HowMany value={asNumber(value) ?? 0} onAnswer={onAnswer} />;
    case "text":
    case "long-text":
      return (
        <TextInput
          {...plain}
          field={{ kind: "text", label, class: fieldClass, ...(kind === "long-text" && { long: true }) }}
        />
      );
  }
}

const help = (question: MinimumQuestion) => (question.help === undefined ? {} : { help: question.help });

type Choosing = Pick<Answering, "question" | "value" | "onAnswer">;

/** Large targets first; what is rarer opens below. */
function One({ question, value, onAnswer }: Choosing) {
  const { often, rare } = offered(question);
  const chosen = asText(value);
  const target = ({ code, label }: Term) => (
    <Target key={code} pressed={chosen === code} onPress={() => onAnswer(code)}>
      {label}
    </Target>
  );
  return (
    <div className="stack tight">
      <div className="targets">{often.map(target)}</div>
      {rare.length > 0 && (
        <details open={rare.some(({ code }) => code === chosen) || undefined}>
          <summary>{say("minimum.more-choices")}</summary>
          <div className="targets">{rare.map(target)}</div>
        </details>
      )}
    </div>
  );
}

function Some({ question, value, onAnswer }: Choosing) {
  const codes = asTexts(value);
  const { often } = offered(question);
  const full = question.most !== undefined && codes.length >= question.most;
  function press(code: string) {
    if (codes.includes(code)) return onAnswer(codes.filter((one) => one !== code));
    // "None seen" stands alone; a danger takes its place.
    const none = (one: string) => one === "URGENT.NONE";
    onAnswer(none(code) ? [code] : [...codes.filter((one) => !none(one)), code]);
  }
  return (
    <div className="stack tight">
      {question.most !== undefined && (
        <p className="soft">{say("field.at-most", { most: formatNumber(question.most) })}</p>
      )}
      <div className="targets">
        {often.map(({ code, label }) => (
          <Target
            key={code}
            pressed={codes.includes(code)}
            disabled={full && !codes.includes(code)}
            onPress={() => press(code)}
          >
            {label}
          </Target>
        ))}
      </div>
    </div>
  );
}

function YesNo({ value, onAnswer }: { readonly value: Value | undefined; readonly onAnswer: (value: Value) => void }) {
  return (
    <div className="targets">
      <Target pressed={value === true} onPress={() => onAnswer(true)}>
        {say("field.yes")}
      </Target>
      <Target pressed={value === false} onPress={() => onAnswer(false)}>
        {say("field.no")}
      </Target>
    </div>
  );
}

function HowMany({ value, onAnswer }: { readonly value: number; readonly onAnswer: (value: number) => void }) {
  return (
    <div className="row how-many">
      <Button disabled={value === 0} onClick={() => onAnswer(value - 1)}>
        <span aria-hidden="true">−</span>
        <span className="unseen">{say("minimum.fewer")}</span>
      </Button>
      <output className="numbers">{formatNumber(value)}</output>
      <Button onClick={() => onAnswer(value + 1)}>
        <span aria-hidden="true">+</span>
        <span className="unseen">{say("minimum.one-more")}</span>
      </Button>
    </div>
  );
}

function Target({
  pressed,
  disabled = false,
  onPress,
  children,
}: {
  readonly pressed: boolean;
  readonly disabled?: boolean;
  readonly onPress: () => void;
  readonly children: React.ReactNode;
}) {
  return (
    <button type="button" className="target" aria-pressed={pressed} disabled={disabled} onClick={onPress}>
      {children}
    </button>
  );
}

/** Offered codes only, where the domain offers some; else what is common first. */
function offered({ vocabulary: list = "", offer, key }: MinimumQuestion): {
  readonly often: readonly Term[];
  readonly rare: readonly Term[];
} {
  const terms = vocabulary(list);
  const isOffered = offer
    ? ({ code }: Term) => offer.includes(code)
    : ({ code }: Term) => terms.length <= 6 || (common[key] ?? []).includes(code);
  const often = terms.filter(isOffered);
  return { often, rare: offer ? [] : terms.filter((term) => !isOffered(term)) };
}

/** What a monitor meets most, so that most answers are one tap. */
const common: Readonly<Record<string, readonly string[]>> = {
  placeType: [
    "PL.POLICE",
    "PL.POLICECELL",
    "PL.CHECKPOINT",
    "PL.VEHICLE",
    "PL.PRISON",
    "PL.MILCAMP",
    "PL.HOME",
    "PL.STREET",
  ],
  force: ["PT.POLICE", "PT.MIL", "PT.PRISON", "PT.INTEL", "PT.IMMIG", "PT.PARAMIL"],
};
