/**
 * Any record type as a form, made from its declaration: what is needed first, the rest behind *More*.
 *
 * The form holds a draft in memory and nothing else. It is saved by the button, before the vault locks, and when a person
 * who leaves the page says so; quick exit drops it.
 */

import type { RecordId, SpaceId } from "@saksi/domain/id";
import type { RecordType } from "@saksi/domain/record-type";
import { useRef, useState } from "react";
import { Button } from "../components/button.tsx";
import { Choice } from "../components/choice.tsx";
import { Notice } from "../components/notice.tsx";
import { ProblemNotice } from "../components/problem-notice.tsx";
import { useAction } from "../vault/use-action.ts";
import { useBeforeLock, useVault } from "../vault/use-vault.ts";
import { formatNumber } from "../words/format.ts";
import { say } from "../words/say.ts";
import { draftOf, type FormValues, isBlank, type Opened, withoutFields } from "./draft-of.ts";
import { FieldRow } from "./field-row.tsx";
import { firstFields, moreFields, type NamedField } from "./form-parts.ts";
import { KeptSmall } from "./kept-small.tsx";
import { LeaveGuard } from "./leave-guard.tsx";
import { RecordFields } from "./record-fields.tsx";
import { missingIn, stopsIn } from "./sentences.ts";

export function RecordForm({
  type,
  space,
  opened,
  first = {},
  mayNarrow = false,
  onSaved,
  onCancel,
}: {
  readonly type: RecordType;
  readonly space: SpaceId;
  /** The record as it stood when its form was opened; not given for one that begins */
  readonly opened?: Opened;
  /** What a new record begins with: its case */
  readonly first?: FormValues;
  /** Whether this member may keep a new record for the smaller circle */
  readonly mayNarrow?: boolean;
  readonly onSaved: (id: RecordId) => void;
  readonly onCancel: () => void;
}) {
  const vault = useVault();
  const [values, setValues] = useState<FormValues>(() => opened?.fields ?? first);
  const [narrow, setNarrow] = useState(false);
  const [asking, setAsking] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const save = useAction(vault.write);
  const stops = stopsIn(type, values);
  const missing = missingIn(type, values);
  const how = { opened, space, ...(narrow && { circle: 1 as const }) };
  const dirty = draftOf(type, values, how) !== null && Object.keys(values).some((name) => values[name] !== first[name]);
  const saved = useRef(false);

  async function write(given: FormValues): Promise<RecordId | undefined> {
    const draft = draftOf(type, given, how);
    if (!draft) return opened?.id;
    saved.current = true;
    const answer = await save.run([draft], space);
    saved.current = answer !== null;
    return answer?.value.ids[0];
  }
  async function submit(anyway: boolean) {
    setAsking(true);
    if (stops.size > 0 || (missing.length > 0 && !anyway)) return lookAt(form.current, [...stops, ...missing][0]);
    const id = await write(values);
    if (id !== undefined) onSaved(id);
  }
  const saveWhatCanBe = async () => {
    if (!dirty || saved.current) return true;
    return (await write(withoutFields(values, stops))) !== undefined;
  };
  useBeforeLock(saveWhatCanBe);

  const given = { type, values, space, asking, row: FieldRow, onChange: setValues };
  const { about, team } = moreFields(type);
  return (
    <form
      ref={form}
      className="stack record-form"
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(false);
      }}
    >
      <KeptSmall type={type} />
      <RecordFields {...given} fields={firstFields(type)} />
      <More {...given} title={say("record.more")} fields={about} stops={stops} />
      <More {...given} title={say("record.more.team")} fields={team} stops={stops} />
      {mayNarrow && type.circle === 0 && !opened && (
        <Choice checked={narrow} onChange={() => setNarrow(!narrow)} help={say("record.narrow.help")}>
          {say("record.narrow")}
        </Choice>
      )}
      <ProblemNotice problem={save.problem} />
      {asking && stops.size === 0 && missing.length > 0 && (
        <Notice tone="waits" live="polite">
          <p>{say("record.missing", { count: missing.length, shown: formatNumber(missing.length) })}</p>
          <div>
            <Button onClick={() => void submit(true)}>{say("record.save-anyway")}</Button>
          </div>
        </Notice>
      )}
      {asking && stops.size > 0 && (
        <Notice tone="waits" live="polite">
          <p>{say("record.mend-first", { count: stops.size, shown: formatNumber(stops.size) })}</p>
        </Notice>
      )}
      <div className="row save-row">
        <Button kind="first" type="submit" busy={save.running}>
          {save.running ? say("record.saving") : say("record.save")}
        </Button>
        <Button
          kind="quiet"
          onClick={() => {
            saved.current = true;
            onCancel();
          }}
        >
          {opened ? say("record.edit.not") : say("record.new.not")}
        </Button>
      </div>
      <LeaveGuard waits={() => dirty && !saved.current} onSave={saveWhatCanBe} />
    </form>
  );
}

/** Behind a line that opens; open from the start where something is written, or wrong, inside. */
function More({
  title,
  stops,
  ...given
}: Parameters<typeof RecordFields>[0] & { readonly title: string; readonly stops: ReadonlySet<string> }) {
  const within = ([name]: NamedField) => name !== given.type.case && !isBlank(given.values[name]);
  const [open] = useState(() => given.fields.some(within));
  if (given.fields.length === 0) return null;
  const wrong = given.fields.some(([name]) => stops.has(name));
  return (
    <details className="more-fields" open={open || wrong || undefined}>
      <summary>
        {title} <small className="numbers">{formatNumber(given.fields.length)}</small>
      </summary>
      <div className="stack">
        <RecordFields {...given} />
      </div>
    </details>
  );
}

/** Brings the first field that needs a person into sight, and puts the cursor there. */
function lookAt(form: HTMLFormElement | null, name: string | undefined): void {
  const row = name === undefined ? null : form?.querySelector(`[data-field="${name}"]`);
  row?.closest("details")?.setAttribute("open", "");
  row?.scrollIntoView({ block: "center" });
  row?.querySelector<HTMLElement>("input, textarea, select, button")?.focus({ preventScroll: true });
}
