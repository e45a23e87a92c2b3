/** A correction or something new about a state, written into the space that keeps the atlas; a second member confirms it. */

import "../style/atlas.css";
import { fieldsOf, type RecordType } from "@saksi/domain/record-type";
import { recordTypeNamed } from "@saksi/domain/record-types";
import { termLabel } from "@saksi/domain/vocabulary";
import { stateOf } from "@saksi/treaties/states";
import type { NamedAtlas } from "@saksi/vault/query/atlas-spaces";
import { Link, useLocation } from "wouter";
import { Heading } from "../components/heading.tsx";
import { Notice } from "../components/notice.tsx";
import { Skeleton } from "../components/skeleton.tsx";
import { NotFoundPage } from "../frame/not-found-page.tsx";
import type { FormValues } from "../records/draft-of.ts";
import { RecordForm } from "../records/record-form.tsx";
import type { PageProps } from "../routes.tsx";
import { say } from "../words/say.ts";
import { listOf, stateName } from "./atlas-words.ts";
import { ChoosePart } from "./choose-part.tsx";
import { NameAtlas } from "./name-atlas.tsx";
import { useAtlas } from "./use-atlas.ts";
import { useToday } from "./use-today.ts";

export function ProposePage({ ids: { state: code = "", type: name = "fact", part, which } }: PageProps) {
  const { chosen, isReady } = useAtlas();
  const state = stateOf(code);
  const type = recordTypeNamed(name);
  const isOpen = name === "fact" && part === undefined;
  if (!type || !["fact", "bill", "recommendation", "commitment"].includes(name)) return <NotFoundPage />;
  return (
    <>
      <p>
        <Link href={state ? `/atlas/${state.iso3}` : "/atlas/facts"}>
          {state ? stateName(state) : say("atlas.facts")}
        </Link>
      </p>
      <Heading>
        {part === undefined
          ? say("record.new-of", { type: type.label.one })
          : say(part === "AP.MILESTONE" ? "atlas.add.step" : "atlas.propose.title")}
      </Heading>
      {part !== undefined && (
        <p>
          {state && `${stateName(state)}: `}
          {which === undefined ? termLabel("atlas_parts", part) : termLabel(listOf(part), which)}
        </p>
      )}
      <p>{say("atlas.propose.text")}</p>
      {!isReady && <Skeleton />}
      {isReady && chosen === null && <NameAtlas />}
      {chosen?.space.role === "reader" && <Notice tone="waits">{say("atlas.propose.reader")}</Notice>}
      {chosen && chosen.space.role !== "reader" && isOpen && <ChoosePart state={state?.iso3} />}
      {chosen && chosen.space.role !== "reader" && !isOpen && (
        <Form type={ofPart(type, part)} chosen={chosen} begin={beginning(state?.iso2, part, which)} />
      )}
    </>
  );
}

function Form({
  type,
  chosen,
  begin,
}: {
  readonly type: RecordType;
  readonly chosen: NamedAtlas;
  readonly begin: FormValues;
}) {
  const [, go] = useLocation();
  const today = useToday();
  return (
    <>
      {chosen.space.sample && <Notice tone="waits">{say("atlas.facts.sample")}</Notice>}
      <RecordForm
        type={type}
        space={chosen.space.space}
        first={{ asOf: today, ...begin }}
        onSaved={() => go("/atlas/facts", { replace: true })}
        onCancel={() => history.back()}
      />
    </>
  );
}

function beginning(state: string | undefined, part: string | undefined, which: string | undefined): FormValues {
  const named = which && { [part === "AP.LAW" ? "item" : "treaty"]: which };
  return { ...(state && { state }), ...(part && { part }), ...named };
}

/** What a part of a fact is made of; the rest of the form says nothing about it. */
const fieldsByPart: Readonly<Record<string, readonly string[]>> = {
  "AP.TREATY": ["treaty", "standing", "action", "on"],
  "AP.REPORT": ["on"],
  "AP.SENT": ["accepted"],
  "AP.FOLLOWUP": ["on"],
  "AP.LISTFIRST": ["accepted"],
  "AP.MECHANISM": ["mechanism", "name", "on"],
  "AP.INSTITUTION": ["accreditation", "name", "on"],
  "AP.LAW": ["item", "lawStanding", "section"],
  "AP.MILESTONE": ["milestone", "on"],
};
const ofEvery: readonly string[] = ["says", "state", "part", "note", "source", "sourceUrl", "asOf", "confidence"];

/** The declaration with the fields of one part alone, all of them asked at once. */
function ofPart(type: RecordType, part: string | undefined): RecordType {
  const wanted = fieldsByPart[part ?? ""];
  if (wanted === undefined) return type;
  const fields = fieldsOf(type)
    .filter(([name]) => wanted.includes(name) || ofEvery.includes(name))
    .map(([name, field]) => [name, name === "note" ? field : { ...field, minimum: true as const }] as const);
  return { ...type, fields: Object.fromEntries(fields) };
}
