/** One hit: what kind of record, its title, its case, and the words around the hit; of a name only that one matched. */

import { asLink } from "@saksi/domain/field-values";
import type { RecordId } from "@saksi/domain/id";
import { recordTypeNamed } from "@saksi/domain/record-types";
import type { HitRow } from "@saksi/vault/port";
import { Link } from "wouter";
import { Badge } from "../components/badge.tsx";
import { useRows } from "../vault/use-vault.ts";
import { say } from "../words/say.ts";
import { Marked } from "./marked-text.tsx";

export function HitLink({
  hit: { id, type, title, case: kase, snippet, byName },
  words,
  space,
}: {
  readonly hit: HitRow;
  readonly words: string;
  readonly space: string | undefined;
}) {
  return (
    <Link href={type === "case" ? `/cases/${id}` : `/records/${id}`} className="hit">
      <span className="row tight">
        <Badge>{recordTypeNamed(type)?.label.one ?? type}</Badge>
        {byName && <Badge tone="info">{say("search.by-name")}</Badge>}
      </span>
      <span className="hit-title" dir="auto">
        <Marked text={title} words={byName ? "" : words} />
      </span>
      {snippet !== "" && snippet !== title && (
        <span className="hit-snippet" dir="auto">
          <Marked text={snippet} words={words} />
        </span>
      )}
      <span className="quiet">
        {kase !== null && type !== "case" && <TitleOf id={kase} />}
        {type === "identity" && <OfPerson id={id} />}
        {space !== undefined && <bdi>{space}</bdi>}
      </span>
    </Link>
  );
}

function TitleOf({ id }: { readonly id: RecordId }) {
  const title = useRows("record", { id })?.[0]?.title;
  return (
    title !== undefined && (
      <>
        <bdi>{title}</bdi>
        {" · "}
      </>
    )
  );
}

/** Whose identity it is, by the pseudonym under which the person stands in the case. */
function OfPerson({ id }: { readonly id: RecordId }) {
  const person = asLink(useRows("record", { id })?.[0]?.fields.person);
  return person !== undefined && <TitleOf id={person} />;
}
