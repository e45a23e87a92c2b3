import type { Fields } from "@saksi/domain/value";
import { expect, test } from "vitest";
import { allianceAtlas } from "./alliance-atlas.ts";
import { boundSince } from "./bound-since.ts";
import { articleStatus } from "./cat-articles.ts";
import { changesSince } from "./changes.ts";
import type { AllianceRecord } from "./fact-records.ts";
import { asksFor, gapMatrix } from "./law-gap.ts";
import { mechanismOf } from "./prevention.ts";
import { acceptedListFirst, nextReportDue } from "./reports-due.ts";
import { stateCard } from "./state-card.ts";
import { stateOf } from "./states.ts";
import { forPublic } from "./tracked.ts";

const told = { source: "Made up for this test", asOf: "2027-05-01", confidence: "CF.HIGH" } as const;
const record = (fields: Fields, type = "fact", id = "made-up"): AllianceRecord => ({
  id,
  type,
  fields: { ...told, state: "MY", ...fields },
});
const joined = record({ part: "AP.TREATY", treaty: "CAT", standing: "party", action: "accession", on: "2027-03-10" });
const whyOf = (...records: readonly AllianceRecord[]) => allianceAtlas(records).refused.flatMap(({ why }) => why);

test("a confirmed record overrides the shipped fact and keeps what was shipped beside it", () => {
  const { atlas, refused } = allianceAtlas([joined]);
  expect(refused).toEqual([]);
  const { value, trace } = boundSince("MYS", "CAT", atlas);
  expect(value).toBe("2027-04-09");
  expect(trace).toMatchObject([
    { confirmed: "members", source: told.source, before: { said: ["none"], confirmed: "stored-register-page" } },
  ]);
});

test("the fact known up to the later day stands, and what was shipped stays the thing before it", () => {
  const later = record({ part: "AP.TREATY", treaty: "CAT", standing: "signatory", asOf: "2027-06" });
  for (const records of [
    [joined, later],
    [later, joined],
  ]) {
    const row = allianceAtlas(records).atlas.register.get("MYS CAT");
    expect(row).toMatchObject({ status: "signatory", actionDate: null, before: { said: ["none"] } });
  }
});

test("every part of a state can be said anew, and what is said to be unknown stays unknown", () => {
  const of = (fields: Fields) => allianceAtlas([record({ state: "ID", ...fields })]).atlas;
  const unknown = { unknown: "not-known" };
  expect(nextReportDue("IDN", of({ part: "AP.REPORT", on: "2028-01-02" })).value.due).toBe("2028-01-02");
  expect(nextReportDue("IDN", of({ part: "AP.REPORT", on: unknown }))).toMatchObject({
    value: { due: "unknown" },
    trace: [{ confirmed: "members", before: { said: [expect.stringMatching(/^\d{4}/)] } }],
  });
  expect(acceptedListFirst("IDN", of({ part: "AP.LISTFIRST", accepted: true })).value).toBe(true);
  expect(acceptedListFirst("IDN", of({ part: "AP.LISTFIRST", accepted: unknown })).value).toBe("unknown");
  const sent = of({ part: "AP.SENT", accepted: true, note: "Received." });
  const indonesia = stateOf("ID");
  expect(indonesia && stateCard(indonesia, "2027-06-01", sent).reporting.late.value.why).toBe("report-pending");
  const named = of({ part: "AP.INSTITUTION", accreditation: unknown, name: "Made-up commission" });
  expect(indonesia && stateCard(indonesia, "2027-06-01", named).institution.value).toMatchObject({
    accreditation: "unknown",
    name: "Made-up commission",
  });
  const kazakhstan = record({ state: "KZ", part: "AP.MECHANISM", mechanism: "contested" });
  const before = mechanismOf("KAZ").value;
  const { value } = mechanismOf("KAZ", allianceAtlas([kazakhstan]).atlas);
  expect(value).toMatchObject({ status: "contested", name: before.name });
  expect(articleStatus("MYS", 22, allianceAtlas([joined]).atlas).value).toBe("unknown");
});

test("an item of a law is corrected with its section, and a step is added to the way of a state", () => {
  const item = record({ part: "AP.LAW", item: "C1.1", lawStanding: "met", section: "s. 3 (made up)" });
  const step = record({ state: "IN", part: "AP.MILESTONE", milestone: "bill", on: "2027-02", says: "Made-up bill" });
  const { atlas, refused } = allianceAtlas([item, step]);
  expect(refused).toEqual([]);
  const cells = gapMatrix("MYS", atlas).flatMap((row) => row.cells);
  expect(cells.find((cell) => cell.item.id === "C1.1")).toMatchObject({
    status: "met",
    section: "s. 3 (made up)",
    isDoubtful: false,
    trace: [{ confirmed: "members", before: { said: ["partly", "PC ss. 319, 330-331"] } }, {}],
  });
  expect(changesSince("2027-01-01", atlas)).toMatchObject([
    { value: { state: "IND", on: "2027-02", title: "India: Made-up bill" }, trace: [{ confirmed: "members" }] },
  ]);
  expect(whyOf(record({ ...item.fields, section: "" }))).toEqual(["no-section"]);
  expect(whyOf(record({ ...item.fields, item: "C99.9" }))).toEqual(["no-such-row"]);
  const unsure = record({ ...item.fields, lawStanding: { unknown: "not-known" } });
  expect(asksFor("MYS", allianceAtlas([unsure]).atlas).some(({ value }) => value.item.id === "C1.1")).toBe(false);
});

test("a record that cannot stand is left out by name, and the others stand", () => {
  expect(whyOf(record({ ...joined.fields, source: "" }))).toEqual(["no-source"]);
  expect(whyOf(record({ ...joined.fields, confidence: "CF.UNK" }))).toEqual(["no-confidence"]);
  expect(whyOf(record({ ...joined.fields, on: "2027-03" }))).toEqual(["day-needed"]);
  expect(whyOf(record({ ...joined.fields, treaty: "CAT-A22" }))).toEqual(["does-not-fit"]);
  expect(whyOf(record({ part: "AP.TREATY", treaty: "CAT" }))).toEqual(["says-nothing"]);
  expect(whyOf(record({ part: "AP.TREATY" }))).toEqual(["no-treaty"]);
  expect(whyOf(record({ part: "AP.NEWER" }))).toEqual(["no-such-part"]);
  expect(whyOf(record({ ...joined.fields, state: "TW" }))).toEqual(["no-such-row"]);
  expect(whyOf(record({ ...joined.fields, state: "ZZ" }))).toEqual(["no-such-state"]);
  const { atlas, refused } = allianceAtlas([record({ ...joined.fields, source: "" }, "fact", "bad"), joined]);
  expect(refused).toMatchObject([{ record: "bad", state: "MYS" }]);
  expect(boundSince("MYS", "CAT", atlas).value).toBe("2027-04-09");
});

test("bills, recommendations and commitments are read with their grades apart, or left out by name", () => {
  const source = [{ source: "One" }, { source: "Two", sourceUrl: "https://example.org/two" }];
  const { tracked, refused } = allianceAtlas([
    record({ title: "Made-up bill", stages: [{ stage: "LR.TABLED", on: "2027-02" }, { stage: "LR.BILL" }] }, "bill"),
    record(
      { text: "Made-up", from: "RC.CATCO", allianceGrade: "CATFU.C", allianceSources: source, followUp: true },
      "recommendation",
    ),
    record({ text: "Graded on one source", from: "RC.UPR", allianceGrade: "CATFU.A" }, "recommendation", "weak"),
    record({ text: "Said", group: "SG.PARL", on: "2027-01-02" }, "commitment", "said"),
    record(
      { text: "Written", group: "SG.PARL", on: "2027-01-02", writtenOn: "2027-01-20", mayBePublic: true },
      "commitment",
    ),
    record({ text: "Kept?", group: "SG.PARL", on: "2027-01-02", standing: "COMMITMENT.KEPT" }, "commitment", "claimed"),
  ]);
  expect(tracked.bills).toMatchObject([{ state: "MYS", stages: [{ stage: "LR.BILL" }, { stage: "LR.TABLED" }] }]);
  expect(tracked.recommendations).toMatchObject([
    { committee: null, institution: null, alliance: { grade: "CATFU.C" } },
  ]);
  expect(tracked.commitments.map(({ text }) => text)).toEqual(["Said", "Written"]);
  expect(forPublic(tracked).commitments.map(({ text }) => text)).toEqual(["Written"]);
  expect(refused.map(({ record: id, why }) => [id, ...why])).toEqual([
    ["weak", "grade-needs-two-sources"],
    ["claimed", "standing-without-evidence"],
  ]);
});
