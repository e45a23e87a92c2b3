import { rmSync } from "node:fs";
import { join } from "node:path";
import type { RecordId } from "@saksi/domain/id";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bringIn, exampleAlliance, good, type Person } from "./example-alliance.ts";

/** What three people do, in any order; the network comes and goes, and answers are lost on the way back. */
const who = fc.nat({ max: 2 });
const deeds = fc.array(
  fc.oneof(
    fc.record({ deed: fc.constant("begin" as const), who, circle: fc.constantFrom(0 as const, 1 as const) }),
    fc.record({
      deed: fc.constant("change" as const),
      who,
      which: fc.nat(),
      field: fc.constantFrom("title" as const, "wishes" as const),
    }),
    fc.record({ deed: fc.constantFrom("sync" as const, "leave", "return", "lose-answers", "reopen"), who }),
  ),
  { minLength: 5, maxLength: 40 },
);

test("three devices that wrote apart show the same records once they have met, whatever the network did", async () => {
  await fc.assert(
    fc.asyncProperty(deeds, async (script) => {
      const alliance = exampleAlliance();
      try {
        const keeper = await alliance.person("Keeper");
        const people = [keeper, await alliance.person("One"), await alliance.person("Two")];
        const space = good(await keeper.vault.createSpace({ name: "Made-up", relay: alliance.url }));
        for (const guest of people.slice(1)) await bringIn(keeper, guest, space);
        const written: string[] = [];
        let words = 0;
        for (const deed of script) {
          const person = people[deed.who] ?? keeper;
          if (deed.deed === "begin") {
            words += 1;
            const fields = { title: `word ${words}` };
            good(await person.vault.write([{ type: "case", fields, circle: deed.circle }]));
            written.push(fields.title);
          } else if (deed.deed === "change") {
            const cases = await person.vault.ask("records", { type: "case" });
            const id = cases[deed.which % Math.max(1, cases.length)]?.id;
            if (id === undefined) continue;
            words += 1;
            const value = `word ${words}`;
            good(await person.vault.write([{ id, type: "case", fields: { [deed.field]: value } }]));
            written.push(value);
          } else if (deed.deed === "leave") person.online = false;
          else if (deed.deed === "return") person.online = true;
          else if (deed.deed === "lose-answers") losingAnswers(person);
          else if (deed.deed === "reopen") {
            await person.vault.close();
            people[deed.who] = await alliance.person("same", { folder: person.folder });
          } else await person.vault.sync();
        }
        for (const person of people) {
          person.online = true;
          person.answer = (_, response) => response;
        }
        for (const { vault } of [...people, ...people]) good(await vault.sync());
        const shown = await Promise.all(people.map(everything));
        expect(shown[1]).toEqual(shown[0]);
        expect(shown[2]).toEqual(shown[0]);
        const all = JSON.stringify(shown[0]);
        expect(written.filter((word) => !all.includes(`"${word}"`))).toEqual([]);
        for (const { vault } of people)
          expect(await vault.ask("spaces", {})).toMatchObject([{ sync: { unsent: 0, problem: null } }]);
        for (const { vault, folder } of people) {
          await vault.close();
          for (const end of ["", "-wal", "-shm"]) rmSync(join(folder, `tables${end}`), { force: true });
          const rebuilt = await alliance.person("same", { folder });
          expect(await everything(rebuilt)).toEqual(shown[0]);
        }
      } finally {
        await alliance.end();
      }
    }),
    { numRuns: 6 },
  );
}, 180_000);

/** The relay does what is asked, and the answer does not arrive. */
function losingAnswers(person: Person): void {
  person.answer = (request, response) => {
    if (request.method === "POST" && new URL(request.url).pathname.endsWith("/entries")) throw new TypeError("cut off");
    return response;
  };
}

/** Every record with its history, as a person could see it. */
async function everything({ vault }: Person): Promise<unknown> {
  const cases = await vault.ask("records", { type: "case", order: "title", limit: 1000 });
  const ids: RecordId[] = cases.map(({ id }) => id).sort();
  return Promise.all(
    ids.map(async (id) => {
      const [record] = await vault.ask("record", { id });
      const history = await vault.ask("history", { id });
      return { record, history };
    }),
  );
}
