/** A guest's side of the door: knocking with a link, waiting for the answer, and coming in. */

import type { SpaceId } from "@saksi/domain/id";
import { fromHex, sameBytes, toHex } from "@saksi/wire/bytes";
import { err, ok, type Result } from "@saksi/wire/result";
import { decodeWraps } from "@saksi/wire/wraps";
import { takeBundles, takeWraps } from "../keys/circle-keys.ts";
import type { Profile } from "../port.ts";
import type { Problem } from "../problem.ts";
import { isAtDoor } from "../space/ledger.ts";
import type { JoiningNote, Note } from "../space/log-record.ts";
import type { Session } from "../space/session.ts";
import { isRights, myRights, type Space } from "../space/space.ts";
import type { Desk } from "../sync/desk.ts";
import { sixWords } from "./code.ts";
import { type DoorAnswer, doorOf, openAnswer, requestBytes, sealRequest } from "./door.ts";
import { readLink } from "./link.ts";

interface Joining {
  readonly session: Session;
  readonly desk: Desk;
  readonly now: number;
}

/**
 * Leaves a request at the door. Fresh keys, of which the space is the only one to know. What is put there is kept first:
 * cut short at any moment, the same request is put again, and the link is not burnt.
 */
export async function knock(
  { session, desk, now }: Joining,
  text: string,
  profile: Profile,
): Promise<Result<{ readonly space: SpaceId; readonly code: string }, Problem>> {
  const { crypto, ledger } = session;
  const link = readLink(text);
  if (!link.ok) return link;
  if (link.value.expires < now) return err({ kind: "link-expired" });
  const { secret, relay, expires } = link.value;
  const space = toHex(link.value.space) as SpaceId; // 32 bytes, checked when the link was read
  const member = ledger.spaces.get(space);
  if (member && isRights(myRights(member))) return err({ kind: "already-member" });
  const door = doorOf(crypto, secret);
  const before = ledger.joinings.get(door);
  if (before?.state === "waiting") return ok({ space, code: before.code });
  if (before?.state === "knocking") return putRequest({ session, desk, now }, before);
  if (before) return err({ kind: "link-used" });

  const seed = crypto.random(32);
  const kem = crypto.random(32);
  const signer = crypto.signer(seed);
  const device = { key: signer.publicKey, kem: crypto.kem.publicKey(kem), profile };
  const request = requestBytes(link.value.space, device);
  const code = sixWords(crypto.sha256, link.value.space, request);
  const note: JoiningNote = {
    note: "joining",
    door,
    link: text.trim().split("#").at(-1) ?? "",
    space,
    relay,
    code,
    seed: toHex(seed),
    kem: toHex(kem),
    expires,
    sealed: toHex(sealRequest(crypto, secret, signer, request)),
  };
  session.keep([{ kind: "note", note }]);
  return putRequest({ session, desk, now }, note);
}

/** The relay takes the same bytes any number of times, and others never. */
async function putRequest(
  { session, desk }: Joining,
  { door, relay, space, code, sealed }: JoiningNote,
): Promise<Result<{ readonly space: SpaceId; readonly code: string }, Problem>> {
  const bytes = fromHex(sealed);
  if (bytes === null) throw new Error("a request that was kept can be read again");
  const put = await desk.client(relay).putSlot(door, "request", bytes);
  if (put.ok) {
    session.keep([note({ note: "knocked", door })]);
    return ok({ space: space as SpaceId, code }); // a space id, checked when the link was read
  }
  const problem = doorProblem(put.error);
  if (problem.kind === "link-used") session.keep([note({ note: "joining-over", door, how: "refused" })]);
  if (problem.kind === "link-expired") session.keep([note({ note: "joining-over", door, how: "expired" })]);
  return err(problem);
}

/**
 * Looks at every door where this device waits; who was let in is in the space when this returns.
 *
 * @returns  how many entries came with the spaces that opened
 */
export async function lookAtDoors(joining: Joining): Promise<Result<number, Problem>> {
  const { session, desk, now } = joining;
  let pulled = 0;
  const waiting = Array.from(session.ledger.joinings.values()).filter(({ state }) => isAtDoor(state));
  for (const guest of waiting) {
    const link = readLink(guest.link);
    if (!link.ok) throw new Error("a link that was read once can be read again");
    if (guest.state === "knocking") {
      const put = await putRequest(joining, guest);
      if (!put.ok && put.error.kind === "offline") return put;
      if (!put.ok) continue;
    }
    const sealed = await desk.client(guest.relay).slot(guest.door, "answer");
    if (!sealed.ok) {
      const problem = doorProblem(sealed.error);
      if (problem.kind === "link-expired" || guest.expires < now)
        session.keep([note({ note: "joining-over", door: guest.door, how: "expired" })]);
      else if (problem.kind !== "relay-refused") return err(problem);
      continue;
    }
    const answer = openAnswer(session.crypto, link.value.secret, sealed.value);
    if (answer === null) {
      session.keep([note({ note: "joining-over", door: guest.door, how: "refused" })]);
      continue;
    }
    const { relay, key, size, root } = link.value;
    const promised = [
      { size, root: toHex(root) },
      { size: answer.size, root: toHex(answer.root) },
    ];
    session.keep([
      note({ note: "keys", space: guest.space, seed: guest.seed, kem: guest.kem, promised }),
      note({ note: "relay", space: guest.space, url: relay, key: toHex(key), admission: "" }),
      note({ note: "joining-over", door: guest.door, how: "admitted" }),
    ]);
    const space = session.ledger.spaces.get(guest.space);
    if (space === undefined) throw new Error("a space whose keys were kept is in the ledger");
    await takeEarlyKeys(joining, space, answer);
    desk.nudge(space);
    const synced = await desk.sync(space);
    if (!synced.ok) return synced;
    pulled += synced.value.pulled;
  }
  return ok(pulled);
}

/**
 * The keys that the answer points to, before the log is here: entries can then be opened as they come, and not only
 * after the last. Nothing is lost when this fails; the roster gives the same keys again at its place in the log.
 */
async function takeEarlyKeys({ session, desk }: Joining, space: Space, answer: DoorAnswer): Promise<void> {
  const { crypto } = session;
  const client = desk.client(space.relay?.url ?? "");
  const who = { space: space.bytes, signer: space.device.signer };
  const fetched = await Promise.all([answer.wraps, answer.bundles].map((hash) => client.chunk(who, hash)));
  const [given, opening] = fetched.map((bytes, index) => {
    const hash = index === 0 ? answer.wraps : answer.bundles;
    const read = bytes.ok && sameBytes(crypto.sha256(bytes.value), hash) ? decodeWraps(bytes.value) : null;
    return read?.ok ? read.value : { wraps: [], bundles: [] };
  });
  const place = { space: space.bytes, epoch: answer.epoch };
  const { signer, kemSecret } = space.device;
  if (given === undefined || opening === undefined) return;
  takeWraps(crypto, space.keys, { place, wraps: given, roster: null, device: signer.publicKey, secret: kemSecret });
  takeBundles(crypto, space.keys, { place, bundles: opening.bundles, roster: null });
}

const note = (given: Note) => ({ kind: "note", note: given }) as const;

function doorProblem(problem: Problem): Problem {
  if (problem.kind !== "relay-refused") return problem;
  if (problem.refusal === "slot-taken") return { kind: "link-used" };
  if (problem.refusal === "expired") return { kind: "link-expired" };
  return problem;
}
