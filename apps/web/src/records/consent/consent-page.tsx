/**
 * The conversation about consent with one person of a case: plain choices, one save. Yes and no are the same size and one
 * tap each; nothing is chosen beforehand; what was allowed can be taken back on the same page.
 */

import { asCode, asPlace } from "@saksi/domain/field-values";
import { isRecordId, newRecordId, type RecordId } from "@saksi/domain/id";
import { vocabulary } from "@saksi/domain/vocabulary";
import type { RecordDetail } from "@saksi/vault/port";
import { useRef, useState } from "react";
import { Button, ButtonLink } from "../../components/button.tsx";
import { Choice } from "../../components/choice.tsx";
import { Field, FieldSet } from "../../components/field.tsx";
import { Heading } from "../../components/heading.tsx";
import { Notice } from "../../components/notice.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { usePage } from "../../frame/page.ts";
import type { PageProps } from "../../routes.tsx";
import { useAction } from "../../vault/use-action.ts";
import { useBeforeLock, useRows, useVault } from "../../vault/use-vault.ts";
import { formatNumber } from "../../words/format.ts";
import { say } from "../../words/say.ts";
import { dayOf } from "../day-of.ts";
import { TextInput } from "../inputs/text-input.tsx";
import { YesNoInput } from "../inputs/yes-no-input.tsx";
import { LeaveGuard } from "../leave-guard.tsx";
import { type Conversation, consentDrafts, isWhole, type UseAnswer, type UseKey, uses } from "./conversation.ts";
import { Grants } from "./grants.tsx";
import { UseQuestion } from "./use-question.tsx";

export function ConsentPage({ ids }: PageProps) {
  const id = (text = "") => (isRecordId(text) ? text : ("" as never));
  const people = useRows("record", { id: id(ids.person) });
  const cases = useRows("record", { id: id(ids.case) });
  if (people === undefined || cases === undefined) return <Skeleton rows={6} />;
  const [person] = people;
  const [of] = cases;
  if (!person || !of) {
    return (
      <>
        <Heading>{say("record.not-here.title")}</Heading>
        <p>{say("record.not-here.text")}</p>
      </>
    );
  }
  return <Talk person={person} of={of} />;
}

function Talk({ person, of }: { readonly person: RecordDetail; readonly of: RecordDetail }) {
  const vault = useVault();
  const { now, random } = usePage();
  const linked = useRows("linked", { id: person.id, type: "grant" }, "keep") ?? [];
  const [asked, setAsked] = useState<Conversation>(() => beginning(of.id, person));
  const [saved, setSaved] = useState(false);
  const kept = useRef(false);
  const save = useAction(vault.write);
  const today = dayOf(now());
  const active = linked.filter(({ fields }) => asCode(fields.state) === "CT.ACTIVE");
  const set = (change: Partial<Conversation>) => setAsked((before) => ({ ...before, ...change }));
  const answer = (key: UseKey, given: UseAnswer | undefined) =>
    setAsked((before) => {
      const others = Object.entries(before.answers).filter(([one]) => one !== key);
      return { ...before, answers: Object.fromEntries(given ? [...others, [key, given]] : others) };
    });
  const open = uses.filter(({ key }) => asked.answers[key] && !isWhole(asked.answers[key]));

  async function write(): Promise<boolean> {
    if (kept.current || asked.keep === undefined) return kept.current;
    kept.current = true;
    const whole = Object.fromEntries(Object.entries(asked.answers).filter(([, one]) => isWhole(one)));
    const earlier = active.map(({ id, fields }) => ({ id, purpose: asCode(fields.purpose) ?? "" }));
    const drafts = consentDrafts({ ...asked, answers: whole }, { today, newId: () => newRecordId(random), earlier });
    kept.current = (await save.run(drafts, person.space)) !== null;
    setSaved(kept.current);
    return kept.current;
  }
  useBeforeLock(write);
  const touched = asked.keep !== undefined || Object.keys(asked.answers).length > 0;

  return (
    <div className="stack consent">
      <Heading>{say("consent.title")}</Heading>
      <p>
        {say("consent.with")} <bdi translate="no">{person.title}</bdi>
      </p>
      <Grants grants={linked} today={today} />
      {saved ? (
        <Notice tone="done" live="polite">
          <p>{say("consent.saved")}</p>
          <div>
            <ButtonLink to={`/cases/${of.id}`}>{say("record.open-case")}</ButtonLink>
          </div>
        </Notice>
      ) : (
        <>
          <Notice>
            <p>{say("consent.say-first")}</p>
          </Notice>
          <About asked={asked} onChange={set} space={person.space} />
          <section className="stack">
            <h2>{say("consent.uses")}</h2>
            <p>{say("consent.uses.text")}</p>
            <div>
              <Button
                onClick={() => set({ answers: Object.fromEntries(uses.map(({ key }) => [key, { given: "no" }])) })}
              >
                {say("consent.refuse-all")}
              </Button>
            </div>
            {uses.map((use) => (
              <UseQuestion
                key={use.key}
                use={use}
                answer={asked.answers[use.key]}
                country={asPlace(of.fields.area)?.country}
                onAnswer={(given) => answer(use.key, given)}
              />
            ))}
          </section>
          <Understood asked={asked} onChange={set} space={person.space} />
          <ProblemNotice problem={save.problem} />
          {open.length > 0 && (
            <Notice tone="waits">
              <p>{say("consent.open", { count: open.length, shown: formatNumber(open.length) })}</p>
            </Notice>
          )}
          <div className="row save-row">
            <Button
              kind="first"
              busy={save.running}
              disabled={asked.keep === undefined || open.length > 0}
              onClick={() => void write()}
            >
              {save.running ? say("record.saving") : say("consent.save")}
            </Button>
            <ButtonLink kind="quiet" to={`/cases/${of.id}`}>
              {say("record.new.not")}
            </ButtonLink>
          </div>
          <LeaveGuard waits={() => touched && !kept.current} onSave={write} />
        </>
      )}
    </div>
  );
}

const beginning = (caseId: RecordId, person: RecordDetail): Conversation => ({
  case: caseId,
  person: person.id,
  keep: undefined,
  mode: undefined,
  language: undefined,
  understood: undefined,
  comprehension: undefined,
  // Held now, by what is known of them: then it begins as provisional, and can be corrected.
  inCustody: asCode(person.fields.status)?.startsWith("VS.HELD") ? true : undefined,
  words: "",
  answers: {},
});

interface Part {
  readonly asked: Conversation;
  readonly onChange: (change: Partial<Conversation>) => void;
  readonly space: RecordDetail["space"];
}

function About({ asked, onChange, space }: Part) {
  return (
    <section className="stack">
      <h2>{say("consent.about")}</h2>
      <YesNoInput
        field={{ kind: "yes-no", label: say("consent.custody"), class: "internal" }}
        value={asked.inCustody}
        problems={{}}
        space={space}
        onChange={(value) => onChange({ inCustody: typeof value === "boolean" ? value : undefined })}
      />
      {asked.inCustody !== false && (
        <Notice tone="waits">
          <p>{say(asked.inCustody ? "consent.provisional" : "consent.provisional.unknown")}</p>
        </Notice>
      )}
      <FieldSet label={say("consent.keep")} help={say("consent.keep.help")}>
        {vocabulary("consent_keep").map(({ code, label }) => (
          <Choice key={code} type="radio" checked={asked.keep === code} onChange={() => onChange({ keep: code })}>
            {label}
          </Choice>
        ))}
      </FieldSet>
      <div className="columns">
        <Picked
          label={say("consent.mode")}
          list="consent_mode"
          code={asked.mode}
          onPick={(mode) => onChange({ mode })}
        />
        <Picked
          label={say("consent.language")}
          list="languages"
          code={asked.language}
          onPick={(language) => onChange({ language })}
        />
      </div>
    </section>
  );
}

function Picked({
  label,
  list,
  code,
  onPick,
}: {
  readonly label: string;
  readonly list: string;
  readonly code: string | undefined;
  readonly onPick: (code: string | undefined) => void;
}) {
  return (
    <Field label={label}>
      {(input) => (
        <select {...input} value={code ?? ""} onChange={({ target }) => onPick(target.value || undefined)}>
          <option value="">{say("field.choose")}</option>
          {vocabulary(list).map((term) => (
            <option key={term.code} value={term.code}>
              {term.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Understood({ asked, onChange, space }: Part) {
  const yesNo = (value: unknown) => (typeof value === "boolean" ? value : undefined);
  return (
    <section className="stack">
      <h2>{say("consent.understood")}</h2>
      <ol className="several">
        <li>{say("consent.ask.keep")}</li>
        <li>{say("consent.ask.who")}</li>
        <li>{say("consent.ask.back")}</li>
      </ol>
      <YesNoInput
        field={{ kind: "yes-no", label: say("consent.comprehension"), class: "internal" }}
        value={asked.comprehension}
        problems={{}}
        space={space}
        onChange={(value) => onChange({ comprehension: yesNo(value) })}
      />
      <YesNoInput
        field={{ kind: "yes-no", label: say("consent.in-language"), class: "internal" }}
        value={asked.understood}
        problems={{}}
        space={space}
        onChange={(value) => onChange({ understood: yesNo(value) })}
      />
      <TextInput
        field={{
          kind: "text",
          long: true,
          label: say("consent.words"),
          help: say("consent.words.help"),
          class: "sensitive",
        }}
        value={asked.words}
        problems={{}}
        space={space}
        lang={asked.language}
        onChange={(words) => onChange({ words: typeof words === "string" ? words : "" })}
      />
    </section>
  );
}
