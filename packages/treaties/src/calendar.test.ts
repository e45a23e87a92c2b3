import fc from "fast-check";
import { expect, test } from "vitest";
import { atlasName } from "./atlas-name.ts";
import { type Feed, writeAtom } from "./atom.ts";
import { type CalendarEntry, calendar, calendarBetween } from "./calendar.ts";
import { changesSince } from "./changes.ts";
import { writeIcs } from "./ics.ts";

const options = { name: "Committee against Torture", stamp: "2026-02-03" };
const unfolded = (text: string): readonly string[] => text.replace(/\r\n /g, "").split("\r\n");
const read = (text: string): string => text.replace(/\\n/g, "\n").replace(/\\([\\;,])/g, "$1");

test("the calendar holds the session, its two deadlines and what states owe, in order and with sources", () => {
  const year = calendarBetween("2026-01-01", "2026-12-31");
  const on = (id: string) => year.find((entry) => entry.id === id)?.on;
  expect(on("list-of-issues-84")).toBe("2026-01-19");
  expect(on("alternative-report-84")).toBe("2026-03-16");
  expect(on("session-84")).toBe("2026-04-13");
  expect(on("mechanism-due-bgd")).toBe("2026-08-16");
  expect(on("follow-up-due-bhr-after-4") ?? on("follow-up-due-bhr-after-3")).toBe("2026-11-28");
  const days = year.map((entry) => entry.on);
  expect(days).toEqual([...days].sort());
  for (const { trace, id } of calendar()) expect(trace.length, id).toBeGreaterThan(0);
});

test("an entry keeps its name: no name is there twice", () => {
  const ids = calendar().map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test("a session that lasts is found by any of its days", () => {
  expect(calendarBetween("2026-04-20", "2026-04-20").map(({ id }) => id)).toContain("session-84");
});

test("the calendar file is the same bytes each time, in whole days, the day after the last as its end", () => {
  const text = writeIcs(calendar(), options);
  expect(writeIcs(calendar(), options)).toBe(text);
  expect(text.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")).toBe(true);
  expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
  const lines = unfolded(text);
  expect(lines).toContain(`UID:session-84@${atlasName}`);
  expect(lines).toContain("DTSTART;VALUE=DATE:20260413");
  expect(lines).toContain("DTEND;VALUE=DATE:20260502");
  expect(lines.filter((line) => line === "BEGIN:VEVENT")).toHaveLength(calendar().length);
});

const entry: CalendarEntry = {
  id: "x",
  kind: "session",
  on: "2026-01-01",
  until: null,
  state: null,
  session: 1,
  title: "",
  note: "",
  trace: [],
};

test("no line of a calendar file is longer than 75 octets, and no letter is lost or cut", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (title) => {
      const clean = title.replace(/\p{Cc}/gu, "");
      const text = writeIcs([{ ...entry, title: clean }], options);
      for (const line of text.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      const summary = unfolded(text).find((line) => line.startsWith("SUMMARY:")) ?? "";
      if (!clean.includes("\\")) expect(read(summary.slice(8))).toBe(clean);
    }),
  );
});

test("a feed escapes what XML forbids and names its entries for good", () => {
  const feed: Feed = {
    id: "https://atlas.example/changes.atom",
    title: "What <changed> & when",
    author: "An alliance that does not exist",
    url: "https://atlas.example/",
    selfUrl: "https://atlas.example/changes.atom",
    updated: "2026-02-03",
    language: "en",
    entries: [
      {
        id: "https://atlas.example/changes/a",
        title: 'A "law"\u0000',
        url: "https://atlas.example/#a",
        updated: "2025-07",
        summary: "It's in force",
      },
    ],
  };
  const text = writeAtom(feed);
  expect(text).toContain("<title>What &lt;changed&gt; &amp; when</title>");
  expect(text).toContain("<title>A &quot;law&quot;</title>");
  expect(text).toContain("<updated>2025-07-01T00:00:00Z</updated>");
  expect(text).toContain("<summary>It&#39;s in force</summary>");
  expect(text.match(/<entry>/g)).toHaveLength(1);
});

test("what changed lately comes newest first, each under a name of its own and with its cell", () => {
  const changes = changesSince("2024-11-21");
  expect(changes.map(({ value }) => value.id)).toContain("bgd-opcat-2025-07-17");
  const every = changesSince("1900-01-01");
  expect(new Set(every.map(({ value }) => value.id)).size).toBe(every.length);
  expect(every.every(({ trace }) => trace.length === 1)).toBe(true);
  expect(changes.every(({ value }) => value.on >= "2024")).toBe(true);
});
