/** How a minimum record ends: saved, with what to do next; or not taken, with nothing stored. */

import { asText } from "@saksi/domain/field-values";
import type { RecordId } from "@saksi/domain/id";
import type { MinimumAnswers } from "@saksi/domain/minimum-record";
import type { Triage } from "@saksi/domain/rules/triage";
import { Button, ButtonLink } from "../../components/button.tsx";
import { Heading } from "../../components/heading.tsx";
import { Notice } from "../../components/notice.tsx";
import { useRows } from "../../vault/use-vault.ts";
import { type MessageId, say } from "../../words/say.ts";
import { SavedOrSent } from "../saved-or-sent.tsx";
import { TriageNotice } from "./triage-notice.tsx";

export function Done({
  caseId,
  answers,
  triage,
  onAgain,
}: {
  readonly caseId: RecordId;
  readonly answers: MinimumAnswers;
  readonly triage: Triage;
  readonly onAgain: () => void;
}) {
  const [record] = useRows("record", { id: caseId }) ?? [];
  const name = asText(answers.pseudonym);
  return (
    <section className="minimum">
      <Heading>{say("minimum.done.title")}</Heading>
      <Notice tone="done" live="polite">
        <p>{say("minimum.done.text")}</p>
        {record && <SavedOrSent record={record} />}
      </Notice>
      <TriageNotice triage={triage} />
      {name !== undefined && <p>{say("minimum.done.name", { name })}</p>}
      <div className="minimum-way">
        <Button onClick={onAgain}>{say("minimum.done.again")}</Button>
        <ButtonLink kind="first" to={`/cases/${caseId}`}>
          {say("record.open-case")}
        </ButtonLink>
      </div>
    </section>
  );
}

/** Why nothing is recorded, told in its own words. */
export type NothingBecause = "not-safe" | "later" | "refused";

const sentences: Readonly<Record<NothingBecause, MessageId>> = {
  "not-safe": "minimum.nothing.no",
  later: "minimum.nothing.later",
  refused: "minimum.nothing.refused",
};

export function Nothing({ because, onBack }: { readonly because: NothingBecause; readonly onBack: () => void }) {
  return (
    <section className="minimum">
      <Heading>{say("minimum.nothing.title")}</Heading>
      <p>{say(sentences[because])}</p>
      <div className="minimum-way">
        <Button onClick={onBack}>{say(because === "refused" ? "minimum.done.again" : "minimum.nothing.back")}</Button>
        <ButtonLink kind="first" to="/">
          {say("not-found.home")}
        </ButtonLink>
      </div>
    </section>
  );
}
