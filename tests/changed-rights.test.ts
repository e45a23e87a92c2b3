import type { SpaceId } from "@saksi/domain/id";
import { writeRefusal } from "@saksi/wire/exchange";
import { afterEach, expect, test } from "vitest";
import { type Alliance, bringIn, exampleAlliance, good, type Person, titles } from "./example-alliance.ts";

let alliance: Alliance;
afterEach(() => alliance.end());

async function offlineGuest(): Promise<{ keeper: Person; guest: Person; space: SpaceId; member: string }> {
  alliance = exampleAlliance();
  const keeper = await alliance.person("Keeper");
  const guest = await alliance.person("Guest");
  const space = good(await keeper.vault.createSpace({ name: "Made-up casework", relay: alliance.url }));
  const member = await bringIn(keeper, guest, space);
  guest.online = false;
  return { keeper, guest, space, member };
}

const writes = async (person: Person, title: string, circle: 0 | 1 = 0): Promise<string> => {
  const [id] = good(await person.vault.write([{ type: "case", fields: { title }, circle }])).ids;
  if (id === undefined) throw new Error("saved");
  return id;
};

const stateOf = async ({ vault }: Person): Promise<unknown> => (await vault.ask("spaces", {}))[0]?.sync;

test("what was written for a circle that one left is set aside and named; the rest goes on", async () => {
  const { keeper, guest, space, member } = await offlineGuest();
  await writes(guest, "Before, for all");
  await writes(guest, "For few", 1);
  await writes(guest, "After, for all");
  good(await keeper.vault.changeRights({ space, member, role: "writer", circles: [0] }));
  guest.online = true;
  good(await guest.vault.sync());
  expect(await stateOf(guest)).toMatchObject({
    phase: "idle",
    unsent: 0,
    problem: { kind: "set-aside", entries: 1 },
  });
  expect(await titles(guest)).toEqual(["After, for all", "Before, for all", "For few"]);
  await writes(guest, "Later");
  good(await guest.vault.sync());
  good(await keeper.vault.sync());
  expect(await titles(keeper)).toEqual(["After, for all", "Before, for all", "Later"]);

  await guest.vault.close();
  const again = await alliance.person("Guest", { folder: guest.folder });
  expect(await titles(again)).toContain("For few");
  good(await keeper.vault.changeRights({ space, member, role: "writer", circles: [0, 1] }));
  good(await again.vault.sync());
  expect(await stateOf(again)).toMatchObject({ phase: "idle", unsent: 0, problem: null });
  good(await keeper.vault.sync());
  expect(await titles(keeper)).toContain("For few");
  expect((await titles(again)).filter((title) => title === "For few")).toHaveLength(1);
});

test("who became a reader while offline reads on, and what they wrote waits until they may write again", async () => {
  const { keeper, guest, space, member } = await offlineGuest();
  await writes(guest, "Written offline");
  await writes(keeper, "By the keeper");
  good(await keeper.vault.changeRights({ space, member, role: "reader", circles: [0, 1] }));
  guest.online = true;
  good(await guest.vault.sync());
  expect(await titles(guest)).toEqual(["By the keeper", "Written offline"]);
  expect(await stateOf(guest)).toMatchObject({ phase: "idle", problem: { kind: "set-aside", entries: 1 } });
  expect(await guest.vault.write([{ type: "case", fields: { title: "More" } }])).toMatchObject({
    error: { kind: "not-allowed", needs: "writer" },
  });
  good(await keeper.vault.sync());
  expect(await titles(keeper)).toEqual(["By the keeper"]);
  good(await keeper.vault.changeRights({ space, member, role: "writer", circles: [0, 1] }));
  good(await guest.vault.sync());
  good(await keeper.vault.sync());
  expect(await titles(keeper)).toEqual(["By the keeper", "Written offline"]);
  expect(await stateOf(guest)).toMatchObject({ unsent: 0, problem: null });
});

test("who was removed is told how many of their entries reached nobody", async () => {
  const { keeper, guest, space, member } = await offlineGuest();
  await writes(guest, "One");
  await writes(guest, "Two");
  good(await keeper.vault.remove({ space, member }));
  guest.online = true;
  expect(await guest.vault.sync()).toEqual({ ok: false, error: { kind: "removed", unsent: 2 } });
  expect(await stateOf(guest)).toMatchObject({ phase: "stopped", problem: { kind: "removed", unsent: 2 } });
  expect(await titles(guest)).toEqual(["One", "Two"]);
});

test("rights change by a keeper alone, within what they have, and a keeper remains", async () => {
  const { keeper, guest, space, member } = await offlineGuest();
  guest.online = true;
  const change = { space, member, role: "keeper", circles: [0, 1] } as const;
  expect(await guest.vault.changeRights(change)).toMatchObject({ error: { kind: "not-allowed" } });
  expect(await keeper.vault.changeRights({ ...change, circles: [0, 5] })).toEqual({
    ok: false,
    error: { kind: "not-in-circle", circle: 5 },
  });
  expect(await keeper.vault.changeRights({ ...change, member: "0123456789abcdef" })).toMatchObject({
    error: { kind: "no-such-member" },
  });
  const me = (await keeper.vault.ask("members", { space })).find((row) => row.me)?.member ?? "";
  expect(await keeper.vault.changeRights({ ...change, member: me, role: "writer" })).toEqual({
    ok: false,
    error: { kind: "last-keeper" },
  });
  good(await keeper.vault.changeRights(change));
  good(await keeper.vault.changeRights({ ...change, member: me, role: "writer" }));
});

test("a relay that will not take what the roster allows is named, and nothing is set aside for it", async () => {
  const { guest } = await offlineGuest();
  guest.online = true;
  const { relay } = alliance;
  const honest = relay.fetch;
  const refusing: typeof honest = async (request) => {
    if (request.method !== "POST" || !new URL(request.url).pathname.endsWith("/entries")) return honest(request);
    return new Response(new Blob([writeRefusal({ kind: "not-allowed", entry: 0 })] as BlobPart[]), { status: 403 });
  };
  Object.assign(relay, { fetch: refusing });
  await writes(guest, "Kept back");
  expect(await guest.vault.sync()).toMatchObject({ error: { kind: "relay-refused", refusal: "not-allowed" } });
  expect(await stateOf(guest)).toMatchObject({ unsent: 1, problem: { kind: "relay-refused" } });
  Object.assign(relay, { fetch: honest });
  good(await guest.vault.sync());
  expect(await stateOf(guest)).toMatchObject({ unsent: 0, problem: null });
});
