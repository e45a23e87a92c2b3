/** The files of the atlas against each other: nothing without a source, counts that add up, dates that exist. */

import { parsePartialDate } from "@saksi/domain/partial-date";
import { expect, test } from "vitest";
import lawsFile from "../data/domestic-laws.json" with { type: "json" };
import journeysFile from "../data/journeys.json" with { type: "json" };
import proceduresFile from "../data/procedures.json" with { type: "json" };
import reportingFile from "../data/reporting.json" with { type: "json" };
import statesFile from "../data/states.json" with { type: "json" };
import treatiesFile from "../data/treaties.json" with { type: "json" };
import statusFile from "../data/treaty-status.json" with { type: "json" };
import { acceptanceCell, acceptances, sharedParts, writtenField } from "./acceptances.ts";
import { type Provenance, provenanceFaults, readRows } from "./cell.ts";
import { lawCell, laws } from "./domestic-laws.ts";
import { instrumentOf, instruments } from "./instruments.ts";
import { journeys } from "./journeys.ts";
import { assessedItems, checklist, obligationCell } from "./obligations.ts";
import { institutionRows, mechanismRows, reportingRows, sessionNumbered } from "./reviews.ts";
import { findState, states, territories } from "./states.ts";
import { statedCounts, statesWith, statusRow, statusRows } from "./treaty-status.ts";

const files = { statesFile, treatiesFile, statusFile, reportingFile, journeysFile, proceduresFile, lawsFile };
const everyState = states.map(({ iso3 }) => iso3);
const article = /^CAT-A2[012]$/;

test("a fact without source, date of knowledge, confidence or how it was checked is refused by name", () => {
  const row: Provenance = { source: "Register", asOf: "2026-02-03", confidence: "high", confirmed: "stored" };
  const read = (one: Partial<Provenance>) => () => readRows<Provenance>([{ ...row, ...one }], () => "IDN CAT");
  expect(read({})).not.toThrow();
  expect(read({ source: " " })).toThrow("IDN CAT: no-source");
  expect(read({ asOf: "lately" })).toThrow("IDN CAT: no-as-of");
  expect(read({ confidence: "certain" })).toThrow("IDN CAT: no-confidence");
  expect(read({ confirmed: "surely" })).toThrow("IDN CAT: not-said-how-checked");
  expect(read({ sourceUrl: "ftp://example.org" })).toThrow("IDN CAT: bad-address");
  expect(() => readRows<Provenance>([row, row], () => "IDN CAT")).toThrow("said twice");
});

test("every cell of a law and of a checklist, and every acceptance, has a source", () => {
  for (const law of laws) {
    expect(Object.keys(law.items).sort(), law.id).toEqual(assessedItems.map(({ id }) => id).sort());
    for (const [id, item] of Object.entries(law.items)) {
      expect(provenanceFaults(lawCell(law, id)), `${law.id} ${id}`).toEqual([]);
      expect(item.status === "unknown", `${law.id} ${id}`).toBe(item.source === null);
    }
  }
  expect(checklist.flatMap((item) => provenanceFaults(obligationCell(item)))).toEqual([]);
  for (const one of acceptances)
    for (const part of Object.keys(one.parts))
      for (const name of Object.keys(one.parts[part] ?? {})) {
        const cells = acceptanceCell(one, `${part}.${name}`);
        expect(cells.length, `${one.state} ${part}.${name}`).toBeGreaterThan(0);
        expect(cells.flatMap(provenanceFaults), `${one.state} ${part}.${name}`).toEqual([]);
      }
});

test("every date exists in the calendar", () => {
  const names =
    /^(date|asOf|signed|actionDate|inForce|catInForce|opcatInForce|npmDue|initialReportDue|start|end|adopted|openedForSignature|entryIntoForce|statusAsOf|worldPartiesAsOf|concludingObservationsIssued|designated|established)$/;
  const wrong: string[] = [];
  const look = (value: unknown, path: string): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [name, inner] of Object.entries(value)) {
      const isDate = names.test(name) && typeof inner === "string";
      if (isDate && "problem" in parsePartialDate(inner)) wrong.push(`${path}.${name}: ${inner}`);
      look(inner, `${path}.${name}`);
    }
  };
  look(files, "");
  expect(wrong).toEqual([]);
});

test("no file names a machine or a person who made it", () => {
  for (const [name, file] of Object.entries(files))
    expect(JSON.stringify(file), name).not.toMatch(/["\s]\/(work|tmp|home|root|usr)\/|by a helper/);
});

test("states are named once, in three codes, with languages that exist", () => {
  expect(states).toHaveLength(statesFile.meta.counts.states);
  expect(territories).toHaveLength(statesFile.meta.counts.territories);
  const bodies = statesFile.bodies.map(({ code }) => code);
  for (const one of [...states, ...territories]) {
    expect(one.iso2).toMatch(/^[A-Z]{2}$/);
    expect(one.iso3).toMatch(/^[A-Z]{3}$/);
    expect(one.languages.length, one.iso3).toBeGreaterThan(0);
    for (const { tag, dir } of one.languages) {
      expect(() => Intl.getCanonicalLocales(tag)).not.toThrow();
      expect(["ltr", "rtl"]).toContain(dir);
    }
    expect(
      one.regionalBodies.filter((body) => !bodies.includes(body)),
      one.iso3,
    ).toEqual([]);
  }
  const codes = [...states, ...territories].flatMap(({ iso2, iso3 }) => [iso2, iso3]);
  expect(new Set(codes).size).toBe(codes.length);
});

test("a state is found by code and by name, however written; else its neighbours in spelling are offered", () => {
  for (const text of ["TUR", "tr", "Türkiye", "turkiye"])
    expect(findState(text)).toMatchObject({ state: { iso3: "TUR" } });
  expect(findState("Viet Nam")).toMatchObject({ state: { iso3: "VNM" } });
  expect(findState("Malasia")).toMatchObject({ near: [{ iso3: "MYS" }] });
  expect(findState("Kyrgyz")).toMatchObject({ near: [{ iso3: "KGZ" }] });
  expect(findState("zzzzzzzz")).toEqual({ near: [] });
});

test("there is one row a state and instrument, and its parts agree", () => {
  const codes = [...new Set(statusRows.map(({ treaty }) => treaty))];
  expect(statusRows).toHaveLength(everyState.length * codes.length);
  for (const row of statusRows) {
    const name = `${row.state} ${row.treaty}`;
    expect(everyState, name).toContain(row.state);
    const treaty = instrumentOf(row.treaty);
    if (!treaty) {
      expect(row.treaty).toMatch(article);
      continue;
    }
    expect(["party", "signatory", "none", "withdrawn"], name).toContain(row.status);
    if (row.status === "party") expect(row.actionDate && row.action, name).toBeTruthy();
    if (row.status === "signatory") expect(row.signed !== null && row.actionDate === null, name).toBe(true);
    if (row.status === "none" && (row.signed || row.actionDate)) expect(row.notes.length, name).toBeGreaterThan(0);
    if (row.signed && row.actionDate) expect(row.signed <= row.actionDate, name).toBe(true);
    for (const day of [row.signed, row.actionDate]) expect(day === null || day >= treaty.adopted, name).toBe(true);
  }
});

test("articles 20 to 22 are not applicable exactly where the Convention does not bind", () => {
  for (const state of everyState) {
    const isParty = statusRow(state, "CAT")?.status === "party";
    for (const number of ["20", "21", "22"]) {
      const row = statusRow(state, `CAT-A${number}`);
      const statuses = number === "20" ? ["bound", "opted-out"] : ["declared", "not-declared"];
      expect(isParty ? statuses : ["not-applicable"], `${state} ${number}`).toContain(row?.status);
    }
    for (const { code, parent } of instruments.filter((one) => one.parent !== null))
      if (statusRow(state, code)?.status === "party")
        expect(statusRow(state, parent ?? "")?.status, `${state} ${code}`).toBe("party");
  }
});

test("parties add up to what the register says", () => {
  expect(Object.keys(statedCounts)).toContain("CAT");
  for (const [name, count] of Object.entries(statedCounts)) {
    const [, treaty = name, status = "party"] = /^(.*?)-(signatory|none|opted-out|declared)$/.exec(name) ?? [];
    expect(
      statusRows.filter((row) => row.treaty === treaty && row.status === status),
      name,
    ).toHaveLength(count);
  }
});

test("reports, mechanisms and institutions are those of exactly the states they must be of", () => {
  expect(reportingRows.map(({ state }) => state).sort()).toEqual([...statesWith("CAT")].sort());
  expect(mechanismRows.map(({ state }) => state).sort()).toEqual([...statesWith("OPCAT")].sort());
  expect(institutionRows.map(({ state }) => state).sort()).toEqual([...everyState].sort());
  for (const row of mechanismRows) expect(row.opcatInForce, row.state).toBe(statusRow(row.state, "OPCAT")?.inForce);
});

test("every review lies in its session, in order, under a symbol of its own state", () => {
  for (const { state, cycles, catInForce, overdue } of reportingRows) {
    expect(catInForce, state).toBe(statusRow(state, "CAT")?.inForce);
    expect(["no", "likely", "unknown"], state).toContain(overdue);
    const numbers = cycles.map(({ session }) => session);
    expect(numbers, state).toEqual([...numbers].sort((a, b) => a - b));
    for (const { session, year, reviewDates, concludingObservations } of cycles) {
      const held = sessionNumbered(session);
      expect(held?.year, `${state} ${session}`).toBe(year);
      for (const day of reviewDates ?? []) {
        expect(held?.start === null || day >= String(held?.start), `${state} ${day}`).toBe(true);
        expect(held?.end === null || day <= String(held?.end), `${state} ${day}`).toBe(true);
      }
      const symbol = /^CAT\/C\/([A-Z]{3})\/CO\//.exec(concludingObservations ?? "");
      if (symbol) expect(symbol[1]).toBe(state);
    }
  }
});

test("a journey's dates of joining are those of the register", () => {
  const treaties = new Map(instruments.map(({ register, code }) => [register, code]));
  let compared = 0;
  for (const { state, milestones } of journeys) {
    expect(everyState).toContain(state);
    for (const { date, precision, source, type, confirmed } of milestones) {
      expect({ year: 4, month: 7, day: 10 }[precision], `${state} ${date}`).toBe(date.length);
      const row = statusRow(state, treaties.get(source) ?? "");
      if (!row || confirmed !== "stored-register-page") continue;
      if (type === "signature") expect(row.signed, `${state} ${row.treaty}`).toBe(date);
      if (type === "ratification" || type === "accession") expect(row.actionDate, `${state} ${row.treaty}`).toBe(date);
      if (type === "complaints") expect(statusRow(state, "CAT-A22")?.actionDate, state).toBe(date);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(20);
});

test("what a person may use agrees with the register, state by state", () => {
  expect(acceptances.map(({ state }) => state).sort()).toEqual([...everyState].sort());
  for (const { state } of acceptances) {
    for (const [part, treaty] of Object.entries(sharedParts)) {
      const row = statusRow(state, treaty);
      const name = `${state} ${treaty}`;
      if (part === "catArt20") {
        const expected = { bound: "accepted", "opted-out": "opted_out", "not-applicable": "na" }[String(row?.status)];
        expect(writtenField(state, "catArt20.status"), name).toBe(expected);
      } else if (article.test(treaty)) {
        expect(writtenField(state, `${part}.accepted`), name).toBe(row?.status === "declared");
        if (row?.status === "declared") expect(writtenField(state, `${part}.date`), name).toBe(row.actionDate);
      } else {
        expect(writtenField(state, `${part}.party`), name).toBe(row?.status === "party");
        if (row?.status === "party") expect(writtenField(state, `${part}.date`), name).toBe(row.actionDate);
      }
    }
  }
});
