/** The worked cases that the decision rules must answer, as far as treaties and calendars answer them. */

import { expect, test } from "vitest";
import { addMonths } from "./add-months.ts";
import {
  alternativeReportDue,
  article22Delay,
  explainDelayAfter,
  followUpNoteDue,
  listOfIssuesInputDue,
} from "./civil-society.ts";
import { limitsAtHome } from "./national-limits.ts";
import { type Availability, procedureOptions, procedureViews } from "./procedures.ts";
import { forumsFor } from "./universal-jurisdiction.ts";

const at = (state: string, code: string, more: object = {}): Availability | undefined =>
  procedureViews({ state, ...more }).find(({ value }) => value.procedure.code === code)?.value;

test("Sri Lanka, facts of 2014, never investigated: the duty to investigate goes on, the act itself came too early", () => {
  const view = at("LKA", "CAT-22", { happened: "2014", continues: true });
  expect(view).toMatchObject({ isOpen: true, acceptedOn: "2016-08-16", facts: "continuing" });
  expect(view?.stands).toEqual(["CAT:12", "CAT:13"]);
  expect(view?.doubtful).toEqual(["CAT:1", "CAT:2"]);
  expect(at("LKA", "CAT-22", { happened: "2014", continues: false })?.facts).toBe("before-acceptance");
  expect(at("LKA", "CAT-22", { happened: "2014" })?.facts).toBe("ask");
  expect(at("LKA", "CAT-22", { happened: "2016" })?.facts).toBe("ask");
  expect(at("LKA", "CAT-22", { happened: "2019-03" })?.facts).toBe("after-acceptance");
});

test("Malaysia: no committee hears a person on torture, yet five doors are open", () => {
  expect(at("MYS", "CAT-22")?.isOpen).toBe(false);
  expect(at("MYS", "CCPR-OP1")?.isOpen).toBe(false);
  const offered = procedureOptions({ state: "MYS" }).map(({ value }) => value.procedure.code);
  for (const code of ["SRT-AL", "SRT-OL", "WGAD-R", "WGAD-U", "UPR", "NHRI"]) {
    expect(offered).toContain(code);
    expect(at("MYS", code)?.isOpen, code).toBe(true);
  }
  expect(offered).not.toContain("CAT-22");
});

test("Nepal, eight months ago, no complaint: six months are over, and what answers it stands beside", () => {
  const today = "2026-11-21";
  const limits = limitsAtHome("NPL", addMonths(today, -8), today).map(({ value }) => value);
  const code = limits.find(({ limit }) => limit.id === "NP-CODE");
  expect(code).toMatchObject({ hasPassed: true, ends: "2026-09-21" });
  expect(code?.exceptions.map(({ id }) => id)).toEqual(expect.arrayContaining(["giri-v-nepal", "maharjan-v-nepal"]));
  expect(at("NPL", "CCPR-OP1")).toMatchObject({ isOpen: true, acceptedOn: "1991-05-14" });
  expect(at("NPL", "CAT-22")?.isOpen).toBe(false);
  expect(limitsAtHome("NPL", "2026", today).find(({ value }) => value.limit.id === "NP-CODE")?.value.hasPassed).toBe(
    "unknown",
  );
  expect(limitsAtHome("NPL", "not a date", today)[0]?.value).toMatchObject({ hasPassed: "unknown", ends: null });
});

test("an act of 2015, the suspect visiting the United States: there now, in Britain by statute, in the Netherlands if there", () => {
  const found = forumsFor({ done: "2015", officialCapacity: true, links: { suspect_present: { US: true } } });
  const verdict = (iso2: string) => found.find(({ value }) => value.forum.iso2 === iso2)?.value;
  expect(verdict("US")).toMatchObject({ verdict: "eligible", route: "torture" });
  expect(verdict("GB")).toMatchObject({ verdict: "eligible", route: "torture" });
  expect(verdict("NL")?.verdict).toBe("possible");
  expect(verdict("NL")?.missing).toContain("suspect_present");
  expect(verdict("TH")).toMatchObject({ verdict: "excluded", reasons: ["before-the-law"] });
  expect(found.findIndex(({ value }) => value.forum.iso2 === "US")).toBe(
    found.findIndex(({ value }) => value.forum.practiceWeight === 3),
  );
  const barred = forumsFor({ done: "2015", officialCapacity: true, bars: ["personal-immunity"] });
  expect(barred.every(({ value }) => value.verdict === "excluded")).toBe(true);
});

test("for a session from 13 April 2026 the alternative report is due on 16 March, the list of issues on 19 January", () => {
  expect(alternativeReportDue("2026-04-13")).toBe("2026-03-16");
  expect(alternativeReportDue("2023-04-17")).toBe("2023-03-20");
  expect(alternativeReportDue("2024-07-08")).toBe("2024-06-10");
  expect(listOfIssuesInputDue("2026-04-13")).toBe("2026-01-19");
});

test("follow-up, article 22 and the Human Rights Committee count as their rules say", () => {
  expect(followUpNoteDue("2024-11-22")).toBe("2025-11-22");
  expect(followUpNoteDue("2024-11-22", "2025-11-20")).toBe("2026-01-19");
  expect(followUpNoteDue("2024-11-22", "2025-01-01")).toBe("2025-11-22");
  expect(explainDelayAfter("2020-02-29")).toBe("2025-02-28");
  expect(explainDelayAfter("2020-02-29", "2024-01-10")).toBe("2027-01-10");
  expect(article22Delay("2024-01-01", "2024-12-31")).toBe("early");
  expect(article22Delay("2024-01-01", "2026-12-30")).toBe("explain");
  expect(article22Delay("2024-01-01", "2027-01-01")).toBe("reasons-needed");
});
