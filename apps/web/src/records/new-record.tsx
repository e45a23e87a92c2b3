/** Begins a record of one type: of a case, in the case's space; else a person chooses the space. */

import { isRecordId, isSpaceId, type SpaceId } from "@saksi/domain/id";
import type { RecordType } from "@saksi/domain/record-type";
import { recordTypeNamed } from "@saksi/domain/record-types";
import type { SpaceRow } from "@saksi/vault/port";
import { useState } from "react";
import { useLocation } from "wouter";
import { Choice } from "../components/choice.tsx";
import { FieldSet } from "../components/field.tsx";
import { Heading } from "../components/heading.tsx";
import { Notice } from "../components/notice.tsx";
import { Skeleton } from "../components/skeleton.tsx";
import { usePage } from "../frame/page.ts";
import type { PageProps } from "../routes.tsx";
import { useRows } from "../vault/use-vault.ts";
import { say } from "../words/say.ts";
import { dayOf } from "./day-of.ts";
import type { FormValues } from "./draft-of.ts";
import { ofCase } from "./of-case.ts";
import { RecordForm } from "./record-form.tsx";
import { RecordName } from "./record-name.tsx";

export function NewRecordPage({ ids }: PageProps) {
  const type = recordTypeNamed(ids.type ?? "");
  const spaces = useRows("spaces", {});
  const caseId = ids.case !== undefined && isRecordId(ids.case) ? ids.case : undefined;
  const cases = useRows("record", { id: caseId ?? ("" as never) });
  const [chosen, setChosen] = useState<SpaceId>();
  if (!type) return <NoSuchType />;
  if (spaces === undefined || (caseId && cases === undefined)) return <Skeleton />;
  const writable = spaces.filter(({ role }) => role !== "reader");
  const of = cases?.[0];
  const only = writable.length === 1 ? writable[0]?.space : undefined;
  const space = writable.find((one) => one.space === (of?.space ?? chosen ?? only));
  return (
    <>
      <Heading>{say("record.new-of", { type: type.label.one })}</Heading>
      <p>{type.help}</p>
      {of && (
        <p className="soft">
          {say("record.of-case")} <RecordName id={of.id} />
        </p>
      )}
      {!of && writable.length > 1 && <ChooseSpace spaces={writable} chosen={space?.space} onChoose={setChosen} />}
      {writable.length === 0 && (
        <Notice tone="waits">
          <p>{say("record.no-space")}</p>
        </Notice>
      )}
      {space && <Form key={space.space} type={type} space={space} caseId={of && caseId} />}
    </>
  );
}

function Form({
  type,
  space,
  caseId,
}: {
  readonly type: RecordType;
  readonly space: SpaceRow;
  readonly caseId: string | undefined;
}) {
  const [, go] = useLocation();
  const { now } = usePage();
  const [first] = useState(() => beginning(type, caseId, dayOf(now())));
  if (!space.circles.includes(type.circle)) {
    return (
      <Notice tone="info" icon="lock">
        <p>{say("record.not-in-circle")}</p>
      </Notice>
    );
  }
  return (
    <RecordForm
      type={type}
      space={space.space}
      first={first}
      mayNarrow={space.circles.includes(1)}
      onSaved={(id) => go(`/records/${id}`, { replace: true })}
      onCancel={() => go(caseId ? `/cases/${caseId}` : "/cases")}
    />
  );
}

/** What a person need not write: the case; that a new case is at its beginning. */
function beginning(type: RecordType, caseId: string | undefined, today: string): FormValues {
  return type.name === "case" ? { state: "CASE.INTAKE", opened: today } : ofCase(type, caseId);
}

export function ChooseSpace({
  spaces,
  chosen,
  onChoose,
}: {
  readonly spaces: readonly SpaceRow[];
  readonly chosen: SpaceId | undefined;
  readonly onChoose: (space: SpaceId) => void;
}) {
  return (
    <FieldSet label={say("record.which-space")} help={say("record.which-space.help")}>
      {spaces.map(({ space, name }) => (
        <Choice
          key={space}
          type="radio"
          checked={chosen === space}
          onChange={() => isSpaceId(space) && onChoose(space)}
        >
          <bdi>{name}</bdi>
        </Choice>
      ))}
    </FieldSet>
  );
}

function NoSuchType() {
  return (
    <>
      <Heading>{say("record.no-type.title")}</Heading>
      <p>{say("record.no-type.text")}</p>
    </>
  );
}
