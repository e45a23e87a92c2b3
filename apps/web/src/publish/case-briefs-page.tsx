/** The briefs of one case, and the choice with which a new one begins: how are people named, for what, for whom. */

import { recordsOf } from "@saksi/domain/case-file";
import { asText } from "@saksi/domain/field-values";
import { isRecordId, type RecordId, type SpaceId } from "@saksi/domain/id";
import { type UseName, useOf as usageOf, useNames } from "@saksi/domain/use";
import { vocabulary } from "@saksi/domain/vocabulary";
import { useState } from "react";
import { Link, useLocation } from "wouter";
import { useCaseFile } from "../cases/use-case-file.ts";
import { Button } from "../components/button.tsx";
import { Choice } from "../components/choice.tsx";
import { Field, FieldSet, sensitive } from "../components/field.tsx";
import { Heading } from "../components/heading.tsx";
import { ProblemNotice } from "../components/problem-notice.tsx";
import { Skeleton } from "../components/skeleton.tsx";
import { NotFoundPage } from "../frame/not-found-page.tsx";
import type { PageProps } from "../routes.tsx";
import { useAction } from "../vault/use-action.ts";
import { useRows, useVault } from "../vault/use-vault.ts";
import { type MessageId, say } from "../words/say.ts";

const useTitles: Readonly<Record<UseName, readonly [title: MessageId, help: MessageId]>> = {
  anonymous: ["publish.use.anonymous", "publish.use.anonymous.help"],
  pseudonym: ["publish.use.pseudonym", "publish.use.pseudonym.help"],
  named: ["publish.use.named", "publish.use.named.help"],
};

export function CaseBriefsPage({ ids }: PageProps) {
  const id = ids.case ?? "";
  return isRecordId(id) ? <CaseBriefs id={id} /> : <NotFoundPage />;
}

function CaseBriefs({ id }: { readonly id: RecordId }) {
  const file = useCaseFile(id);
  const rows = useRows("record", { id });
  if (file === undefined || rows === undefined) return <Skeleton />;
  const space = rows[0]?.space;
  if (file === null || space === undefined) return <NotFoundPage />;
  const briefs = recordsOf(file, "publication");
  return (
    <>
      <Heading>{say("publish.of-case")}</Heading>
      <p>
        <Link href={`/cases/${id}`}>{say("publish.back-to-case")}</Link>
      </p>
      {briefs.length > 0 && (
        <ul className="record-list">
          {briefs.map(({ id: publication, fields }) => (
            <li key={publication}>
              <Link href={`/publish/${id}/${publication}`} dir="auto">
                {asText(fields.title) ?? say("publish.untitled")}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <BeginBrief id={id} space={space} passages={recordsOf(file, "passage").map((passage) => passage.id)} />
    </>
  );
}

function BeginBrief({
  id,
  space,
  passages,
}: {
  readonly id: RecordId;
  readonly space: SpaceId;
  readonly passages: readonly RecordId[];
}) {
  const vault = useVault();
  const [, go] = useLocation();
  const [name, setName] = useState<UseName>("anonymous");
  const [purpose, setPurpose] = useState("CP.PUBCASE");
  const [audience, setAudience] = useState("AU.PUBLIC");
  const [title, setTitle] = useState("");
  const save = useAction(vault.write);
  const me = useRows("members", { space })?.find((row) => row.me);

  async function begin() {
    const { identityLevel, territory } = usageOf(name, { purpose, audience });
    const fields = {
      case: id,
      title: title.trim() || say("publish.untitled"),
      kind: "PK.CASE",
      identityLevel,
      purpose,
      audience,
      territory,
      language: "en",
      passages: [...passages],
      state: "EP.DRAFT",
      // Whoever begins a brief cannot approve it.
      author: me?.member ?? null,
    };
    const saved = await save.run([{ type: "publication", fields }], space);
    const [publication] = saved?.value.ids ?? [];
    if (publication !== undefined) go(`/publish/${id}/${publication}`);
  }

  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void begin();
      }}
    >
      <h2>{say("publish.begin")}</h2>
      <FieldSet label={say("publish.use")}>
        {useNames.map((each) => (
          <Choice
            key={each}
            type="radio"
            name="use"
            checked={name === each}
            onChange={() => setName(each)}
            help={say(useTitles[each][1])}
          >
            {say(useTitles[each][0])}
          </Choice>
        ))}
      </FieldSet>
      <CodeChoice label={say("case.consent.purpose")} list="consent_purposes" value={purpose} onChange={setPurpose} />
      <CodeChoice
        label={say("case.consent.audience")}
        list="consent_audiences"
        value={audience}
        onChange={setAudience}
      />
      <Field label={say("publish.title")} help={say("publish.title.help")}>
        {(input) => (
          <input {...input} {...sensitive} value={title} onChange={(event) => setTitle(event.target.value)} />
        )}
      </Field>
      <ProblemNotice problem={save.problem} />
      <div>
        <Button kind="first" type="submit" busy={save.running} disabled={me === undefined}>
          {say("publish.begin.do")}
        </Button>
      </div>
    </form>
  );
}

function CodeChoice({
  label,
  list,
  value,
  onChange,
}: {
  readonly label: string;
  readonly list: string;
  readonly value: string;
  readonly onChange: (code: string) => void;
}) {
  return (
    <Field label={label}>
      {(input) => (
        <select {...input} value={value} onChange={({ target }) => onChange(target.value)}>
          {vocabulary(list).map(({ code, label: name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
