/** What can be added to a case: each type with the sentence that says what it is for, the everyday ones first. */

import { recordTypes } from "@saksi/domain/record-types";
import { Link } from "wouter";
import { Heading } from "../components/heading.tsx";
import { Icon } from "../components/icon.tsx";
import type { PageProps } from "../routes.tsx";
import { say } from "../words/say.ts";
import { RecordLink } from "./record-name.tsx";

const everyday = ["testimony", "remedy-step", "exhibit", "person", "incident", "act", "involvement"];
const inner = ["identity", "clinical-detail", "protected-note"];
/** Made by a page of their own, or not part of a case */
const elsewhere = ["case", "consent", "grant", "publication", "approval", "precedent", "lesson"];
/** About states, not about people: made in the atlas */
const ofAtlas = ["atlas-space", "fact", "bill", "recommendation", "commitment", "confirmation"];

export function ChooseTypePage({ ids }: PageProps) {
  const caseId = ids.case ?? "";
  const rest = recordTypes.map(({ name }) => name as string);
  const others = rest.filter((name) => ![...everyday, ...inner, ...elsewhere, ...ofAtlas].includes(name));
  return (
    <>
      <Heading>{say("record.choose.title")}</Heading>
      <p className="soft">
        {say("record.of-case")} <RecordLink id={caseId} />
      </p>
      <Types names={everyday} caseId={caseId} />
      <section className="stack">
        <h2>{say("record.choose.inner")}</h2>
        <Types names={inner} caseId={caseId} />
      </section>
      <section className="stack">
        <h2>{say("record.choose.others")}</h2>
        <Types names={others} caseId={caseId} />
      </section>
    </>
  );
}

function Types({ names, caseId }: { readonly names: readonly string[]; readonly caseId: string }) {
  const types = names.flatMap((name) => recordTypes.find((type) => type.name === name) ?? []);
  return (
    <ul className="ways">
      {types.map(({ name, label, help }) => (
        <li key={name}>
          <Link className="way" href={`/new/${name}/${caseId}`}>
            <Icon name={name === "person" ? "person" : name === "exhibit" ? "file" : "add"} />
            <span>
              <strong>{label.one}</strong>
              <small>{help}</small>
            </span>
            <Icon name="next" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
