import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SpaceId } from "@saksi/domain/id";
import type { SignedEntry } from "@saksi/wire/admit";
import { type Cbor, decodeSequence, encode } from "@saksi/wire/cbor";
import { readPush } from "@saksi/wire/exchange";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { type Alliance, bringIn, exampleAlliance, good, type Person, titles } from "./example-alliance.ts";

let alliance: Alliance;
afterEach(() => alliance.end());

/** A keeper with three cases at the relay, and a guest who came in before the last two and has not pulled them. */
async function caught(): Promise<{ keeper: Person; guest: Person; space: SpaceId; member: string }> {
  alliance = exampleAlliance();
  const keeper = await alliance.person("Keeper");
  const guest = await alliance.person("Guest");
  const space = good(await keeper.vault.createSpace({ name: "Made-up casework", relay: alliance.url }));
  good(await keeper.vault.write([{ type: "case", fields: { title: "One" } }]));
  const member = await bringIn(keeper, guest, space);
  for (const title of ["Two", "Three"]) good(await keeper.vault.write([{ type: "case", fields: { title } }]));
  good(await keeper.vault.sync());
  return { keeper, guest, space, member };
}

type Placed = readonly [
  position: number,
  receivedAt: number,
  header: Uint8Array,
  signature: Uint8Array,
  body: Uint8Array,
];

/** The guest's next pulls go through a relay that lies. */
function lying(guest: Person, lie: (entries: readonly Placed[], end: Cbor) => readonly Cbor[]): void {
  guest.answer = async (request, response) => {
    if (request.method !== "GET" || !new URL(request.url).pathname.endsWith("/entries") || !response.ok)
      return response;
    const run = decodeSequence(new Uint8Array(await response.arrayBuffer()));
    if (!run.ok) throw new Error("the relay's own run can be read");
    const entries = run.value.values.filter((value): value is Placed => Array.isArray(value) && value.length === 5);
    const end = run.value.values.at(-1);
    if (end === undefined) throw new Error("a run ends with a checkpoint");
    const bytes = lie(entries, end).map((value) => encode(value));
    return new Response(new Blob(bytes as BlobPart[]));
  };
}

const honest = (guest: Person): void => {
  guest.answer = (_, response) => response;
};

const renumbered = (entries: readonly Placed[]): Placed[] => {
  const first = Math.min(...entries.map(([position]) => position));
  return entries.map(([, ...rest], index): Placed => [first + index, ...rest]);
};

test("entries in another order are refused, and only what stands before them is shown", async () => {
  const { guest } = await caught();
  lying(guest, (entries, end) => [...renumbered([...entries].reverse()), end]);
  expect(await guest.vault.sync()).toMatchObject({ error: { kind: "bad-entry", reason: "chain-gap" } });
  lying(guest, (entries, end) => [...[...entries].reverse(), end]);
  expect(await guest.vault.sync()).toMatchObject({ error: { kind: "bad-entry", reason: "out-of-order" } });
  expect(await titles(guest)).toEqual(["One"]);
  honest(guest);
  good(await guest.vault.sync());
  expect(await titles(guest)).toEqual(["One", "Three", "Two"]);
});

test("an entry given twice is refused", async () => {
  const { guest } = await caught();
  lying(guest, (entries, end) => [...renumbered([...entries.slice(0, 1), ...entries]), end]);
  expect(await guest.vault.sync()).toMatchObject({ error: { kind: "bad-entry", reason: "chain-fork" } });
});

test("a withheld entry never passes for the whole log", async () => {
  const { guest } = await caught();
  lying(guest, (entries, end) => [...entries.slice(0, -1), end]);
  expect(await guest.vault.sync()).toEqual({ ok: false, error: { kind: "offline" } });
  lying(guest, (entries) => entries);
  expect(await guest.vault.sync()).toEqual({ ok: false, error: { kind: "offline" } });
});

test("another time of receipt is another history: it is named, and nothing more is taken in, also after a restart", async () => {
  const { guest, space } = await caught();
  lying(guest, (entries, end) => [
    ...entries.map(([position, receivedAt, ...rest]): Placed => [position, receivedAt + 1, ...rest]),
    end,
  ]);
  expect(await guest.vault.sync()).toMatchObject({ error: { kind: "forked-history" } });
  honest(guest);
  expect(await guest.vault.sync()).toMatchObject({ error: { kind: "forked-history" } });
  expect(await guest.vault.ask("spaces", {})).toMatchObject([
    { space, sync: { phase: "stopped", problem: { kind: "forked-history" } } },
  ]);
  await guest.vault.close();
  const again = await alliance.person("Guest", { folder: guest.folder });
  expect(await again.vault.sync()).toMatchObject({ error: { kind: "forked-history" } });
});

test("a time of receipt before that of the entry ahead is named, and nothing behind it is taken in", async () => {
  const { guest } = await caught();
  lying(guest, (entries, end) => [
    ...entries.map(([position, receivedAt, ...rest], index): Placed => [position, receivedAt - index * 1e6, ...rest]),
    end,
  ]);
  expect(await guest.vault.sync()).toMatchObject({ error: { kind: "bad-entry", reason: "time-backwards" } });
  expect(await titles(guest)).toEqual(["One", "Two"]);
  expect((await guest.vault.ask("spaces", {})).map(({ sync }) => sync.problem)).toMatchObject([{ kind: "bad-entry" }]);
});

test("a time of receipt that no calendar holds is refused, from the beginning of a log on", async () => {
  const { guest } = await caught();
  lying(guest, (entries, end) => [
    ...entries.map(([position, , ...rest]): Placed => [position, Number.MAX_SAFE_INTEGER, ...rest]),
    end,
  ]);
  expect(await guest.vault.sync()).toMatchObject({ error: { kind: "relay-refused", refusal: "bad-encoding" } });
  expect(await titles(guest)).toEqual(["One"]);
});

test("a log that became shorter is named", async () => {
  const { guest } = await caught();
  let earlier: Cbor = "";
  lying(guest, (entries, end) => {
    earlier = end;
    return [...entries, end];
  });
  good(await guest.vault.sync());
  honest(guest);
  good(await guest.vault.write([{ type: "case", fields: { title: "Four" } }]));
  good(await guest.vault.sync());
  lying(guest, () => [earlier]);
  expect(await guest.vault.sync()).toMatchObject({ error: { kind: "shrunken-history" } });
});

test("an entry of another space, or of one who was removed, is refused wherever the relay puts it", async () => {
  const { keeper, guest, space, member } = await caught();
  const foreign = good(await keeper.vault.createSpace({ name: "Another", relay: alliance.url }));
  guest.online = false;
  good(await guest.vault.write([{ type: "case", fields: { title: "Late" } }], space));
  good(await keeper.vault.remove({ space, member }));
  guest.online = true;
  // the guest's own push, as the relay received and refused it
  const [late] = await capturePush(guest, () => guest.vault.sync());
  const other = await alliance.person("Other");
  await bringIn(keeper, other, space);
  const insert = (entry: SignedEntry, position: number) =>
    lying(other, (entries, end) => {
      return [...entries, [position, Date.now(), entry.header, entry.signature, entry.body], end];
    });
  good(await keeper.vault.write([{ type: "case", fields: { title: "Now" } }], space));
  good(await keeper.vault.write([{ type: "case", fields: { title: "Elsewhere" } }], foreign));
  const [elsewhere] = await capturePush(keeper, () => keeper.vault.sync({ space: foreign }));
  const { head } = good(await keeper.vault.sync({ space }));
  for (const [entry, reason] of [
    [late, "removed"],
    [elsewhere, "wrong-space"],
  ] as const) {
    if (entry === undefined) throw new Error("an entry was pushed");
    insert(entry, head);
    expect(await other.vault.sync()).toMatchObject({ error: { kind: "bad-entry", reason } });
  }
  expect(await titles(other)).not.toContain("Late");
  expect(await titles(other)).not.toContain("Elsewhere");
});

/** What a person sends while something runs. */
async function capturePush(person: Person, work: () => Promise<unknown>): Promise<SignedEntry[]> {
  const taken: SignedEntry[] = [];
  person.spy = async (request) => {
    if (request.method !== "POST" || !new URL(request.url).pathname.endsWith("/entries")) return;
    const push = readPush(new Uint8Array(await request.arrayBuffer()));
    if (push.ok) taken.push(...push.value);
  };
  await work();
  person.spy = () => undefined;
  return taken;
}

test("whatever byte of a pull is altered, nothing false is shown and nothing breaks", async () => {
  const { guest } = await caught();
  await guest.vault.close();
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 255 }), async (where, mask) => {
      const folder = mkdtempSync(join(tmpdir(), "saksi-altered-"));
      cpSync(guest.folder, folder, { recursive: true });
      const again = await alliance.person("Guest", { folder });
      again.answer = async (request, response) => {
        if (request.method !== "GET" || !new URL(request.url).pathname.endsWith("/entries")) return response;
        const bytes = new Uint8Array(await response.arrayBuffer());
        const at = where % bytes.length;
        bytes[at] = (bytes[at] ?? 0) ^ mask;
        return new Response(bytes);
      };
      const synced = await again.vault.sync();
      const shown = await titles(again);
      await again.vault.close();
      expect(synced.ok).toBe(false);
      expect([["One"], ["One", "Two"], ["One", "Three", "Two"]]).toContainEqual(shown);
    }),
    { numRuns: 30 },
  );
}, 180_000);

test("a copy of a device that goes on by itself is stopped by name, and its words stay", async () => {
  const { guest, space } = await caught();
  const pieces: Uint8Array[] = [];
  good(await guest.vault.backup({ passphrase: "backup words", onBytes: (bytes) => void pieces.push(bytes.slice()) }));
  good(await guest.vault.write([{ type: "case", fields: { title: "By the device" } }]));
  good(await guest.vault.sync());
  const copy = await alliance.restored(new Blob(pieces as BlobPart[]), "backup words");
  good(await copy.vault.write([{ type: "case", fields: { title: "By the copy" } }]));
  await copy.vault.sync();
  expect(await copy.vault.ask("spaces", {})).toMatchObject([
    { space, sync: { phase: "stopped", problem: { kind: "cloned-device" } } },
  ]);
  expect(await copy.vault.write([{ type: "case", fields: { title: "More" } }])).toEqual({
    ok: false,
    error: { kind: "cloned-device" },
  });
  expect(await titles(copy)).toContain("By the copy");
});

test("a device that said two things in one place is pointed out to the others, with proof, also after a restart", async () => {
  const { keeper, guest, space, member } = await caught();
  good(await guest.vault.sync());
  const pieces: Uint8Array[] = [];
  good(await guest.vault.backup({ passphrase: "backup words", onBytes: (bytes) => void pieces.push(bytes.slice()) }));
  const copy = await alliance.restored(new Blob(pieces as BlobPart[]), "backup words");
  good(await copy.vault.write([{ type: "case", fields: { title: "By the copy" } }]));
  good(await guest.vault.write([{ type: "case", fields: { title: "By the device" } }]));
  good(await guest.vault.sync());
  good(await keeper.vault.sync());
  const [second] = await capturePush(copy, () => copy.vault.sync());
  if (second === undefined) throw new Error("the copy pushed");
  const twoFaced = async (person: Person) =>
    (await person.vault.ask("members", { space })).filter((row) => row.twoFaced).map((row) => row.member);
  expect(await twoFaced(keeper)).toEqual([]);
  const { head } = good(await keeper.vault.sync());
  lying(keeper, (entries, end) => [
    ...entries,
    [head, Date.now() + 60_000, second.header, second.signature, second.body],
    end,
  ]);
  expect(await keeper.vault.sync()).toMatchObject({ error: { kind: "bad-entry", reason: "chain-fork" } });
  expect(await twoFaced(keeper)).toEqual([member]);
  honest(keeper);
  good(await keeper.vault.sync());
  await keeper.vault.close();
  const again = await alliance.person("Keeper", { folder: keeper.folder });
  expect(await twoFaced(again)).toEqual([member]);
  expect(await titles(again)).not.toContain("By the copy");
});

test("an answer that was lost makes no second entry", async () => {
  const { keeper, guest } = await caught();
  good(await guest.vault.sync());
  guest.answer = (request, response) => {
    if (request.method === "POST" && new URL(request.url).pathname.endsWith("/entries")) throw new TypeError("cut off");
    return response;
  };
  good(await guest.vault.write([{ type: "case", fields: { title: "Sent once" } }]));
  expect(await guest.vault.sync()).toEqual({ ok: false, error: { kind: "offline" } });
  honest(guest);
  good(await guest.vault.sync());
  good(await keeper.vault.sync());
  expect((await titles(keeper)).filter((title) => title === "Sent once")).toHaveLength(1);
  expect(await guest.vault.ask("spaces", {})).toMatchObject([{ sync: { unsent: 0 } }]);
});
