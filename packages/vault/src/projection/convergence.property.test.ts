import type { Version } from "@saksi/domain/id";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { OpenedChange } from "./opened-change.ts";
import { anId, aSpace, opened, someTables, versionIn } from "./projection.example.ts";

const records = ["a", "b"];
const devices = ["aisyah", "budi"];

/** What any member could send, honest or not: any type, any circle, a nonce used before, answers to what comes later. */
const written = fc
  .array(
    fc.record({
      record: fc.constantFrom(...records),
      by: fc.constantFrom(...devices),
      nonce: fc.integer({ min: 0, max: 30 }),
      type: fc.constantFrom("case", "case", "case", "lesson"),
      circle: fc.constantFrom(0, 0, 0, 1),
      fields: fc.subarray(["title", "code", "__proto__"], { minLength: 1 }),
      answers: fc.array(fc.nat({ max: 12 }), { maxLength: 4 }),
      unsent: fc.boolean(),
    }),
    { minLength: 1, maxLength: 9 },
  )
  .map((drawn): readonly OpenedChange[] => {
    const version = (at: number): Version | undefined => {
      const other = drawn[at];
      return other && versionIn(opened({ name: `${other.nonce}`, record: other.record, by: other.by, fields: {} }));
    };
    return drawn.map((each, index) => {
      const answered = each.answers.flatMap((at) => version(at) ?? []);
      const change = opened({
        ...each,
        name: `${each.nonce}`,
        fields: Object.fromEntries(each.fields.map((field) => [field, `said ${index}`])),
        answers: Object.fromEntries(each.fields.map((field) => [field, answered])),
        // What is unsent is our own and comes last.
        position: each.unsent && each.by === "aisyah" && index > drawn.length - 3 ? null : index + 10,
        place: 100 + index,
      });
      return { ...change, entry: opened({ name: `entry ${index}`, record: "a", fields: {} }).entry };
    });
  });

function rowsAfter(steps: (tables: ReturnType<typeof someTables>) => void) {
  const given = someTables();
  steps(given);
  const { tables } = given;
  const space = aSpace("office");
  return {
    records: records.flatMap((name) => tables.ask("record", { id: anId(name) })),
    history: records.map((name) => tables.ask("history", { id: anId(name) })),
    conflicts: tables
      .ask("conflicts", {})
      .toSorted((one, other) => (one.id + one.field < other.id + other.field ? -1 : 1)),
    refused: tables.refused(space),
    counted: tables.ask("count", { space }),
    found: ["case", "lesson"].map((type) =>
      tables
        .ask("records", { type, order: "title" })
        .map(({ id }) => id)
        .toSorted(),
    ),
    words: tables
      .ask("records", { type: "case", words: "said" })
      .map(({ id }) => id)
      .toSorted(),
  };
}

const inOrder = (changes: readonly OpenedChange[]) => rowsAfter(({ project }) => project(...changes));

test("two devices that saw the same changes show the same records, whatever the order and however often", () => {
  fc.assert(
    fc.property(
      written.chain((changes) =>
        fc.tuple(
          fc.constant(changes),
          fc.shuffledSubarray([...changes, ...changes], { minLength: 2 * changes.length }),
          fc.integer({ min: 1, max: 4 }),
        ),
      ),
      ([changes, arrived, batch]) => {
        const late = rowsAfter(({ project }) => {
          for (let at = 0; at < arrived.length; at += batch) project(...arrived.slice(at, at + batch));
        });
        expect(late).toEqual(inOrder(changes));
      },
    ),
    { numRuns: 150 },
  );
});

test("own changes shown before others' arrive end in the same rows once the relay has placed them", () => {
  fc.assert(
    fc.property(written, fc.boolean(), (changes, pulledBack) => {
      const own = changes.filter(({ member }) => member === opened({ name: "", record: "", fields: {} }).member);
      const sent = own.filter(({ position }) => position !== null);
      const late = rowsAfter(({ tables, project }) => {
        project(...own.map((change) => ({ ...change, position: null, receivedAt: null })));
        project(...changes.filter((change) => !own.includes(change)));
        if (pulledBack) project(...sent);
        else
          tables.placed(sent.flatMap((each) => (each.position === null ? [] : [{ ...each, position: each.position }])));
      });
      expect(late).toEqual(inOrder(changes));
    }),
    { numRuns: 150 },
  );
});

test("what stands is what was said less what a later change of that record answered", () => {
  fc.assert(
    fc.property(written, (changes) => {
      const { records: rows, refused } = inOrder(changes);
      for (const row of rows) {
        const heard = changes
          .filter(({ change, entry }) => change.record === row.id && !refused.some((each) => each.entry === entry))
          .toSorted((one, other) => (one.position ?? 1000 + one.place) - (other.position ?? 1000 + other.place));
        for (const field of ["title", "code", "__proto__"]) {
          const said = heard.filter(({ change }) => Object.hasOwn(change.fields, field));
          const stands = said.filter(
            (each, at) =>
              !said.slice(at + 1).some((later) => later.change.supersedes[field]?.includes(versionIn(each))),
          );
          const shown = Object.hasOwn(row.versions, field) ? row.versions[field] : [];
          expect(shown).toEqual(stands.map(versionIn));
        }
      }
    }),
    { numRuns: 150 },
  );
});
