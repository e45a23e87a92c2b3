import { expect, test } from "vitest";
import { followUpLateness, reportLateness } from "./overdue.ts";
import { institutionOf, mechanismOf, subcommitteeVisits } from "./prevention.ts";
import { acceptedListFirst, followUpDue, initialReportDue, nextReportDue, reviewsOf } from "./reports-due.ts";
import { reportingRows } from "./reviews.ts";
import { states } from "./states.ts";

const today = "2026-11-21";

test("the first report of every party is due one year after the Convention bound it", () => {
  for (const row of reportingRows) expect(initialReportDue(row.state).value.due, row.state).toBe(row.initialReportDue);
  expect(initialReportDue("LAO").value.due).toBe("2013-10-26");
});

test("nobody is late for certain: a report may have come since the row was last known", () => {
  for (const { iso3 } of states)
    expect(["no", "likely", "unknown", "not-applicable"]).toContain(reportLateness(iso3, today).value.late);
  expect(reportLateness("IDN", today).value).toMatchObject({ late: "likely", why: "no-report-known" });
  expect(reportLateness("LKA", today).value).toMatchObject({ late: "unknown", why: "cannot-tell" });
  expect(reportLateness("GEO", today).value).toMatchObject({ late: "unknown", why: "day-not-known", days: null });
  expect(reportLateness("JPN", today).value).toMatchObject({ late: "no", why: "report-pending" });
  expect(reportLateness("THA", today).value).toMatchObject({ late: "no", why: "not-due" });
});

test("a report that was not due when the row was read is not called sent once its day has passed", () => {
  expect(reportLateness("THA", "2029-01-01").value).toMatchObject({ late: "unknown", why: "cannot-tell" });
  expect(reportLateness("IDN", "2012-06-30").value).toMatchObject({ late: "no", why: "not-due" });
});

test("who is outside the Convention owes nothing; of a territory nothing is known", () => {
  expect(reportLateness("MYS", today).value.late).toBe("not-applicable");
  expect(nextReportDue("MYS").value.due).toBeNull();
  expect(reportLateness("TWN", today).value.late).toBe("unknown");
  expect(acceptedListFirst("MYS").value).toBe(false);
  expect(acceptedListFirst("TWN").value).toBe("unknown");
});

test("follow-up is due a year after a review, and never of a state that was not reviewed", () => {
  expect(followUpDue("THA").value.due).toBe("2025-11-22");
  expect(followUpLateness("THA", today).value).toMatchObject({ late: "unknown", days: 364 });
  expect(reviewsOf("LAO").value).toEqual([]);
  expect(followUpDue("LAO").value).toMatchObject({ due: null, basis: "never reviewed" });
  expect(followUpLateness("LAO", today).value.late).toBe("not-applicable");
});

test("the simplified way is yes, no or not known", () => {
  expect(acceptedListFirst("THA").value).toBe(true);
  expect(acceptedListFirst("TJK").value).toBe(false);
  expect(acceptedListFirst("NPL").value).toBe("unknown");
});

test("mechanisms and institutions are told as they are known", () => {
  expect(mechanismOf("GEO").value).toMatchObject({ status: "designated", due: "2007-06-22" });
  expect(mechanismOf("AFG").value.status).toBe("none");
  expect(mechanismOf("MYS").value.status).toBe("not-applicable");
  expect(mechanismOf("TWN").value.status).toBe("unknown");
  expect(subcommitteeVisits("GEO").value.map(({ date }) => date)).toEqual(["2014-05", "2023"]);
  expect(institutionOf("MYS").value).toMatchObject({ accreditation: "A" });
  expect(institutionOf("ARE").value.accreditation).toBe("unknown");
});

test("every answer about a state carries the cells it came from", () => {
  for (const { iso3 } of states)
    for (const answer of [
      initialReportDue(iso3),
      nextReportDue(iso3),
      followUpDue(iso3),
      reportLateness(iso3, today),
      acceptedListFirst(iso3),
      mechanismOf(iso3),
      subcommitteeVisits(iso3),
      institutionOf(iso3),
    ])
      expect(
        answer.trace.every(({ source, asOf, confidence }) => source && asOf && confidence),
        iso3,
      ).toBe(true);
});
