/** What is being published, and the way to begin: a case, or the book of decisions. */

import { asCode } from "@saksi/domain/field-values";
import { termLabel } from "@saksi/domain/vocabulary";
import { Link } from "wouter";
import { Badge } from "../components/badge.tsx";
import { ButtonLink } from "../components/button.tsx";
import { Empty } from "../components/empty.tsx";
import { Heading } from "../components/heading.tsx";
import { Skeleton } from "../components/skeleton.tsx";
import { useRows } from "../vault/use-vault.ts";
import { say } from "../words/say.ts";

export function PublicationsPage() {
  const rows = useRows("records", { type: "publication", order: "changed", descending: true, limit: 300 });
  return (
    <>
      <div className="row apart">
        <Heading>{say("place.publish")}</Heading>
        <ButtonLink icon="library" to="/library">
          {say("publish.booklet")}
        </ButtonLink>
      </div>
      <p>{say("publish.text")}</p>
      {rows === undefined ? (
        <Skeleton />
      ) : rows.length === 0 ? (
        <Empty
          title={say("publish.empty.title")}
          action={
            <ButtonLink kind="first" icon="cases" to="/cases">
              {say("publish.choose-case")}
            </ButtonLink>
          }
        >
          {say("publish.empty.text")}
        </Empty>
      ) : (
        <ul className="record-list">
          {rows.map(({ id, title, fields, case: kase }) => (
            <li key={id}>
              <Link href={`/publish/${kase}/${id}`}>
                <span dir="auto">{title}</span>
                <span className="row tight">
                  <Badge>{termLabel("identity_levels", asCode(fields.identityLevel) ?? "")}</Badge>
                  <Badge>{termLabel("editorial_states", asCode(fields.state) ?? "EP.DRAFT")}</Badge>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
