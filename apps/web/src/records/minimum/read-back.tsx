/** Four lines to read to the person before anything is saved, what is still missing, and how soon someone must look. */

import { asPlace, asText, asTexts, asYesNo } from "@saksi/domain/field-values";
import {
  type MinimumAnswers,
  type MinimumKey,
  type MinimumRecord,
  minimumQuestions,
} from "@saksi/domain/minimum-record";
import { isUnknown, type Value } from "@saksi/domain/value";
import { termLabel } from "@saksi/domain/vocabulary";
import { Button } from "../../components/button.tsx";
import { Heading } from "../../components/heading.tsx";
import { Notice } from "../../components/notice.tsx";
import { formatList } from "../../words/format.ts";
import { say } from "../../words/say.ts";
import { unknownWords } from "../no-answer.tsx";
import { spokenDate } from "../partial-day.tsx";
import { TriageNotice } from "./triage-notice.tsx";

export function ReadBack({
  answers,
  made,
  saving,
  onGo,
  onAnswer,
  onSave,
  onRefuse,
  onBack,
}: {
  readonly answers: MinimumAnswers;
  readonly made: MinimumRecord;
  readonly saving: boolean;
  readonly onGo: (key: MinimumKey) => void;
  readonly onAnswer: (key: MinimumKey, value: Value) => void;
  readonly onSave: () => void;
  readonly onRefuse: () => void;
  readonly onBack: () => void;
}) {
  return (
    <section className="minimum">
      <Heading>{say("minimum.read-back.title")}</Heading>
      <p>{say("minimum.read-back.text")}</p>
      <ol className="read-back-lines">
        {linesOf(answers).map(({ label, words }) => (
          <li key={label}>
            <small>{label}</small>
            <p dir="auto" translate="no">
              {words}
            </p>
          </li>
        ))}
      </ol>
      {made.missing.length > 0 && (
        <Notice tone="waits">
          <p>{say("minimum.missing")}</p>
          <ul className="taken">
            {minimumQuestions
              .filter(({ key }) => made.missing.includes(key))
              .map(({ key, label }) => (
                <li key={key}>
                  <span>{label}</span>
                  <span className="row">
                    <Button kind="quiet" onClick={() => onGo(key)}>
                      {say("minimum.answer")}
                    </Button>
                    <Button kind="quiet" onClick={() => onAnswer(key, { unknown: "not-known" })}>
                      {say("unknown.not-known")}
                    </Button>
                  </span>
                </li>
              ))}
          </ul>
        </Notice>
      )}
      <TriageNotice triage={made.triage} />
      <div>
        <Button kind="danger" onClick={onRefuse}>
          {say("minimum.read-back.no")}
        </Button>
      </div>
      <div className="minimum-way">
        <Button onClick={onBack}>{say("minimum.back")}</Button>
        <Button kind="first" busy={saving} disabled={made.missing.length > 0} onClick={onSave}>
          {saving ? say("record.saving") : say("minimum.save")}
        </Button>
      </div>
    </section>
  );
}

interface Line {
  readonly label: string;
  readonly words: string;
}

function linesOf(answers: MinimumAnswers): readonly Line[] {
  const { account, when, placeType, area, force, methods, status, injured, urgent, keep, pseudonym } = answers;
  const place = asPlace(area);
  return [
    { label: say("minimum.line.what"), words: some([words(account), coded("torture_methods", methods)]) },
    {
      label: say("minimum.line.when"),
      words: some([
        isUnknown(when) ? unknownWords(when) : spokenDate(asText(when) ?? ""),
        coded("place_types", placeType),
        place?.district,
        coded("perpetrator_types", force),
      ]),
    },
    {
      label: say("minimum.line.now"),
      words: some([
        coded("victim_status", status),
        asYesNo(injured) ? say("minimum.needs-care") : undefined,
        coded("urgent_risks", urgent),
      ]),
    },
    {
      label: say("minimum.line.keep"),
      words: some([
        coded("consent_keep", keep),
        asText(pseudonym),
        asText(answers.safeContact) && say("minimum.contact-sealed"),
      ]),
    },
  ];
}

const words = (value: Value | undefined): string | undefined =>
  isUnknown(value) ? unknownWords(value) : asText(value);

function coded(list: string, value: Value | undefined): string | undefined {
  if (isUnknown(value)) return unknownWords(value);
  const codes = typeof value === "string" ? [value] : asTexts(value);
  return codes.length === 0 ? undefined : formatList(codes.map((code) => termLabel(list, code)));
}

const some = (parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== "").join(" · ") || say("record.nothing");
