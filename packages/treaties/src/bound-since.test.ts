import { expect, test } from "vitest";
import { boundSince, catBoundSince, opcatBoundSince } from "./bound-since.ts";
import { acceptedSince, articleStatus, hadAccepted, withdrawals } from "./cat-articles.ts";
import { statesWith, statusRows } from "./treaty-status.ts";

/** State, day of deposit, day since which it is bound; counted by another program than ours. */
const forty: readonly (readonly [string, string, string])[] = [
  ["AFG", "1987-04-01", "1987-06-26"],
  ["ARE", "2012-07-19", "2012-08-18"],
  ["ARM", "1993-09-13", "1993-10-13"],
  ["AZE", "1996-08-16", "1996-09-15"],
  ["BGD", "1998-10-05", "1998-11-04"],
  ["BHR", "1998-03-06", "1998-04-05"],
  ["CHN", "1988-10-04", "1988-11-03"],
  ["CYP", "1991-07-18", "1991-08-17"],
  ["GEO", "1994-10-26", "1994-11-25"],
  ["IDN", "1998-10-28", "1998-11-27"],
  ["IRQ", "2011-07-07", "2011-08-06"],
  ["ISR", "1991-10-03", "1991-11-02"],
  ["JOR", "1991-11-13", "1991-12-13"],
  ["JPN", "1999-06-29", "1999-07-29"],
  ["KAZ", "1998-08-26", "1998-09-25"],
  ["KGZ", "1997-09-05", "1997-10-05"],
  ["KHM", "1992-10-15", "1992-11-14"],
  ["KOR", "1995-01-09", "1995-02-08"],
  ["KWT", "1996-03-08", "1996-04-07"],
  ["LAO", "2012-09-26", "2012-10-26"],
  ["LBN", "2000-10-05", "2000-11-04"],
  ["LKA", "1994-01-03", "1994-02-02"],
  ["MDV", "2004-04-20", "2004-05-20"],
  ["MNG", "2002-01-24", "2002-02-23"],
  ["NPL", "1991-05-14", "1991-06-13"],
  ["OMN", "2020-06-09", "2020-07-09"],
  ["PAK", "2010-06-23", "2010-07-23"],
  ["PHL", "1986-06-18", "1987-06-26"],
  ["PSE", "2014-04-02", "2014-05-02"],
  ["QAT", "2000-01-11", "2000-02-10"],
  ["SAU", "1997-09-23", "1997-10-23"],
  ["SYR", "2004-08-19", "2004-09-18"],
  ["THA", "2007-10-02", "2007-11-01"],
  ["TJK", "1995-01-11", "1995-02-10"],
  ["TKM", "1999-06-25", "1999-07-25"],
  ["TLS", "2003-04-16", "2003-05-16"],
  ["TUR", "1988-08-02", "1988-09-01"],
  ["UZB", "1995-09-28", "1995-10-28"],
  ["VNM", "2015-02-05", "2015-03-07"],
  ["YEM", "1991-11-05", "1991-12-05"],
];

test("the Convention binds each of the forty parties since the thirtieth day, never before its own birth", () => {
  expect(forty).toHaveLength(40);
  expect(forty.map(([state]) => state)).toEqual(statesWith("CAT"));
  for (const [state, deposited, since] of forty) {
    expect(catBoundSince(deposited), state).toBe(since);
    expect(boundSince(state, "CAT").value, state).toBe(since);
  }
});

test("what the register computed and what we compute is the same, for the protocol too", () => {
  for (const row of statusRows.filter(({ inForce }) => inForce !== null)) {
    expect(boundSince(row.state, row.treaty === "OPCAT" ? "OPCAT" : "CAT").value, row.state).toBe(row.inForce);
  }
  expect(opcatBoundSince("2005-10-14")).toBe("2006-06-22");
});

test("a State outside is not bound, and of a territory nothing is claimed", () => {
  expect(boundSince("MYS", "CAT").value).toBeNull();
  expect(boundSince("TWN", "CAT")).toEqual({ value: "unknown", trace: [] });
  expect(articleStatus("TWN", 22).value).toBe("unknown");
  expect(hadAccepted("TWN", 22, "2020").value).toBe("unknown");
});

test("an opt-out from inquiries that was taken back counts from the day it was", () => {
  expect(articleStatus("AFG", 20).value).toBe("bound");
  expect(acceptedSince("AFG", 20).value).toBe("2018-04-17");
  expect(hadAccepted("AFG", 20, "2017-01-01").value).toBe(false);
  expect(hadAccepted("AFG", 20, "2018").value).toBe("unknown");
  expect(withdrawals("AFG").map(({ treaty }) => treaty)).toEqual(["CAT-A20"]);
  expect(articleStatus("CHN", 20).value).toBe("opted-out");
  expect(acceptedSince("CHN", 20).value).toBeNull();
});

test("complaints of persons count from the declaration, never before the Convention binds", () => {
  expect(acceptedSince("LKA", 22).value).toBe("2016-08-16");
  expect(hadAccepted("LKA", 22, "2014").value).toBe(false);
  expect(hadAccepted("LKA", 22, "2016-08").value).toBe("unknown");
  expect(hadAccepted("LKA", 22, "2019-03").value).toBe(true);
  for (const state of statesWith("CAT-A22", "declared")) {
    expect(String(acceptedSince(state, 22).value) >= String(boundSince(state, "CAT").value), state).toBe(true);
  }
});
