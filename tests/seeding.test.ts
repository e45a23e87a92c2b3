import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readSeed, writeSeed } from "@saksi/wire/exchange";
import { afterEach, expect, test } from "vitest";
import { refusalOf } from "../apps/relay/src/example-relay.ts";
import { type Alliance, bringIn, exampleAlliance, good, titles } from "./example-alliance.ts";

let alliance: Alliance;
afterEach(() => alliance.end());

const copied = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "saksi-older-relay-"));
  cpSync(alliance.relay.folder, folder, { recursive: true });
  return folder;
};

async function written() {
  alliance = exampleAlliance();
  const keeper = await alliance.person("Keeper");
  const guest = await alliance.person("Guest");
  const space = good(await keeper.vault.createSpace({ name: "Made-up casework", relay: alliance.url }));
  good(await keeper.vault.write([{ type: "case", fields: { title: "One" } }]));
  good(await keeper.vault.sync());
  const older = copied();
  await bringIn(keeper, guest, space);
  good(await guest.vault.write([{ type: "case", fields: { title: "Two" } }]));
  good(await guest.vault.sync());
  good(await keeper.vault.sync());
  return { keeper, guest, space, older };
}

const headOf = async (): Promise<number> => (await alliance.relay.store.counts()).entries;

test.each(["empty", "restored from an older copy"])(
  "a relay that is %s gets the space back from whichever member comes first, under the same root",
  async (which) => {
    const { keeper, guest, older } = await written();
    const before = await headOf();
    alliance.replaceRelay(which === "empty" ? undefined : older);
    expect(await headOf()).toBeLessThan(before);
    // the guest is not in the older roster: nobody at this relay knows who they are
    good(await guest.vault.sync());
    expect(await headOf()).toBe(before);
    good(await guest.vault.write([{ type: "case", fields: { title: "Three" } }]));
    good(await guest.vault.sync());
    good(await keeper.vault.sync());
    expect(await titles(keeper)).toEqual(["One", "Three", "Two"]);
    expect(await keeper.vault.ask("spaces", {})).toMatchObject([{ sync: { problem: null, size: before + 1 } }]);
  },
);

test("only what the relay itself signed comes back: no other time, no other order, no other head", async () => {
  const { guest, space } = await written();
  alliance.replaceRelay();
  const seeds: Uint8Array[] = [];
  guest.spy = async (request) => {
    if (new URL(request.url).pathname.endsWith("/seed")) seeds.push(new Uint8Array(await request.arrayBuffer()));
  };
  good(await guest.vault.sync());
  const [, genesis, rest] = seeds.map((bytes) => good(readSeed(bytes)));
  if (genesis === undefined || rest === undefined) throw new Error("it was seeded in two steps");
  alliance.replaceRelay();
  const ask = (seed: typeof rest) =>
    alliance.relay.request(`/v1/spaces/${space}/seed`, {
      method: "POST",
      body: writeSeed(seed) as Uint8Array<ArrayBuffer>,
    });
  const later = <Each extends { receivedAt: number }>(entry: Each): Each => ({
    ...entry,
    receivedAt: entry.receivedAt + 1,
  });
  const { checkpoint } = genesis;
  expect(await refusalOf(ask({ ...genesis, entries: genesis.entries.map(later) }))).toMatchObject({
    kind: "quote-wrong",
  });
  expect(await refusalOf(ask({ ...genesis, checkpoint: checkpoint.replace(/\n\d+\n/, "\n99\n") }))).toMatchObject({
    kind: "bad-signature",
  });
  expect(await headOf()).toBe(0);
  expect((await ask(genesis)).status).toBe(200);
  const [first, ...others] = rest.entries;
  if (first === undefined) throw new Error("there are more entries");
  expect(await refusalOf(ask({ ...rest, entries: [...others, first] }))).toHaveProperty("kind");
  expect(await refusalOf(ask({ ...rest, entries: rest.entries.map(later) }))).toHaveProperty("kind");
  expect(await refusalOf(ask({ ...rest, wraps: [] }))).toMatchObject({ kind: "wraps-missing" });
  expect(await headOf()).toBe(1);
  expect((await ask(rest)).status).toBe(200);
  const size = await headOf();
  expect((await ask(rest)).status).toBe(200);
  expect(await headOf()).toBe(size);
});

test("who was removed stays removed when the relay is seeded", async () => {
  const { keeper, guest, space } = await written();
  const member = (await keeper.vault.ask("members", { space })).find(({ me }) => !me)?.member ?? "";
  good(await keeper.vault.remove({ space, member }));
  good(await keeper.vault.sync());
  alliance.replaceRelay();
  good(await keeper.vault.sync());
  expect(await guest.vault.sync()).toMatchObject({ error: { kind: "removed" } });
});
