import { afterEach, expect, test } from "vitest";
import { type Alliance, bringIn, exampleAlliance, good, titles } from "./example-alliance.ts";

let alliance: Alliance;
afterEach(() => alliance.end());

test("a cloned vault is told, reads on, and joins anew as a new device; what it wrote before keeps its author", async () => {
  alliance = exampleAlliance();
  const keeper = await alliance.person("Keeper");
  const guest = await alliance.person("Guest");
  const space = good(await keeper.vault.createSpace({ name: "Made-up casework", relay: alliance.url }));
  const before = await bringIn(keeper, guest, space);
  const { ids } = good(await guest.vault.write([{ type: "case", fields: { title: "Before the backup" } }]));
  good(await guest.vault.sync());
  const pieces: Uint8Array[] = [];
  good(await guest.vault.backup({ passphrase: "backup words", onBytes: (bytes) => void pieces.push(bytes.slice()) }));
  good(await guest.vault.write([{ type: "case", fields: { title: "By the device" } }]));
  good(await guest.vault.sync());

  const copy = await alliance.restored(new Blob(pieces as BlobPart[]), "backup words");
  good(await copy.vault.write([{ type: "case", fields: { title: "By the copy" } }]));
  await copy.vault.sync();
  expect(await copy.vault.ask("spaces", {})).toMatchObject([
    { sync: { phase: "stopped", problem: { kind: "cloned-device" } } },
  ]);
  expect(await titles(copy)).toEqual(["Before the backup", "By the copy", "By the device"]);

  const after = await bringIn(keeper, copy, space);
  expect(after).not.toBe(before);
  expect(await copy.vault.ask("spaces", {})).toMatchObject([
    { role: "writer", members: 3, sync: { phase: "idle", unsent: 0, problem: { kind: "set-aside", entries: 1 } } },
  ]);
  expect(await titles(copy)).toEqual(["Before the backup", "By the copy", "By the device"]);
  good(await copy.vault.write([{ type: "case", fields: { title: "As a new device" } }]));
  good(await copy.vault.sync());
  good(await keeper.vault.sync());
  expect(await titles(keeper)).toEqual(["As a new device", "Before the backup", "By the device"]);
  const [id] = ids;
  if (id === undefined) throw new Error("saved");
  for (const { vault } of [keeper, copy])
    expect(await vault.ask("history", { id })).toMatchObject([{ member: before, by: "Guest" }]);

  await copy.vault.close();
  const again = await alliance.person("Guest", { folder: copy.folder });
  expect(await titles(again)).toEqual(["As a new device", "Before the backup", "By the copy", "By the device"]);
  good(await again.vault.sync());
  expect(await again.vault.ask("spaces", {})).toMatchObject([{ sync: { phase: "idle", unsent: 0 } }]);
});

test("who was removed and is invited again comes in as a new member, and writes", async () => {
  alliance = exampleAlliance();
  const keeper = await alliance.person("Keeper", { follow: true });
  const guest = await alliance.person("Guest", { follow: true });
  const space = good(await keeper.vault.createSpace({ name: "Made-up casework", relay: alliance.url }));
  const member = await bringIn(keeper, guest, space);
  good(await guest.vault.write([{ type: "case", fields: { title: "First time" } }]));
  good(await guest.vault.sync());
  good(await keeper.vault.remove({ space, member }));
  expect(await guest.vault.sync()).toMatchObject({ error: { kind: "removed" } });
  await bringIn(keeper, guest, space);
  good(await guest.vault.write([{ type: "case", fields: { title: "Second time" } }]));
  good(await guest.vault.sync());
  good(await keeper.vault.sync());
  expect(await titles(keeper)).toEqual(["First time", "Second time"]);
  expect(await guest.vault.ask("spaces", {})).toMatchObject([{ sync: { problem: null, unsent: 0 } }]);
});
