import { afterEach, expect, test } from "vitest";
import { type Alliance, bringIn, exampleAlliance, good } from "./example-alliance.ts";

let alliance: Alliance;
afterEach(() => alliance.end());

test("an id that a member of two spaces planted in the other draws no words there", async () => {
  alliance = exampleAlliance();
  const keeper = await alliance.person("Keeper");
  const both = await alliance.person("Member of both");
  const casework = good(await keeper.vault.createSpace({ name: "Casework", relay: alliance.url }));
  const large = good(await keeper.vault.createSpace({ name: "Large mission", relay: alliance.url }));
  for (const space of [casework, large]) await bringIn(keeper, both, space);
  const { ids } = good(await keeper.vault.write([{ type: "case", fields: { title: "Meant for few" } }], casework));
  const [id] = ids;
  if (id === undefined) throw new Error("saved");
  good(await keeper.vault.sync());
  good(await both.vault.sync());
  // their own program plants it; ours would not write one id in two spaces
  const stranger = await alliance.person("Their own program");
  await bringIn(keeper, stranger, large);
  good(await stranger.vault.write([{ id, type: "case", fields: { title: "Planted" } }], large));
  good(await stranger.vault.sync());
  good(await keeper.vault.sync());

  expect((await keeper.vault.ask("record", { id })).map(({ space }) => space).sort()).toEqual([casework, large].sort());
  const edit = { id, type: "case", fields: { wishes: "To be believed" } };
  expect(await keeper.vault.write([edit])).toMatchObject({ error: { kind: "which-space" } });
  good(await keeper.vault.write([edit], casework));
  good(await keeper.vault.write([{ ...edit, space: casework }]));
  good(await keeper.vault.sync());
  good(await stranger.vault.sync());
  const [seen] = await stranger.vault.ask("record", { id });
  expect(seen?.fields).toEqual({ title: "Planted" });
});
