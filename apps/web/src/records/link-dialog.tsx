/** Finds one record of the allowed types in a space, or begins a new one with its first fields. */

import type { RecordId, SpaceId } from "@saksi/domain/id";
import type { RecordType } from "@saksi/domain/record-type";
import { recordTypeNamed } from "@saksi/domain/record-types";
import { useState } from "react";
import { Badge } from "../components/badge.tsx";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { Field, sensitive } from "../components/field.tsx";
import { useRows } from "../vault/use-vault.ts";
import { say } from "../words/say.ts";
import type { ShownField } from "./field-props.ts";
import { PartialDay } from "./partial-day.tsx";
import { QuickNew } from "./quick-new.tsx";

interface Choosing {
  readonly space: SpaceId;
  readonly of: RecordId | undefined;
  readonly taken: readonly RecordId[];
  readonly onTake: (id: RecordId) => void;
}

export function LinkDialog({
  label,
  types: names,
  row,
  onClose,
  ...choosing
}: Choosing & {
  readonly label: string;
  readonly types: readonly string[];
  readonly row: ShownField;
  readonly onClose: () => void;
}) {
  const [words, setWords] = useState("");
  const [beginning, setBeginning] = useState<RecordType>();
  const types = names.flatMap((name) => recordTypeNamed(name) ?? []);
  if (beginning) {
    return (
      <Dialog
        key="new"
        title={say("record.new-of", { type: beginning.label.one })}
        onClose={() => setBeginning(undefined)}
      >
        <QuickNew type={beginning} space={choosing.space} of={choosing.of} row={row} onMade={choosing.onTake} />
      </Dialog>
    );
  }
  return (
    <Dialog key="find" title={label} onClose={onClose}>
      <Field label={say("field.link.find")} help={say("field.link.find.help")}>
        {(input) => (
          <input
            {...input}
            {...sensitive}
            type="search"
            dir="auto"
            value={words}
            onChange={({ target }) => setWords(target.value)}
          />
        )}
      </Field>
      {types.map((type) => (
        <section key={type.name} className="stack tight" aria-label={type.label.many}>
          {types.length > 1 && <h3>{type.label.many}</h3>}
          <Found type={type} words={words} {...choosing} />
          <div>
            <Button kind="quiet" icon="add" onClick={() => setBeginning(type)}>
              {say("record.new-of", { type: type.label.one })}
            </Button>
          </div>
        </section>
      ))}
    </Dialog>
  );
}

const most = 8;

function Found({
  type,
  words,
  space,
  of,
  taken,
  onTake,
}: Choosing & { readonly type: RecordType; readonly words: string }) {
  const typed = words.trim();
  const asks = { space, type: type.name, order: "changed", descending: true, ...(typed && { words: typed }) } as const;
  const all = useRows("records", { ...asks, limit: most }, "keep");
  const near = useRows("records", { ...asks, limit: of ? most : 0, ...(of && { case: of }) }, "keep");
  // Those of the same case first, then the last changed of the space.
  const rows = all && near && [...near, ...all.filter(({ id }) => !near.some((one) => one.id === id))].slice(0, most);
  if (rows === undefined) return <p className="soft">{say("loading")}</p>;
  if (rows.length === 0)
    return <p className="soft">{typed ? say("field.link.none-found") : say("field.link.none-yet")}</p>;
  return (
    <ul className="found">
      {rows.map(({ id, title, when, circle }) => (
        <li key={id}>
          <button type="button" disabled={taken.includes(id)} onClick={() => onTake(id)}>
            <bdi>{title}</bdi>
            {when !== null && <PartialDay text={when} />}
            {circle > 0 && <Badge>{say("record.smaller-circle")}</Badge>}
          </button>
        </li>
      ))}
    </ul>
  );
}
