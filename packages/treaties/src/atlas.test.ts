import { expect, test } from "vitest";
import { amended, type ConfirmedFact, shippedAtlas } from "./atlas.ts";
import { boundSince } from "./bound-since.ts";
import { calendar } from "./calendar.ts";
import { articleStatus } from "./cat-articles.ts";
import { changesSince } from "./changes.ts";
import { compareIn } from "./compare.ts";
import { mapOf } from "./map.ts";
import { reportLateness } from "./overdue.ts";
import { overview } from "./overview.ts";
import { mechanismOf } from "./prevention.ts";
import { procedureViews } from "./procedures.ts";
import { acceptedListFirst, nextReportDue } from "./reports-due.ts";
import { stateCard } from "./state-card.ts";
import { stateOf } from "./states.ts";

const today = "2027-06-01";
const told = {
  source: "Depositary notification, made up for this test",
  asOf: "2027-05-01",
  confidence: "high",
} as const;
const joined: ConfirmedFact = {
  ...told,
  of: "treaty",
  state: "MYS",
  treaty: "CAT",
  says: { status: "party", action: "accession", actionDate: "2027-03-10" },
};
const declared: ConfirmedFact = {
  ...told,
  of: "treaty",
  state: "MYS",
  treaty: "CAT-A22",
  says: { status: "declared", action: "declaration", actionDate: "2027-04-01" },
};

test("a fact that members confirmed changes every answer that rests on it, and says who confirmed", () => {
  const { atlas } = amended([joined, declared]);
  expect(boundSince("MYS", "CAT", atlas)).toMatchObject({
    value: "2027-04-09",
    trace: [{ confirmed: "members", asOf: "2027-05-01" }],
  });
  expect(overview(today, atlas).bound).toHaveLength(41);
  expect(overview(today, atlas).outside).toHaveLength(5);
  expect(mapOf({ mode: "cat", today, atlas }).get("MYS")?.value.key).toBe("party");
  expect(mapOf({ mode: "complaints", today, atlas }).get("MYS")?.value.key).toBe("cat");
  const complaint = procedureViews({ state: "MYS", atlas }).find(
    ({ value }) => value.procedure.code === "CAT-22",
  )?.value;
  expect(complaint).toMatchObject({ isOpen: true, acceptedOn: "2027-04-01" });
  expect(changesSince("2027-01-01", atlas).map(({ value }) => value.id)).toEqual([
    "mys-cat-a22-2027-04-01",
    "mys-cat-2027-03-10",
  ]);
  const [row] = compareIn({ states: ["MYS"], list: "reporting", today, atlas });
  expect(row?.cells[0]?.value).toBe("2027-04-09");
  const malaysia = stateOf("MYS");
  expect(malaysia && stateCard(malaysia, today, atlas).cat.value).toBe("2027-04-09");
});

test("a state that joined owes its first report; what it chose under an article is not known until somebody says", () => {
  const { atlas } = amended([joined]);
  expect(reportLateness("MYS", today, atlas).value).toMatchObject({ late: "no", why: "not-due" });
  expect(nextReportDue("MYS", atlas).value.due).toBe("2028-04-09");
  expect(reportLateness("MYS", "2029-01-01", atlas).value).toMatchObject({ late: "unknown", why: "cannot-tell" });
  expect(articleStatus("MYS", 20, atlas).value).toBe("unknown");
  expect(acceptedListFirst("MYS", atlas).value).toBe("unknown");
  const inquiry = procedureViews({ state: "MYS", atlas }).find(({ value }) => value.procedure.code === "CAT-20")?.value;
  expect(inquiry?.isOpen).toBe("unknown");
  const protocol: ConfirmedFact = { ...joined, state: "THA", treaty: "OPCAT" };
  expect(mechanismOf("THA", amended([protocol]).atlas).value).toMatchObject({ status: "unknown", due: "2028-04-09" });
});

test("what is shipped stays as it is beside it", () => {
  amended([joined, declared]);
  expect(boundSince("MYS", "CAT").value).toBeNull();
  expect(overview(today).bound).toHaveLength(40);
  expect(amended([])).toEqual({ atlas: shippedAtlas, refused: [] });
});

test("a report, a mechanism and an institution can be corrected too", () => {
  const { atlas } = amended([
    {
      ...told,
      of: "reporting",
      state: "IDN",
      says: { pendingReport: { note: "Received.", confidence: "high", confirmed: "members" } },
    },
    { ...told, of: "institution", state: "KWT", says: { ganhriStatus: "B" } },
    { ...told, of: "mechanism", state: "BGD", says: { npmDue: "2026-08-17" } },
  ]);
  const [indonesia, kuwait] = [stateOf("IDN"), stateOf("KWT")];
  expect(indonesia && stateCard(indonesia, today, atlas).reporting.late.value).toMatchObject({
    late: "no",
    why: "report-pending",
  });
  expect(reportLateness("IDN", today, atlas).trace.map(({ confirmed }) => confirmed)).toEqual(["memory", "members"]);
  expect(kuwait && stateCard(kuwait, today, atlas).institution.value.accreditation).toBe("B");
  expect(calendar(atlas).find(({ id }) => id === "mechanism-due-bgd")?.on).toBe("2026-08-17");
});

test("a correction without a source, or of a row that is not there, is refused by name and the others stand", () => {
  const why = (fact: ConfirmedFact) => amended([fact]).refused.flatMap((one) => one.why);
  expect(why({ ...joined, source: "" })).toEqual(["no-source"]);
  expect(why({ ...joined, asOf: "soon", confidence: "sure" })).toEqual(["no-as-of", "no-confidence"]);
  expect(why({ ...joined, state: "TWN" })).toEqual(["no-such-row"]);
  expect(why({ ...told, of: "mechanism", state: "MYS", says: {} })).toEqual(["no-such-row"]);
  const { atlas, refused } = amended([{ ...joined, source: "" }, joined]);
  expect(refused).toHaveLength(1);
  expect(boundSince("MYS", "CAT", atlas).value).toBe("2027-04-09");
});
