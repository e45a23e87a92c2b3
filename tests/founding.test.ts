import { writeRefusal } from "@saksi/wire/exchange";
import { type Refusal, statusOf } from "@saksi/wire/refusal";
import { afterEach, expect, test } from "vitest";
import { type Alliance, exampleAlliance, good, type Person } from "./example-alliance.ts";

let alliance: Alliance;
afterEach(() => alliance.end());

const refusing = (person: Person, refusal: Refusal): void => {
  person.answer = async (request, response) => {
    if (new URL(request.url).pathname !== "/v1/spaces") return response;
    return new Response(new Blob([writeRefusal(refusal)] as BlobPart[]), { status: statusOf(refusal.kind) });
  };
};

async function aKeeper(): Promise<Person> {
  alliance = exampleAlliance();
  return alliance.person("Keeper");
}

test.each<Refusal>([{ kind: "admission-needed" }, { kind: "too-fast", after: 9 }])(
  "a relay that refuses a new space with $kind leaves nothing of it on the device",
  async (refusal) => {
    const keeper = await aKeeper();
    refusing(keeper, refusal);
    expect(await keeper.vault.createSpace({ name: "Refused", relay: alliance.url })).toMatchObject({
      error: { kind: "relay-refused", refusal: refusal.kind },
    });
    expect(await keeper.vault.ask("spaces", {})).toEqual([]);
    await keeper.vault.close();
    const again = await alliance.person("Keeper", { folder: keeper.folder });
    expect(await again.vault.ask("spaces", {})).toEqual([]);
    good(await again.vault.createSpace({ name: "Taken", relay: alliance.url }));
    expect(await again.vault.ask("spaces", {})).toMatchObject([
      { name: "Taken", relay: alliance.url, sync: { phase: "idle", unsent: 0, size: 1 } },
    ]);
  },
);

test("a space that lived alone stays alone where a relay refuses it, with all that was written", async () => {
  const keeper = await aKeeper();
  const space = good(await keeper.vault.createSpace({ name: "Alone" }));
  good(await keeper.vault.write([{ type: "case", fields: { title: "One" } }]));
  refusing(keeper, { kind: "admission-needed" });
  expect(await keeper.vault.connectSpace({ space, relay: alliance.url })).toMatchObject({
    error: { kind: "relay-refused", refusal: "admission-needed" },
  });
  expect(await keeper.vault.ask("spaces", {})).toMatchObject([{ relay: null, sync: { phase: "alone", unsent: 2 } }]);
  keeper.answer = (_, response) => response;
  good(await keeper.vault.connectSpace({ space, relay: alliance.url }));
  expect(await keeper.vault.ask("spaces", {})).toMatchObject([{ sync: { phase: "idle", unsent: 0, size: 2 } }]);
});

test("a space whose opening was taken but whose answer was lost is connected at the next round", async () => {
  const keeper = await aKeeper();
  keeper.answer = (request, response) => {
    if (new URL(request.url).pathname === "/v1/spaces") throw new TypeError("cut off");
    return response;
  };
  good(await keeper.vault.createSpace({ name: "Answer lost", relay: alliance.url }));
  keeper.answer = (_, response) => response;
  good(await keeper.vault.sync());
  expect(await keeper.vault.ask("spaces", {})).toMatchObject([{ sync: { phase: "idle", unsent: 0, size: 1 } }]);
});
