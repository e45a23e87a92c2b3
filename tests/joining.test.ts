import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { type Alliance, bringIn, exampleAlliance, good, titles } from "./example-alliance.ts";

let alliance: Alliance;
afterEach(() => alliance.end());

async function invited(role: "writer" | "reader" | "keeper" = "writer", circles: readonly number[] = [0, 1]) {
  alliance = exampleAlliance();
  const keeper = await alliance.person("Keeper");
  const guest = await alliance.person("Guest");
  const space = good(await keeper.vault.createSpace({ name: "Made-up casework", relay: alliance.url }));
  const { link } = good(await keeper.vault.invite({ space, role, circles }));
  return { keeper, guest, space, link };
}

test("both see the same six words, and only they open the door", async () => {
  const { keeper, guest, space, link } = await invited();
  const { code } = good(await guest.vault.join(link));
  expect(code.split(" ")).toHaveLength(6);
  expect(good(await keeper.vault.waiting(space))).toMatchObject([
    { name: "Guest", organisation: "Organisation of Guest", code, role: "writer", circles: [0, 1] },
  ]);
  expect(await keeper.vault.admit({ space, code: "six other words than these ones" })).toEqual({
    ok: false,
    error: { kind: "wrong-code", waiting: 1 },
  });
  expect(await guest.vault.ask("joining", {})).toMatchObject([{ state: "waiting", code }]);
  good(await keeper.vault.admit({ space, code: code.toUpperCase().replaceAll(" ", "-") }));
  good(await guest.vault.sync());
  expect(await guest.vault.ask("joining", {})).toMatchObject([{ state: "admitted" }]);
  expect(good(await keeper.vault.waiting(space))).toEqual([]);
});

test("a link lets one person in, once, for seven days", async () => {
  const { guest, link } = await invited();
  const { code } = good(await guest.vault.join(link));
  expect(good(await guest.vault.join(link)).code).toBe(code);
  const second = await alliance.person("Second");
  expect(await second.vault.join(link)).toEqual({ ok: false, error: { kind: "link-used" } });
  expect(await second.vault.join(link.slice(0, -9))).toMatchObject({ error: { kind: "bad-link" } });
  const later = await alliance.person("Later", { now: () => Date.now() + 8 * 24 * 60 * 60 * 1000 });
  expect(await later.vault.join(link)).toEqual({ ok: false, error: { kind: "link-expired" } });
  expect(await later.vault.ask("joining", {})).toEqual([]);
});

test("a request that was sent when the device died is sent again as it was, and the link is not burnt", async () => {
  const { keeper, guest, space, link } = await invited();
  const left = mkdtempSync(join(tmpdir(), "saksi-killed-"));
  guest.answer = (request, response) => {
    if (request.method !== "PUT" || !request.url.endsWith("/request")) return response;
    cpSync(guest.folder, left, { recursive: true, filter: (path) => !path.endsWith("lock") }); // all that a kill leaves
    throw new TypeError("cut off");
  };
  expect(await guest.vault.join(link)).toEqual({ ok: false, error: { kind: "offline" } });
  const again = await alliance.person("Guest", { folder: left });
  const { code } = good(await again.vault.join(link));
  expect(good(await keeper.vault.waiting(space))).toMatchObject([{ code }]);
  good(await keeper.vault.admit({ space, code }));
  good(await again.vault.sync());
  expect(await again.vault.ask("spaces", {})).toMatchObject([{ name: "Made-up casework" }]);
});

test("who died before hearing of their request is let in all the same, without the link", async () => {
  const { keeper, guest, space, link } = await invited();
  guest.answer = (request, response) => {
    if (request.method === "PUT" && request.url.endsWith("/request")) throw new TypeError("cut off");
    return response;
  };
  await guest.vault.join(link);
  expect(await guest.vault.ask("joining", {})).toEqual([]);
  guest.answer = (_, response) => response;
  const [{ code } = { code: "" }] = good(await keeper.vault.waiting(space));
  good(await guest.vault.sync());
  expect(await guest.vault.ask("joining", {})).toMatchObject([{ state: "waiting", code }]);
  good(await keeper.vault.admit({ space, code }));
  good(await guest.vault.sync());
  expect(await guest.vault.ask("joining", {})).toMatchObject([{ state: "admitted" }]);
});

test("a guest who has a member's name is pointed out, one more device of one's own is not", async () => {
  const { keeper, guest, space } = await invited();
  const member = await bringIn(keeper, guest, space);
  const phone = await alliance.person("GUEST ");
  const { link: fresh } = good(await keeper.vault.invite({ space, role: "writer", circles: [0] }));
  good(await phone.vault.join(fresh));
  expect(good(await keeper.vault.waiting(space))).toMatchObject([{ namesakes: [member] }]);
  const { link: own } = good(await guest.vault.invite({ space, own: true }));
  const tablet = await alliance.person("Guest");
  good(await tablet.vault.join(own));
  expect(good(await guest.vault.waiting(space))).toMatchObject([{ namesakes: [] }]);
});

test("a member is told that they are one, and someone without a network that there is none", async () => {
  const { keeper, guest, space, link } = await invited();
  expect(await keeper.vault.join(link)).toEqual({ ok: false, error: { kind: "already-member" } });
  guest.online = false;
  expect(await guest.vault.join(link)).toEqual({ ok: false, error: { kind: "offline" } });
  expect(await guest.vault.ask("joining", {})).toEqual([]);
  keeper.online = false;
  expect(await keeper.vault.invite({ space, role: "writer", circles: [0] })).toMatchObject({
    error: { kind: "offline" },
  });
});

test("only a keeper invites, admits and removes, and nobody gives what they do not have", async () => {
  const { keeper, guest, space } = await invited();
  const member = await bringIn(keeper, guest, space, { role: "writer", circles: [0] });
  const needsKeeper = { ok: false, error: { kind: "not-allowed", needs: "keeper" } };
  expect(await guest.vault.invite({ space, role: "reader", circles: [0] })).toEqual(needsKeeper);
  expect(await guest.vault.waiting(space)).toEqual(needsKeeper);
  expect(await guest.vault.remove({ space, member })).toEqual(needsKeeper);
  const second = await alliance.person("Second");
  await bringIn(keeper, second, space, { role: "keeper", circles: [0] });
  expect(await second.vault.invite({ space, role: "reader", circles: [0, 1] })).toEqual({
    ok: false,
    error: { kind: "not-in-circle", circle: 1 },
  });
  expect(await second.vault.remove({ space, member })).toEqual({
    ok: false,
    error: { kind: "not-in-circle", circle: 1 },
  });
  expect(await keeper.vault.remove({ space, member: "0".repeat(16) })).toMatchObject({
    error: { kind: "no-such-member" },
  });
});

test("the last keeper cannot be removed", async () => {
  const { keeper, space } = await invited();
  const [me] = await keeper.vault.ask("members", { space });
  if (me === undefined) throw new Error("the founder is a member");
  expect(await keeper.vault.remove({ space, member: me.member })).toEqual({
    ok: false,
    error: { kind: "last-keeper" },
  });
});

test("a log that does not extend what the link promised is refused before any of it is shown", async () => {
  alliance = exampleAlliance();
  const keeper = await alliance.person("Keeper");
  const guest = await alliance.person("Guest");
  const space = good(await keeper.vault.createSpace({ name: "Made-up casework" }));
  good(await keeper.vault.write([{ type: "case", fields: { title: "Quotes no head yet" } }]));
  good(await keeper.vault.connectSpace({ space, relay: alliance.url }));
  const { link } = good(await keeper.vault.invite({ space, role: "writer", circles: [0, 1] }));
  const { code } = good(await guest.vault.join(link));
  good(await keeper.vault.admit({ space, code }));
  guest.answer = async (request, response) => {
    if (request.method !== "GET" || !new URL(request.url).pathname.endsWith("/entries")) return response;
    const bytes = new Uint8Array(await response.arrayBuffer());
    bytes[6] = (bytes[6] ?? 1) - 1; // genesis was received weeks before: in no signature, only in the root
    return new Response(bytes);
  };
  expect(await guest.vault.sync()).toMatchObject({ error: { kind: "forked-history" } });
  expect(await titles(guest)).toEqual([]);
});

test("two keepers who change the roster at the same time both get their way", async () => {
  const { keeper, guest, space } = await invited();
  const second = await alliance.person("Second");
  await bringIn(keeper, second, space, { role: "keeper" });
  const member = await bringIn(keeper, guest, space);
  const third = await alliance.person("Third");
  const { link } = good(await second.vault.invite({ space, role: "writer", circles: [0, 1] }));
  const { code } = good(await third.vault.join(link));
  const [removed, admitted] = await Promise.all([
    keeper.vault.remove({ space, member }),
    second.vault.admit({ space, code }),
  ]);
  good(removed);
  good(admitted);
  good(await third.vault.sync());
  good(await keeper.vault.write([{ type: "case", fields: { title: "After both" } }]));
  good(await keeper.vault.sync());
  good(await third.vault.sync());
  expect(await titles(third)).toEqual(["After both"]);
  const left = (await keeper.vault.ask("members", { space })).filter(({ removed }) => !removed);
  expect(left.map(({ name }) => name).sort()).toEqual(["Keeper", "Second", "Third"]);
});

test("a file that one attaches the other fetches, byte for byte, by way of a relay that cannot read it", async () => {
  const { keeper, guest, space } = await invited();
  await bringIn(keeper, guest, space);
  const { ids } = good(await keeper.vault.write([{ type: "exhibit", fields: { title: "A made-up photograph" } }]));
  const [exhibit] = ids;
  if (exhibit === undefined) throw new Error("saved");
  const original = new Uint8Array(2_500_000).map((_, index) => (index * 7 + (index >> 8)) % 251);
  const file = good(
    await keeper.vault.attach({ exhibit, file: new Blob([original]), name: "made-up.jpg", mediaType: "image/jpeg" }),
  );
  good(await keeper.vault.sync());
  good(await guest.vault.sync());
  const pieces: Uint8Array[] = [];
  const fetched = good(await guest.vault.fetch({ exhibit, onChunk: (bytes) => void pieces.push(bytes.slice()) }));
  expect(fetched.sha256).toBe(file.sha256);
  expect(Buffer.concat(pieces).equals(Buffer.from(original))).toBe(true);
  expect(await keeper.vault.ask("spaces", {})).toMatchObject([{ sync: { unsentChunks: 0 } }]);
});

test("a member brings in a second device of their own, whatever their role, and nobody else by it", async () => {
  const { keeper, guest, space } = await invited();
  const member = await bringIn(keeper, guest, space, { role: "reader", circles: [0] });
  good(await keeper.vault.write([{ type: "case", fields: { title: "For all" } }]));
  good(await keeper.vault.sync());
  const phone = await alliance.person("Guest");
  const { link } = good(await guest.vault.invite({ space, own: true }));
  const { code } = good(await phone.vault.join(link));
  expect(good(await guest.vault.waiting(space))).toMatchObject([{ code, role: "reader", circles: [0] }]);
  expect(good(await guest.vault.admit({ space, code }))).toEqual({ member });
  good(await phone.vault.sync());
  expect(await titles(phone)).toEqual(["For all"]);
  expect(await phone.vault.ask("spaces", {})).toMatchObject([{ role: "reader", circles: [0], members: 2 }]);
  good(await keeper.vault.sync());
  const rows = await keeper.vault.ask("members", { space });
  expect(rows.find((row) => row.member === member)).toMatchObject({ name: "Guest", devices: 2, role: "reader" });
  expect(await guest.vault.invite({ space, role: "reader", circles: [0] })).toMatchObject({
    error: { kind: "not-allowed", needs: "keeper" },
  });

  good(await keeper.vault.changeRights({ space, member, role: "writer", circles: [0] }));
  good(await phone.vault.sync());
  good(await phone.vault.write([{ type: "case", fields: { title: "By the phone" } }]));
  good(await phone.vault.sync());
  good(await keeper.vault.remove({ space, member }));
  for (const { vault } of [guest, phone]) expect(await vault.sync()).toMatchObject({ error: { kind: "removed" } });
});
