/**
 * A space and its relay: the relay's own key is taken once, by the founder; what was written before is seeded. The relay
 * is asked first and written down after, so that one that refuses leaves no trace.
 */

import type { SignedEntry } from "@saksi/wire/admit";
import { toHex } from "@saksi/wire/bytes";
import type { Placement } from "@saksi/wire/exchange";
import { entryId } from "@saksi/wire/header";
import { err, ok, type Result } from "@saksi/wire/result";
import { relayAddress } from "../join/link.ts";
import type { Problem } from "../problem.ts";
import type { RelayClient } from "../relay-client.ts";
import type { Desk } from "../sync/desk.ts";
import { ownEntryAt, wrapsOf } from "./ledger.ts";
import type { LogRecord } from "./log-record.ts";
import type { Session } from "./session.ts";
import type { Space } from "./space.ts";

interface Chosen {
  readonly relay: string;
  readonly admission?: string | undefined;
}

/**
 * Keeps a new space: with the relay where it took it, waiting for the relay where there is no network, and nowhere where
 * the relay refuses. A crash in between leaves at most a genesis at the relay that nobody uses.
 */
export async function keepNewSpace(
  { session, desk }: { readonly session: Session; readonly desk: Desk },
  { space: id, records }: { readonly space: string; readonly records: readonly LogRecord[] },
  chosen: Chosen | null,
): Promise<Result<Space, Problem>> {
  const known = (): Space => {
    const space = session.ledger.spaces.get(id);
    if (space === undefined) throw new Error("a space that was kept is in the ledger");
    return space;
  };
  if (chosen === null) {
    session.keep(records);
    return ok(known());
  }
  const genesis = records.find((record) => record.kind === "own");
  const blob = records.find((record) => record.kind === "blob");
  if (genesis === undefined || blob === undefined) throw new Error("a new space has a genesis and its wraps");
  const opened = await openAtRelay(desk, chosen, { signed: genesis.signed, wraps: blob.bytes });
  if (!opened.ok && opened.error.kind !== "offline") return opened;
  const [keys, ...rest] = records;
  if (keys === undefined) throw new Error("a new space has keys");
  // genesis last but one: cut short in between, the log holds a space that waits, or none
  session.keep([
    keys,
    relayNote(id, chosen, opened.ok ? opened.value.key : null),
    ...rest,
    ...(opened.ok ? placedAt(session, genesis.signed, opened.value.placement) : []),
  ]);
  const space = known();
  await desk.sync(space); // it stands whatever this meets; the space's state says what
  desk.nudge(space);
  return ok(space);
}

export async function connectToRelay(
  { session, desk, space }: { readonly session: Session; readonly desk: Desk; readonly space: Space },
  chosen: Chosen,
): Promise<Result<void, Problem>> {
  if (space.anchored) return err({ kind: "relay-refused", refusal: "space-exists", status: 409 });
  const [first] = space.unsent;
  if (first === undefined) throw new Error("a space that no relay has waits with its genesis");
  const signed = ownEntryAt(session.log, first.place);
  const wraps = wrapsOf(session, session.entryAt(first.place)) ?? new Uint8Array(0);
  const opened = await openAtRelay(desk, chosen, { signed, wraps });
  if (!opened.ok && opened.error.kind !== "offline") return opened;
  if (space.anchored) return ok(undefined); // a round of its own was faster
  session.keep([
    relayNote(space.id, chosen, opened.ok ? opened.value.key : null),
    ...(opened.ok ? placedAt(session, signed, opened.value.placement) : []),
  ]);
  const synced = await desk.sync(space);
  desk.nudge(space);
  return synced.ok ? ok(undefined) : synced;
}

interface OpenedAtRelay {
  readonly key: Uint8Array;
  readonly placement: Placement | null;
}

/** `placement` null: it stands there already, and the first pull says where. */
async function openAtRelay(
  desk: Desk,
  { relay, admission = "" }: Chosen,
  genesis: { readonly signed: SignedEntry; readonly wraps: Uint8Array },
): Promise<Result<OpenedAtRelay, Problem>> {
  const address = relayAddress(relay);
  if (!address.ok) return address;
  const client: RelayClient = desk.client(address.value);
  const key = await client.key();
  if (!key.ok) return key;
  const opened = await client.open({ ...genesis.signed, wraps: genesis.wraps, admission });
  if (opened.ok) return ok({ key: key.value, placement: opened.value.position === 0 ? opened.value : null });
  const there = opened.error.kind === "relay-refused" && opened.error.refusal === "space-exists";
  return there ? ok({ key: key.value, placement: null }) : opened;
}

const plainUrl = (relay: string): string => relay.replace(/\/+$/, "");

/** Without a key, the first round that reaches the relay asks for it. */
const relayNote = (space: string, { relay, admission = "" }: Chosen, key: Uint8Array | null): LogRecord => ({
  kind: "note",
  note: { note: "relay", space, url: plainUrl(relay), key: key ? toHex(key) : "", admission },
});

function placedAt({ crypto }: Session, { header }: SignedEntry, placement: Placement | null): readonly LogRecord[] {
  const id = entryId(crypto.sha256, header);
  return placement ? [{ kind: "answer", space: id, id, ...placement }] : [];
}
