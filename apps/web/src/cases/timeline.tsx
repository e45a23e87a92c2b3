/**
 * What happened when, as exactly as people know it: a day is a mark, "March 2019" is a bar as long as the month. Beneath
 * it the same facts as a list, which is what a screen reader reads and paper prints.
 */

import type { CaseRecord } from "@saksi/domain/case-file";
import { daysBetween } from "@saksi/domain/day";
import { asText } from "@saksi/domain/field-values";
import { type Day, firstDay, lastDay, sortKey } from "@saksi/domain/partial-date";
import { recordTitle } from "@saksi/domain/record-title";
import { recordTypeNamed } from "@saksi/domain/record-types";
import { termLabel } from "@saksi/domain/vocabulary";
import { Link } from "wouter";
import { PartialDay } from "../records/partial-day.tsx";
import { say } from "../words/say.ts";

interface Moment {
  readonly record: CaseRecord;
  readonly title: string;
  readonly when: string;
  readonly first: Day;
  readonly last: Day;
}

const told: readonly string[] = [
  "incident",
  "act",
  "testimony",
  "remedy-step",
  "exhibit",
  "clinical-detail",
  "consent",
];

export function Timeline({ records }: { readonly records: readonly CaseRecord[] }) {
  const moments = momentsOf(records);
  if (moments.length === 0) return <p>{say("timeline.none")}</p>;
  const start = moments.reduce((least, { first }) => (first < least ? first : least), moments[0]?.first ?? "");
  const end = moments.reduce((most, { last }) => (last > most ? last : most), moments[0]?.last ?? "");
  const whole = Math.max(1, daysBetween(start, end));
  const share = (day: Day): number => daysBetween(start, day) / whole;
  return (
    <figure className="timeline">
      <svg viewBox={`0 0 1000 ${moments.length * 14 + 8}`} preserveAspectRatio="none" aria-hidden="true">
        {moments.map(({ record, first, last }, index) => (
          <rect
            key={record.id}
            data-type={record.type}
            x={share(first) * 985}
            y={index * 14 + 4}
            width={Math.max(12, (share(last) - share(first)) * 985)}
            height="9"
            rx="4"
          />
        ))}
      </svg>
      <figcaption className="row apart quiet">
        <PartialDay text={start} />
        <PartialDay text={end} />
      </figcaption>
      <ol>
        {moments.map(({ record, title, when }) => (
          <li key={record.id} data-type={record.type}>
            <PartialDay text={when} />
            <Link href={`/records/${record.id}`} dir="auto">
              {title}
            </Link>
            <small>{recordTypeNamed(record.type)?.label.one}</small>
          </li>
        ))}
      </ol>
    </figure>
  );
}

function momentsOf(records: readonly CaseRecord[]): readonly Moment[] {
  return records
    .flatMap((record): readonly Moment[] => {
      const type = recordTypeNamed(record.type);
      const when = type?.when === undefined ? undefined : asText(record.fields[type.when]);
      if (type === undefined || when === undefined || !told.includes(record.type)) return [];
      const first = firstDay(when);
      const last = lastDay(when);
      if (first === undefined || last === undefined) return [];
      const title = recordTitle(type, record.fields, termLabel);
      const coded = type.fields[type.title]?.kind === "choice" && record.type !== "remedy-step";
      return [{ record, title: coded ? `${type.label.one}: ${title}` : title, when, first, last }];
    })
    .sort((one, other) => sortKey(one.when).localeCompare(sortKey(other.when)));
}
