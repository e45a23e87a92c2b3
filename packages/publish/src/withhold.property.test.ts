import {
  aCaseFile,
  anAct,
  anIncident,
  anInvolvement,
  aTestimony,
  exampleId,
  exampleToday,
} from "@saksi/domain/example";
import { fieldsOf } from "@saksi/domain/record-type";
import { recordTypes } from "@saksi/domain/record-types";
import { useNames, useOf } from "@saksi/domain/use";
import fc from "fast-check";
import { expect, test } from "vitest";
import { briefDossier } from "./brief.ts";
import { briefQuestion } from "./case.example.ts";
import { textsOf } from "./edition.ts";
import { withhold } from "./withhold.ts";

/** A word that occurs nowhere else. */
const secret = fc.stringMatching(/^zq[a-z]{10}$/);
const written = recordTypes.filter(
  ({ name }) => !["publication", "approval", "precedent", "lesson", "passage", "grant", "consent"].includes(name),
);
const textFields = written.flatMap((type) =>
  fieldsOf(type)
    .filter(([, field]) => field.kind === "text" || field.kind === "texts")
    .map(([name, field]) => [type.name, name, field.kind] as const),
);

test("no text of any record reaches a dossier, whatever field it stands in, at any level below the name", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...textFields),
      secret,
      fc.constantFrom(...useNames),
      ([type, field, kind], word, name) => {
        const record = {
          id: exampleId(type === "case" ? "case" : type),
          type,
          fields: { ...base(type), [field]: kind === "texts" ? [word] : word },
        };
        const use = useOf(name, { purpose: "CP.PUBCASE", audience: "AU.PUBLIC" });
        const question = briefQuestion(name, { file: aCaseFile(record), use, passages: [] });
        const published = withhold(question);
        const text = textsOf(briefDossier(published, question.texts, use)).join("\n");
        const isName = name === "named" && type === "identity" && field === "realName";
        expect(text.includes(word)).toBe(isName);
        if (!isName) expect(published.withheld.map((one) => `${one.type}.${one.field}`)).toContain(`${type}.${field}`);
      },
    ),
    { numRuns: 400 },
  );
});

test("no day reaches an anonymous or a pseudonym dossier, and no month an anonymous one", () => {
  const months = /January|February|March|April|May|June|July|August|September|October|November|December/;
  const day = fc.tuple(
    fc.integer({ min: 1990, max: 2025 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 10, max: 28 }),
  );
  fc.assert(
    fc.property(day, fc.constantFrom("anonymous" as const, "pseudonym" as const), ([year, month, at], name) => {
      const start = `${year}-${String(month).padStart(2, "0")}-${at}`;
      const use = useOf(name, { purpose: "CP.PUBCASE", audience: "AU.PUBLIC" });
      const step = {
        id: exampleId("step"),
        type: "remedy-step",
        fields: { case: exampleId("case"), step: "RS.COMPLAINT", on: start },
      };
      const question = briefQuestion(name, {
        file: aCaseFile(anIncident({ start }), anAct(), step),
        use,
        passages: [],
        today: exampleToday,
      });
      const { people: _, ...facts } = withhold(question);
      const text = JSON.stringify([facts.incidents, facts.steps.map(({ when }) => when)]);
      expect(text).toContain(String(year));
      expect(text).not.toMatch(new RegExp(`"${at} |${start}`));
      if (name === "anonymous") expect(text).not.toMatch(months);
    }),
  );
});

/** What a record needs to be tied to the case. */
const base = (type: string) => {
  const examples = { incident: anIncident, act: anAct, involvement: anInvolvement, testimony: aTestimony };
  const example = examples[type as keyof typeof examples];
  return example
    ? example().fields
    : { case: exampleId("case"), person: exampleId("person"), about: exampleId("case") };
};
