import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { type Alliance, bringIn, exampleAlliance, good, titles } from "./example-alliance.ts";

let alliance: Alliance;
afterEach(() => alliance.end());

test("what one device writes the other reads, from before it joined and after", async () => {
  alliance = exampleAlliance();
  const keeper = await alliance.person("Keeper");
  const guest = await alliance.person("Guest");
  const space = good(await keeper.vault.createSpace({ name: "Made-up casework", relay: alliance.url }));
  good(await keeper.vault.write([{ type: "case", fields: { title: "Before" } }]));
  await bringIn(keeper, guest, space);
  expect(await titles(guest)).toEqual(["Before"]);
  expect(await guest.vault.ask("spaces", {})).toMatchObject([
    { space, name: "Made-up casework", role: "writer", members: 2 },
  ]);
  good(await guest.vault.write([{ type: "case", fields: { title: "After" } }]));
  good(await guest.vault.sync());
  good(await keeper.vault.sync());
  expect(await titles(keeper)).toEqual(["After", "Before"]);
  expect((await keeper.vault.ask("members", { space })).map(({ name }) => name).sort()).toEqual(["Guest", "Keeper"]);
});

test("a space that lived alone is seeded when it gets a relay, and keeps its rows", async () => {
  alliance = exampleAlliance();
  const keeper = await alliance.person("Keeper");
  const space = good(await keeper.vault.createSpace({ name: "Alone" }));
  for (const title of ["One", "Two", "Three"]) good(await keeper.vault.write([{ type: "case", fields: { title } }]));
  good(await keeper.vault.connectSpace({ space, relay: alliance.url }));
  expect(await keeper.vault.ask("spaces", {})).toMatchObject([{ sync: { unsent: 0, size: 4, phase: "idle" } }]);
  const guest = await alliance.person("Guest");
  await bringIn(keeper, guest, space);
  expect(await titles(guest)).toEqual(["One", "Three", "Two"]);
});

test("a space made for a relay without a network is opened there when there is one", async () => {
  alliance = exampleAlliance();
  const keeper = await alliance.person("Keeper");
  keeper.online = false;
  const space = good(await keeper.vault.createSpace({ name: "Made on the way", relay: alliance.url }));
  good(await keeper.vault.write([{ type: "case", fields: { title: "Saved on the way" } }]));
  expect(await keeper.vault.ask("spaces", {})).toMatchObject([
    { relay: alliance.url, sync: { phase: "offline", unsent: 2 } },
  ]);
  keeper.online = true;
  good(await keeper.vault.sync());
  expect(await keeper.vault.ask("spaces", {})).toMatchObject([{ sync: { phase: "idle", unsent: 0, size: 2 } }]);
  const guest = await alliance.person("Guest");
  await bringIn(keeper, guest, space);
  expect(await titles(guest)).toEqual(["Saved on the way"]);
});

test("a reader of circle 0 alone sees that something is withheld, never what", async () => {
  alliance = exampleAlliance();
  const keeper = await alliance.person("Keeper");
  const guest = await alliance.person("Guest");
  const space = good(await keeper.vault.createSpace({ name: "Made-up casework", relay: alliance.url }));
  good(await keeper.vault.write([{ type: "case", fields: { title: "Sealed for few" }, circle: 1 }]));
  good(await keeper.vault.write([{ type: "case", fields: { title: "For all" } }]));
  await bringIn(keeper, guest, space, { role: "reader", circles: [0] });
  expect(await titles(guest)).toEqual(["For all"]);
  expect(await guest.vault.ask("withheld", { space })).toEqual([{ count: 1 }]);
  expect(await guest.vault.write([{ type: "case", fields: { title: "Not mine to write" } }])).toEqual({
    ok: false,
    error: { kind: "not-allowed", needs: "writer" },
  });
});

test("who is removed reads what they had and nothing new, and can write nothing more", async () => {
  alliance = exampleAlliance();
  const keeper = await alliance.person("Keeper");
  const guest = await alliance.person("Guest");
  const other = await alliance.person("Other");
  const space = good(await keeper.vault.createSpace({ name: "Made-up casework", relay: alliance.url }));
  const member = await bringIn(keeper, guest, space);
  await bringIn(keeper, other, space);
  good(await keeper.vault.write([{ type: "case", fields: { title: "Shared" } }]));
  good(await keeper.vault.sync());
  good(await guest.vault.sync());
  good(await keeper.vault.remove({ space, member }));
  good(await keeper.vault.write([{ type: "case", fields: { title: "After the removal" } }]));
  good(await keeper.vault.sync());
  expect(await guest.vault.sync()).toEqual({ ok: false, error: { kind: "removed" } });
  expect(await titles(guest)).toEqual(["Shared"]);
  expect(await guest.vault.write([{ type: "case", fields: { title: "Late" } }])).toMatchObject({
    error: { kind: "removed" },
  });
  good(await other.vault.sync());
  expect(await titles(other)).toEqual(["After the removal", "Shared"]);
  const late = await alliance.person("Late");
  await bringIn(keeper, late, space);
  expect(await titles(late)).toEqual(["After the removal", "Shared"]);
});

test("work saved offline across a removal is said anew under the new keys, and stays one record", async () => {
  alliance = exampleAlliance();
  const keeper = await alliance.person("Keeper");
  const guest = await alliance.person("Guest");
  const other = await alliance.person("Other");
  const space = good(await keeper.vault.createSpace({ name: "Made-up casework", relay: alliance.url }));
  await bringIn(keeper, guest, space);
  const member = await bringIn(keeper, other, space);
  good(await guest.vault.sync());
  guest.online = false;
  const { ids } = good(await guest.vault.write([{ type: "case", fields: { title: "Offline" } }]));
  const [id] = ids;
  if (id === undefined) throw new Error("saved");
  good(await guest.vault.write([{ id, type: "case", fields: { title: "Offline, corrected" } }]));
  good(await keeper.vault.remove({ space, member }));
  guest.online = true;
  good(await guest.vault.sync());
  expect(await guest.vault.ask("spaces", {})).toMatchObject([{ sync: { unsent: 0, problem: null } }]);
  good(await keeper.vault.sync());
  expect(await titles(keeper)).toEqual(["Offline, corrected"]);
  expect(await keeper.vault.ask("conflicts", {})).toEqual([]);
  expect(await keeper.vault.ask("history", { id })).toHaveLength(2);
  const history = await guest.vault.ask("history", { id });
  expect(history).toHaveLength(2);
  await guest.vault.close();
  for (const end of ["", "-wal", "-shm"]) rmSync(join(guest.folder, `tables${end}`), { force: true });
  const rebuilt = await alliance.person("Guest", { folder: guest.folder });
  expect(await rebuilt.vault.ask("history", { id })).toEqual(history);
});

test("a change is seen by another who follows within a second", async () => {
  alliance = exampleAlliance();
  const keeper = await alliance.person("Keeper", { follow: true });
  const guest = await alliance.person("Guest", { follow: true });
  const space = good(await keeper.vault.createSpace({ name: "Made-up casework", relay: alliance.url }));
  await bringIn(keeper, guest, space);
  const seen = new Promise<number>((resolve) => {
    const stop = guest.vault.watch("records", { type: "case" }, (rows) => {
      if (rows.length === 0) return;
      setImmediate(() => stop());
      resolve(performance.now());
    });
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  const before = performance.now();
  good(await keeper.vault.write([{ type: "case", fields: { title: "Live" } }]));
  expect((await seen) - before).toBeLessThan(1000);
});
