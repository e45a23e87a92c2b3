import { randomBytes } from "node:crypto";
import type { SpaceId } from "@saksi/domain/id";
import { openNodeCrypto } from "@saksi/vault/crypto.node";
import { type DoorAnswer, doorOf, openRequest, sealAnswer } from "@saksi/vault/join/door";
import { readLink } from "@saksi/vault/join/link";
import { wrapKeys } from "@saksi/vault/keys/circle-keys";
import { toHex } from "@saksi/wire/bytes";
import { decodeSequence, encode } from "@saksi/wire/cbor";
import { encodeWraps } from "@saksi/wire/wraps";
import { afterEach, expect, test } from "vitest";
import { type Alliance, exampleAlliance, good, type Person, titles } from "./example-alliance.ts";

const crypto = await openNodeCrypto((length) => new Uint8Array(randomBytes(length)));

let alliance: Alliance;
afterEach(() => alliance.end());

/** A guest who knocked, and somebody at the relay who saw the link: pasted into a chat, or read over a shoulder. */
async function overseen(): Promise<{
  keeper: Person;
  guest: Person;
  space: SpaceId;
  code: string;
  answerAs: (given: Partial<DoorAnswer>) => Promise<void>;
  blobOf: (circles: readonly number[]) => Promise<Uint8Array>;
}> {
  alliance = exampleAlliance();
  const keeper = await alliance.person("Keeper");
  const guest = await alliance.person("Guest");
  const space = good(await keeper.vault.createSpace({ name: "Made-up casework", relay: alliance.url }));
  const { link: text } = good(await keeper.vault.invite({ space, role: "writer", circles: [0, 1] }));
  const { code } = good(await guest.vault.join(text));
  const link = good(readLink(text));
  const door = `${alliance.url}/v1/doors/${doorOf(crypto, link.secret)}`;
  return {
    keeper,
    guest,
    space,
    code,
    async answerAs(given) {
      const { size, root } = link;
      const none = new Uint8Array(32);
      const answer = { entry: none, size, root, epoch: 0, wraps: none, bundles: none, ...given };
      const body = sealAnswer(crypto, link.secret, answer) as Uint8Array<ArrayBuffer>;
      expect((await alliance.relay.fetch(new Request(`${door}/answer`, { method: "PUT", body }))).ok).toBe(true);
    },
    async blobOf(circles) {
      const response = await alliance.relay.fetch(new Request(`${door}/request`));
      const sealed = new Uint8Array(await response.arrayBuffer());
      const request = openRequest(crypto, { secret: link.secret, space: link.space, sealed });
      if (request === null) throw new Error("who has the link reads the request");
      const keys = circles.map((circle) => ({ epoch: 0, circle, key: crypto.random(32) }));
      const device = { ...request.device, circles: circles.reduce((bits, circle) => bits | (1 << circle), 0) };
      return encodeWraps({ wraps: wrapKeys(crypto, { space: link.space, epoch: 0 }, keys, [device]), bundles: [] });
    },
  };
}

test("keys that somebody else put behind the door are not written with", async () => {
  const { keeper, guest, space, code, answerAs, blobOf } = await overseen();
  const blob = await blobOf([0, 1]);
  const hash = crypto.sha256(blob);
  await answerAs({ wraps: hash, bundles: hash });
  expect(await keeper.vault.admit({ space, code })).toMatchObject({ error: { kind: "answered-by-another" } });
  guest.answer = (request, response) =>
    request.url.endsWith(`/chunks/${toHex(hash)}`) ? new Response(blob as Uint8Array<ArrayBuffer>) : response;
  good(await guest.vault.sync());
  expect(await guest.vault.ask("spaces", {})).toMatchObject([{ name: "Made-up casework" }]);
  good(await guest.vault.write([{ type: "case", fields: { title: "For members only" } }]));
  good(await guest.vault.sync());
  good(await keeper.vault.sync());
  expect(await titles(keeper)).toEqual(["For members only"]);
});

test("a keeper whose answer came second is told so, and the invitation is over", async () => {
  const { keeper, space, code, answerAs } = await overseen();
  await answerAs({ root: new Uint8Array(32).fill(7) });
  const answered = await keeper.vault.admit({ space, code });
  expect(answered).toMatchObject({ error: { kind: "answered-by-another" } });
  expect(good(await keeper.vault.waiting(space))).toEqual([]);
  const member = answered.ok || answered.error.kind !== "answered-by-another" ? "" : answered.error.member;
  good(await keeper.vault.remove({ space, member }));
});

test("an answer of our own that was put and never heard of is no other's", async () => {
  const { keeper, guest, space, code } = await overseen();
  keeper.answer = (request, response) => {
    if (request.method === "PUT" && request.url.endsWith("/answer")) throw new TypeError("cut off");
    return response;
  };
  expect(await keeper.vault.admit({ space, code })).toMatchObject({ error: { kind: "offline" } });
  keeper.answer = (_, response) => response;
  good(await keeper.vault.write([{ type: "case", fields: { title: "Written between" } }]));
  good(await keeper.vault.sync());
  const { member } = good(await keeper.vault.admit({ space, code }));
  good(await guest.vault.sync());
  expect(await titles(guest)).toEqual(["Written between"]);
  const members = await keeper.vault.ask("members", { space });
  expect(members.map((row) => row.member)).toContain(member);
});

test("a log that ends before what the answer promised is not taken for the whole", async () => {
  const { keeper, guest, space, code } = await overseen();
  const genesis = await pulledBy(keeper, space);
  good(await keeper.vault.admit({ space, code }));
  guest.answer = (request, response) => {
    if (!request.url.includes("/entries?after=")) return response;
    const bytes = request.url.endsWith("after=0") ? genesis : endOf(genesis);
    return new Response(bytes as Uint8Array<ArrayBuffer>);
  };
  expect(await guest.vault.sync()).toMatchObject({ error: { kind: "shrunken-history" } });
  guest.answer = (_, response) => response;
  good(await guest.vault.sync());
  expect(await guest.vault.ask("spaces", {})).toMatchObject([{ name: "Made-up casework", sync: { problem: null } }]);
});

/** The checkpoint at the end of a run, alone. */
function endOf(run: Uint8Array): Uint8Array {
  const end = good(decodeSequence(run)).values.at(-1);
  if (end === undefined) throw new Error("a run ends with a checkpoint");
  return encode(end);
}

/** What the relay would give from the beginning on now. */
async function pulledBy(person: Person, space: SpaceId): Promise<Uint8Array> {
  const run: Uint8Array[] = [];
  person.answer = async (request, response) => {
    if (!request.url.includes(`/v1/spaces/${space}/entries?after=`)) return response;
    const headers = { authorization: request.headers.get("authorization") ?? "" };
    const whole = await alliance.relay.fetch(new Request(request.url.replace(/after=\d+/, "after=0"), { headers }));
    run.push(new Uint8Array(await whole.arrayBuffer()));
    return response;
  };
  good(await person.vault.sync({ space }));
  person.answer = (_, response) => response;
  const [bytes] = run;
  if (bytes === undefined) throw new Error("a sync pulls");
  return bytes;
}
