/** What each person allowed: for what, for whom, how named, until when, and whether it still holds. */

import { type CaseFile, grantsOf, peopleOf } from "@saksi/domain/case-file";
import { asCode, asCodes, asText } from "@saksi/domain/field-values";
import { termLabel } from "@saksi/domain/vocabulary";
import { Link } from "wouter";
import { Badge } from "../components/badge.tsx";
import { ButtonLink } from "../components/button.tsx";
import type { Tone } from "../components/notice.tsx";
import { Table } from "../components/table.tsx";
import { PartialDay } from "../records/partial-day.tsx";
import { formatList } from "../words/format.ts";
import { say } from "../words/say.ts";

const tones: Readonly<Record<string, Tone>> = {
  "CT.ACTIVE": "done",
  "CT.PENDING": "waits",
  "CT.PARTIAL": "waits",
  "CT.WITHDRAWN": "danger",
  "CT.REFUSED": "danger",
  "CT.EXPIRED": "waits",
};

export function ConsentTable({ file }: { readonly file: CaseFile }) {
  const people = peopleOf(file);
  if (people.length === 0) return <p>{say("case.consent.nobody")}</p>;
  return people.map((person) => {
    const name = asText(person.fields.pseudonym) ?? say("who.unknown-person");
    const grants = grantsOf(file, person.id);
    return (
      <section key={person.id} className="stack tight" aria-label={name}>
        <div className="row apart">
          <h3>
            <bdi>{name}</bdi>
          </h3>
          <ButtonLink icon="add" to={`/consent/${file.case}/${person.id}`}>
            {say("case.consent.ask")}
          </ButtonLink>
        </div>
        {grants.length === 0 ? (
          <p>{say("case.consent.none")}</p>
        ) : (
          <Table
            caption={say("case.consent.table", { person: name })}
            rows={grants}
            keyOf={({ id }) => id}
            columns={[
              {
                name: "purpose",
                label: say("case.consent.purpose"),
                cell: ({ id, fields }) => (
                  <Link href={`/records/${id}`}>{termLabel("consent_purposes", asCode(fields.purpose) ?? "")}</Link>
                ),
              },
              {
                name: "audience",
                label: say("case.consent.audience"),
                cell: ({ fields }) =>
                  formatList((asCodes(fields.audiences) ?? []).map((code) => termLabel("consent_audiences", code))),
              },
              {
                name: "level",
                label: say("case.consent.level"),
                cell: ({ fields }) => termLabel("identity_levels", asCode(fields.identityLevel) ?? ""),
              },
              {
                name: "until",
                label: say("case.consent.until"),
                cell: ({ fields }) =>
                  asText(fields.until) === undefined ? (
                    say("unknown.not-known")
                  ) : (
                    <PartialDay text={asText(fields.until) ?? ""} />
                  ),
              },
              {
                name: "state",
                label: say("case.consent.state"),
                cell: ({ fields }) => (
                  <Badge tone={tones[asCode(fields.state) ?? ""] ?? "plain"}>
                    {termLabel("consent_states", asCode(fields.state) ?? "")}
                  </Badge>
                ),
              },
            ]}
          />
        )}
      </section>
    );
  });
}
