/**
 * The facts as files that anyone may take: CSV, JSON with its JSON Schema, and a Frictionless data package over them.
 * Addresses never change; every row says where it is from, up to when it is known, and how sure.
 */

import { createHash } from "node:crypto";
import { boundSince } from "@saksi/treaties/bound-since";
import { checks } from "@saksi/treaties/cell";
import { instruments } from "@saksi/treaties/instruments";
import { milestoneCell } from "@saksi/treaties/journeys";
import { gapMatrix } from "@saksi/treaties/law-gap";
import { lessons } from "@saksi/treaties/lessons";
import { precedents } from "@saksi/treaties/precedents";
import { procedures, viewOf } from "@saksi/treaties/procedures";
import { reportingRow, reviewsOf } from "@saksi/treaties/reports-due";
import { statusCell } from "@saksi/treaties/treaty-status";
import { allStates, statesByName } from "./all-states.ts";
import { known, type Row, type Table, type Value } from "./data-table.ts";
import { fileOf, type SiteFile } from "./site-file.ts";
import type { SiteView } from "./site-view.ts";
import { trackedTables } from "./tracked-data.ts";

/** Every table; each has at least one row, and all rows of a table the same columns. */
export const tables = ({ atlas, tracked }: SiteView): readonly Table[] => [
  {
    name: "states",
    title: "States of Asia and three territories, with the day since which the Convention binds",
    rows: allStates.map(({ iso2, iso3, name, subregion, kind, source, sourceUrl, asOf, confidence, confirmed }) => ({
      iso3,
      iso2,
      name,
      subregion,
      kind,
      cat_bound_since: boundSince(iso3, "CAT", atlas).value,
      opcat_bound_since: boundSince(iso3, "OPCAT", atlas).value,
      ...known({ file: "", row: iso3, source, sourceUrl: sourceUrl ?? null, asOf, confidence, confirmed }),
    })),
  },
  {
    name: "treaty-status",
    title: "Signatures, ratifications, declarations and reservations",
    rows: [...atlas.register.values()].map((row) => ({
      state: row.state,
      treaty: row.treaty,
      status: row.status,
      signed: row.signed,
      action: row.action,
      action_date: row.actionDate,
      in_force: row.inForce,
      reservations: row.reservations.join(" | "),
      notes: row.notes.join(" | "),
      ...known(statusCell(row)),
    })),
  },
  {
    name: "instruments",
    title: "Treaties",
    rows: instruments.map((one) => ({
      code: one.code,
      name: one.shortName,
      official_title: one.officialTitle,
      adopted: one.adopted,
      entry_into_force: one.entryIntoForce,
      source: one.source,
      source_url: one.sourceUrl ?? null,
      as_of: one.asOf,
      confidence: one.confidence,
      checked: checks[one.confirmed] ?? one.confirmed,
    })),
  },
  {
    name: "reviews",
    title: "Reviews by the Committee against Torture",
    rows: statesByName.flatMap(({ iso3 }) => {
      const row = reportingRow(iso3, atlas);
      const { value } = reviewsOf(iso3, atlas);
      return row === undefined
        ? []
        : value.map((review) => ({
            state: iso3,
            cycle: review.cycle,
            session: review.session,
            year: review.year,
            report: review.reportSymbol,
            concluding_observations: review.concludingObservations,
            issued: review.concludingObservationsIssued,
            source: row.source,
            source_url: row.sourceUrl ?? null,
            as_of: row.asOf,
            confidence: review.confidence,
            checked: checks[review.confirmed] ?? review.confirmed,
          }));
    }),
  },
  {
    name: "milestones",
    title: "How states came to ratify and what followed",
    rows: atlas.journeys.flatMap(({ state, milestones }) =>
      milestones.map((one) => ({
        state,
        date: one.date,
        type: one.type,
        title: one.title,
        note: one.note,
        ...known(milestoneCell(state, one)),
      })),
    ),
  },
  {
    name: "law-gaps",
    title: "Laws against the checklist of the Convention, on paper",
    rows: atlas.laws.flatMap((law) =>
      gapMatrix(law.state, atlas).flatMap(({ cells }) =>
        cells.map(({ item, status, section, note, confidence, trace }) => ({
          state: law.state,
          law: law.title,
          item: item.id,
          text: item.text,
          weight: item.weight,
          basis: item.basis,
          status,
          section,
          note,
          ...(trace[0] ? known(trace[0]) : {}),
          confidence,
        })),
      ),
    ),
  },
  {
    name: "procedures",
    title: "Procedures that can hear a complaint, state by state",
    rows: statesByName.flatMap(({ iso3 }) =>
      procedures.map((procedure) => {
        const { value } = viewOf(procedure, { state: iso3, atlas });
        return {
          state: iso3,
          procedure: procedure.code,
          name: procedure.name,
          open: String(value.isOpen),
          accepted_on: value.acceptedOn,
          source: procedure.source,
          source_url: null,
          as_of: procedure.asOf,
          confidence: procedure.confidence,
          checked: checks[procedure.confirmed] ?? procedure.confirmed,
        };
      }),
    ),
  },
  {
    name: "precedents",
    title: "Landmark decisions",
    rows: precedents.map((one) => ({
      id: one.id,
      title: one.title,
      kind: one.kind,
      forum: one.forum,
      state: one.state,
      decided: one.decisionDate,
      reference: one.reference,
      facts: one.facts,
      holding: one.holding,
      remedy: one.remedyOrdered,
      followed: one.implementationStatus,
      articles: one.issues.join(" "),
      topics: one.topics.join(" "),
      source: one.sources.map(({ register, citation }) => `${register}: ${citation}`).join(" | "),
      source_url: null,
      as_of: one.asOf,
      confidence: one.confidence.holding,
      checked: one.confirmed,
    })),
  },
  {
    name: "lessons",
    title: "What the decisions teach together",
    rows: lessons.map((one) => ({
      id: one.id,
      title: one.title,
      lesson: one.lesson,
      caveat: one.caveat,
      topics: one.topics.join(" "),
      source: one.supportingPrecedents.join(" "),
      source_url: null,
      as_of: one.asOf,
      confidence: one.confidence,
      checked: "rests on the decisions named as source",
    })),
  },
  ...trackedTables(tracked),
];

/** RFC 4180, UTF-8; a cell that a spreadsheet would run as a formula begins with an apostrophe. */
export function csvOf(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const cell = (value: Value | undefined): string => {
    const text = value === null || value === undefined ? "" : String(value);
    const tame = /^[=+@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
  };
  return [columns, ...rows.map((row) => columns.map((column) => row[column]))]
    .map((line) => `${line.map(cell).join(",")}\r\n`)
    .join("");
}

const columnsOf = (rows: readonly Row[]) =>
  Object.keys(rows[0] ?? {}).map((name) => {
    const values = rows.map((row) => row[name] ?? null);
    const isNumber = values.some((value) => typeof value === "number");
    return { name, type: isNumber ? "number" : "string", isRequired: values.every((value) => value !== null) };
  });

function schemaOf({ name, title, rows }: Table): object {
  const columns = columnsOf(rows);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `${name}.schema.json`,
    title,
    type: "array",
    items: {
      type: "object",
      additionalProperties: false,
      required: columns.map((column) => column.name),
      properties: Object.fromEntries(
        columns.map(({ name: column, type, isRequired }) => [column, { type: isRequired ? type : [type, "null"] }]),
      ),
    },
  };
}

/** https://specs.frictionlessdata.io/data-package/ */
function packageOf(all: readonly (Table & { readonly csv: SiteFile })[], asOf: string): object {
  return {
    name: "saksi-atlas",
    title: "Saksi: atlas of the Convention against Torture in Asia",
    created: `${asOf}T00:00:00Z`,
    licenses: [
      {
        name: "CC-BY-4.0",
        path: "https://creativecommons.org/licenses/by/4.0/",
        title: "Creative Commons Attribution 4.0",
      },
    ],
    resources: all.map(({ name, title, rows, csv }) => ({
      name,
      title,
      path: `${name}.csv`,
      profile: "tabular-data-resource",
      format: "csv",
      mediatype: "text/csv",
      encoding: "utf-8",
      bytes: csv.bytes.length,
      hash: `sha256:${createHash("sha256").update(csv.bytes).digest("hex")}`,
      schema: {
        fields: columnsOf(rows).map((column) => ({ name: column.name, type: column.type })),
        missingValues: [""],
      },
    })),
  };
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

export function openData(view: SiteView): readonly SiteFile[] {
  const all = tables(view).map((table) => ({ ...table, csv: fileOf(`data/${table.name}.csv`, csvOf(table.rows)) }));
  return [
    ...all.flatMap((table) => [
      table.csv,
      fileOf(`data/${table.name}.json`, json(table.rows)),
      fileOf(`data/${table.name}.schema.json`, json(schemaOf(table))),
    ]),
    fileOf("data/datapackage.json", json(packageOf(all, view.today))),
  ];
}
