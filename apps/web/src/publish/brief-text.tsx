/** The editor's part of a brief: title, language, summary, which passages and in which order. Saved as the publication's record. */

import { type CaseFile, recordsOf } from "@saksi/domain/case-file";
import { asCode, asText } from "@saksi/domain/field-values";
import type { RecordId } from "@saksi/domain/id";
import { termLabel, vocabulary } from "@saksi/domain/vocabulary";
import { useState } from "react";
import { Badge } from "../components/badge.tsx";
import { Button, ButtonLink } from "../components/button.tsx";
import { Choice } from "../components/choice.tsx";
import { Field, FieldSet, sensitive } from "../components/field.tsx";
import { ProblemNotice } from "../components/problem-notice.tsx";
import { useAction } from "../vault/use-action.ts";
import { useBeforeLock, useVault } from "../vault/use-vault.ts";
import { say } from "../words/say.ts";
import type { Brief } from "./use-brief.ts";

export function BriefText({ file, brief }: { readonly file: CaseFile; readonly brief: Brief }) {
  const vault = useVault();
  const { fields, id } = brief.publication;
  const [title, setTitle] = useState(brief.title);
  const [language, setLanguage] = useState(asCode(fields.language) ?? "en");
  const [summary, setSummary] = useState(asText(fields.summary) ?? "");
  const [chosen, setChosen] = useState<readonly RecordId[]>(brief.passages);
  const save = useAction(vault.write);
  const passages = recordsOf(file, "passage");
  const changed =
    title !== brief.title ||
    language !== (asCode(fields.language) ?? "en") ||
    summary !== (asText(fields.summary) ?? "") ||
    chosen.join() !== brief.passages.join();

  const saveNow = () =>
    save.run([{ id, type: "publication", fields: { title, language, summary, passages: [...chosen] } }]);
  useBeforeLock(() => (changed ? saveNow() : undefined));

  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void saveNow();
      }}
    >
      <Field label={say("publish.title")} help={say("publish.title.help")}>
        {(input) => <input {...input} {...sensitive} value={title} onChange={({ target }) => setTitle(target.value)} />}
      </Field>
      <Field label={say("publish.language")} help={say("publish.language.help")}>
        {(input) => (
          <select {...input} value={language} onChange={({ target }) => setLanguage(target.value)}>
            {vocabulary("languages").map(({ code, label }) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={say("publish.summary")} help={say("publish.summary.help")}>
        {(input) => (
          <textarea
            {...input}
            {...sensitive}
            dir="auto"
            rows={6}
            value={summary}
            onChange={({ target }) => setSummary(target.value)}
          />
        )}
      </Field>
      <FieldSet label={say("publish.passages")} help={say("publish.passages.help")}>
        {passages.length === 0 && <p>{say("publish.passages.none")}</p>}
        {passages.map((passage) => (
          <Choice
            key={passage.id}
            checked={chosen.includes(passage.id)}
            onChange={({ target }) =>
              setChosen(target.checked ? [...chosen, passage.id] : chosen.filter((one) => one !== passage.id))
            }
            help={<span dir="auto">{asText(passage.fields.text)}</span>}
          >
            <bdi>{asText(passage.fields.heading) ?? say("publish.untitled")}</bdi>{" "}
            <Badge>
              {say("publish.cleared-to", {
                level: termLabel("identity_levels", asCode(passage.fields.identityLevel) ?? ""),
              })}
            </Badge>
          </Choice>
        ))}
        <div>
          <ButtonLink icon="add" to={`/new/passage/${file.case}`}>
            {say("publish.passages.new")}
          </ButtonLink>
        </div>
      </FieldSet>
      <ProblemNotice problem={save.problem} />
      <div className="row">
        <Button kind={changed ? "first" : "plain"} type="submit" busy={save.running} disabled={!changed}>
          {say("publish.save")}
        </Button>
        <span role="status" className="quiet">
          {changed ? say("publish.unsaved") : say("publish.saved")}
        </span>
      </div>
    </form>
  );
}
