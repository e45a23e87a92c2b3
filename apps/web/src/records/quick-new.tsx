/** A new record with its first fields only, begun from a link; the rest is filled in on its own page. */

import type { RecordId, SpaceId } from "@saksi/domain/id";
import type { RecordType } from "@saksi/domain/record-type";
import { useState } from "react";
import { Button } from "../components/button.tsx";
import { ProblemNotice } from "../components/problem-notice.tsx";
import { useAction } from "../vault/use-action.ts";
import { useVault } from "../vault/use-vault.ts";
import { say } from "../words/say.ts";
import { draftOf, type FormValues } from "./draft-of.ts";
import type { ShownField } from "./field-props.ts";
import { firstFields } from "./form-parts.ts";
import { KeptSmall } from "./kept-small.tsx";
import { ofCase } from "./of-case.ts";
import { RecordFields } from "./record-fields.tsx";
import { stopsIn } from "./sentences.ts";

export function QuickNew({
  type,
  space,
  of,
  row,
  onMade,
}: {
  readonly type: RecordType;
  readonly space: SpaceId;
  readonly of: RecordId | undefined;
  readonly row: ShownField;
  readonly onMade: (id: RecordId) => void;
}) {
  const vault = useVault();
  const [values, setValues] = useState<FormValues>(() => ofCase(type, of));
  const save = useAction(vault.write);
  const draft = draftOf(type, values, { space });
  const empty = draft === null || Object.keys(draft.fields).every((name) => name === type.case);
  const wrong = stopsIn(type, values).size > 0;

  async function submit() {
    if (!draft) return;
    const saved = await save.run([draft]);
    const id = saved?.value.ids[0];
    if (id !== undefined) onMade(id);
  }

  // Not a form element: it stands inside one.
  return (
    <div className="stack">
      <p>{type.help}</p>
      <KeptSmall type={type} />
      <RecordFields
        type={type}
        fields={firstFields(type).filter(([name]) => name !== type.case)}
        values={values}
        space={space}
        row={row}
        onChange={setValues}
      />
      <ProblemNotice problem={save.problem} />
      <div>
        <Button kind="first" busy={save.running} disabled={empty || wrong} onClick={() => void submit()}>
          {say("record.save-and-take")}
        </Button>
      </div>
    </div>
  );
}
