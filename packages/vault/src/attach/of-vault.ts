/** Attachments of an open vault: its records, its disk, and the relay of each space. */

import type { Result } from "@saksi/wire/result";
import type { Disk } from "../disk.ts";
import { saveDrafts } from "../entry/save.ts";
import type { Problem } from "../problem.ts";
import type { RelayClient } from "../relay-client.ts";
import type { Session } from "../space/session.ts";
import { type Attachments, attachments, type ChunkRelay } from "./attachments.ts";

export function attachmentsOf(given: {
  readonly session: Session;
  readonly disk: Disk;
  readonly client: (url: string) => RelayClient;
  readonly now: () => number;
}): Attachments {
  const { session, disk, client, now } = given;

  function relayOf(id: string): ChunkRelay | null {
    const space = session.ledger.spaces.get(id);
    if (!space?.relay) return null;
    const relay = client(space.relay.url);
    const who = { space: space.bytes, signer: space.device.signer };
    return {
      put: (hash, sealed) => relay.putChunk(who, hash, sealed),
      get: (hash) => relay.chunk(who, hash),
    };
  }

  return attachments({
    db: session.db,
    disk,
    crypto: session.crypto,
    exhibit(id) {
      const [record] = session.tables.ask("record", { id });
      return record && { space: record.space, type: record.type, file: record.fields.file };
    },
    save: async (id, file): Promise<Result<unknown, Problem>> =>
      saveDrafts(session, [{ id, type: "exhibit", fields: { file: { ...file } } }], { space: undefined, now: now() }),
    relay: relayOf,
    changed: session.changed,
  });
}
