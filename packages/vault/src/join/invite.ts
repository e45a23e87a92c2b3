/** A keeper's side of the door: making a link, seeing who knocked, admitting by the six words. */

import { isSameName } from "@saksi/domain/authors";
import { type ReadEntry, wrapsNamed } from "@saksi/wire/admit";
import { fromHex, sameBytes, toHex } from "@saksi/wire/bytes";
import { err, ok, type Result } from "@saksi/wire/result";
import { circleBits, circlesOf, encodeOperation, type RosterBody } from "@saksi/wire/roster-body";
import { encodeWraps } from "@saksi/wire/wraps";
import { composeRosterEntry } from "../entry/compose.ts";
import { keyOf } from "../entry/write.ts";
import { wrapKeys } from "../keys/circle-keys.ts";
import type { Invitation, Invited, MemberId, WaitingRow } from "../port.ts";
import type { Problem } from "../problem.ts";
import type { InvitationNote, LogRecord } from "../space/log-record.ts";
import { writeRosterWords } from "../space/roster-words.ts";
import type { Session } from "../space/session.ts";
import { following, isRights, myRights, type Space } from "../space/space.ts";
import type { Desk } from "../sync/desk.ts";
import { proposeToRoster } from "../sync/propose.ts";
import { sixWords, typedCode } from "./code.ts";
import { type DoorAnswer, doorOf, type KnockingDevice, openAnswer, openRequest, sealAnswer } from "./door.ts";
import { linkMs, secretBytes, writeLink } from "./link.ts";

export interface Inviting {
  readonly session: Session;
  readonly space: Space;
  readonly desk: Desk;
  readonly now: number;
}

export function makeInvitation(
  { session, space, now }: Inviting,
  invited: Invited,
  given: string | undefined,
): Result<Invitation, Problem> {
  const { crypto } = session;
  const own = "own" in invited;
  const rights = own ? myRights(space) : mayAdmit(space);
  if (!isRights(rights)) return err(rights);
  if (space.relay === null) return err({ kind: "no-relay" });
  if (space.verified === null) return err({ kind: "offline" });
  const circles = own ? rights.circles : circleBits(invited.circles);
  const outside = circlesOf(circles & ~rights.circles)[0];
  if (outside !== undefined) return err({ kind: "not-in-circle", circle: outside });
  const secret = crypto.random(secretBytes);
  const expires = now + linkMs;
  const { url, key } = space.relay;
  const app = given ?? `${url.replace(/\/+$/, "")}/app/`;
  const { size, root } = space.verified;
  const inviter = space.device.signer.publicKey;
  const role = own ? rights.role : invited.role;
  const link = writeLink(app, {
    relay: url,
    key,
    space: space.bytes,
    inviter,
    role,
    circles,
    size,
    root,
    secret,
    expires,
  });
  const door = doorOf(crypto, secret);
  const note: InvitationNote = {
    note: "invitation",
    door,
    secret: toHex(secret),
    space: space.id,
    role,
    circles,
    expires,
    own,
  };
  session.keep([{ kind: "note", note }]);
  return ok({ link, expiresAt: new Date(expires).toISOString() });
}

interface Waiting {
  readonly row: WaitingRow;
  readonly invitation: InvitationNote;
  readonly device: KnockingDevice;
}

/** Who stands at the doors of this device's invitations; invitations that ran out are put away. */
export async function waitingAtDoors(inviting: Inviting): Promise<Result<readonly Waiting[], Problem>> {
  const { session, space, desk, now } = inviting;
  const made = Array.from(session.ledger.invitations.values()).filter((invitation) => invitation.space === space.id);
  const rights = made.length > 0 && made.every(({ own }) => own) ? myRights(space) : mayAdmit(space);
  if (!isRights(rights)) return err(rights);
  if (space.relay === null) return err({ kind: "no-relay" });
  const client = desk.client(space.relay.url);
  const found: Waiting[] = [];
  for (const invitation of made) {
    if (invitation.expires < now) {
      session.keep([{ kind: "note", note: { note: "invitation-over", door: invitation.door } }]);
      continue;
    }
    const sealed = await client.slot(invitation.door, "request");
    if (!sealed.ok) {
      if (sealed.error.kind === "relay-refused" && sealed.error.refusal === "slot-empty") continue;
      if (sealed.error.kind === "relay-refused" && sealed.error.refusal === "expired") continue;
      return sealed;
    }
    const opened = openRequest(session.crypto, {
      secret: fromHex(invitation.secret) ?? new Uint8Array(0),
      space: space.bytes,
      sealed: sealed.value,
    });
    if (opened === null) continue; // whoever wrote this does not have the link
    const { device, request } = opened;
    const code = sixWords(session.crypto.sha256, space.bytes, request);
    const { role, circles, door } = invitation;
    found.push({
      row: {
        request: door,
        ...device.profile,
        code,
        role,
        circles: circlesOf(circles),
        namesakes: invitation.own ? [] : namesakes(space, device.profile.name),
      },
      invitation,
      device,
    });
  }
  return ok(found);
}

/** Members, removed ones too, who are called as this guest is: perhaps one person, about to be let in twice. */
const namesakes = (space: Space, name: string): readonly MemberId[] =>
  [...space.names].flatMap(([member, known]) => (isSameName(known.name, name) ? [member] : []));

/** Lets in the one whose six words these are. Compared in full; nothing is admitted by position or by name. */
export async function admitByCode(
  inviting: Inviting,
  code: string,
): Promise<Result<{ readonly member: MemberId }, Problem>> {
  const waiting = await waitingAtDoors(inviting);
  if (!waiting.ok) return waiting;
  const wanted = typedCode(code);
  const guest = waiting.value.find(({ row }) => row.code === wanted);
  if (guest === undefined) return err({ kind: "wrong-code", waiting: waiting.value.length });
  const { session, space, desk } = inviting;
  const rights = myRights(space);
  if (!isRights(rights)) return err(rights);
  const member = guest.invitation.own ? rights.member : session.crypto.random(8);
  const admitted = await proposeToRoster(inviting, () => addition(inviting, guest, member));
  // an earlier answer was lost: the guest is in the roster, and only the door was not answered
  const known = space.log?.roster.devices.get(toHex(guest.device.key));
  if (!admitted.ok && known === undefined) return admitted;
  const { secret, door } = guest.invitation;
  const stands = admitted.ok ? admitted.value : addedBy(session, space, guest.device.key);
  const answer = sealAnswer(session.crypto, fromHex(secret) ?? new Uint8Array(0), {
    entry: stands,
    size: space.verified?.size ?? 0,
    root: space.verified?.root ?? new Uint8Array(32),
    ...blobsOf(session, space, stands),
  });
  const put = await desk.client(space.relay?.url ?? "").putSlot(door, "answer", answer);
  const there = !put.ok && put.error.kind === "relay-refused" && put.error.refusal === "slot-taken";
  if (!put.ok && !there) return put;
  const number = toHex(known?.member ?? member);
  const ours = there ? await isOurAnswer(inviting, guest.invitation, stands) : ok(true);
  if (!ours.ok) return ours;
  session.keep([{ kind: "note", note: { note: "invitation-over", door } }]);
  return ours.value ? ok({ member: number }) : err({ kind: "answered-by-another", member: number });
}

/**
 * Whether the answer that lies at the door is one of ours, of an earlier try that was cut short: for this guest, and of
 * this log. Anything else was put there by somebody who has the link.
 */
async function isOurAnswer(
  { session, space, desk }: Inviting,
  { secret, door }: InvitationNote,
  stands: Uint8Array,
): Promise<Result<boolean, Problem>> {
  const sealed = await desk.client(space.relay?.url ?? "").slot(door, "answer");
  if (!sealed.ok) return sealed;
  const there = openAnswer(session.crypto, fromHex(secret) ?? new Uint8Array(0), sealed.value);
  if (there === null || space.log === null || there.size > space.log.tree.size()) return ok(false);
  const { epoch, wraps, bundles } = blobsOf(session, space, stands);
  const same = sameBytes(there.entry, stands) && sameBytes(there.root, space.log.tree.root(there.size));
  return ok(same && there.epoch === epoch && sameBytes(there.wraps, wraps) && sameBytes(there.bundles, bundles));
}

/** The roster entries of a space as they lie in our own log. */
const rosterEntries = (session: Session, space: Space): readonly ReadEntry[] =>
  space.rosterPlaces.map((place) => session.entryAt(place));

function addedBy(session: Session, space: Space, key: Uint8Array): Uint8Array {
  const found = rosterEntries(session, space).find(({ content }) => {
    const operation = content.kind === "roster" ? content.roster.operation : null;
    return operation?.op === "add" && sameBytes(operation.device.key, key);
  });
  if (found === undefined) throw new Error("a device of the roster was added by an entry");
  return found.id;
}

function blobsOf(session: Session, space: Space, entry: Uint8Array): Pick<DoorAnswer, "epoch" | "wraps" | "bundles"> {
  const entries = rosterEntries(session, space);
  const addition = entries.find(({ id }) => sameBytes(id, entry));
  if (addition?.content.kind !== "roster") throw new Error("what was admitted lies in the log");
  const { epoch } = addition.header;
  const opening = entries.find(
    ({ header, content }) => header.epoch === epoch && content.kind === "roster" && opensEpoch(content.roster),
  );
  if (opening?.content.kind !== "roster") throw new Error("every epoch was opened by an entry");
  return { epoch, wraps: wrapsNamed(addition.content.roster), bundles: wrapsNamed(opening.content.roster) };
}

const opensEpoch = ({ operation }: RosterBody): boolean => operation.op === "genesis" || operation.op === "rotate";

/** The roster entry that brings a guest in, over the roster as it is now. Their keys are those of the current epoch. */
function addition(
  { session, space, now }: Inviting,
  { invitation, device: { key, kem, profile } }: Waiting,
  member: Uint8Array,
): Result<{ readonly id: Uint8Array; readonly records: readonly LogRecord[] }, Problem> {
  const { crypto } = session;
  const { log } = space;
  if (log === null) return err({ kind: "no-such-space", space: space.id });
  if ([...log.roster.devices.values()].some((device) => sameBytes(device.key, key)))
    return err({ kind: "already-member" });
  const { role, circles } = invitation;
  const { epoch } = log.roster;
  const gone = circlesOf(circles).find((circle) => space.keys.get(epoch, circle) === undefined);
  if (gone !== undefined) return err({ kind: "not-in-circle", circle: gone }); // ours no more since the link was made
  const keys = circlesOf(circles).map((circle) => ({ epoch, circle, key: keyOf(space, epoch)(circle) }));
  const device = { key, kem, member, role, circles };
  const blob = encodeWraps({ wraps: wrapKeys(crypto, { space: space.bytes, epoch }, keys, [device]), bundles: [] });
  const entry = composeRosterEntry({ crypto, signer: space.device.signer }, following(crypto, space, log), {
    publicBytes: encodeOperation({ op: "add", device, wraps: crypto.sha256(blob) }),
    plain: writeRosterWords({ member: profile }),
    key: keyOf(space, epoch)(0),
  });
  return ok({
    id: entry.id,
    records: [
      { kind: "blob", bytes: blob },
      { kind: "own", follow: 0, replaces: new Uint8Array(0), at: now, signed: entry.signed },
    ],
  });
}

function mayAdmit(space: Space): ReturnType<typeof myRights> {
  const rights = myRights(space);
  return isRights(rights) && rights.role !== "keeper" ? { kind: "not-allowed", needs: "keeper" } : rights;
}
