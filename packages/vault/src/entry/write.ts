/**
 * A save: changes become parts, parts become entries, and all of them go to the log together. More than a body holds
 * becomes several entries of one save, of which a crash keeps all or none.
 */

import type { Change } from "@saksi/domain/change";
import type { LogState } from "@saksi/wire/admit";
import { sizeOf } from "@saksi/wire/cbor";
import { limits } from "@saksi/wire/header";
import { err, ok, type Result } from "@saksi/wire/result";
import type { Problem } from "../problem.ts";
import type { Session } from "../space/session.ts";
import { following, isRights, myRights, type Space } from "../space/space.ts";
import { composeRecordEntry, type Following, type OwnEntry, type PlainPart } from "./compose.ts";
import { paddedLength } from "./pad.ts";

/** What a part costs beside its ciphertext: circle, salt, commitment, heads and an empty list of chunks. */
const partOverhead = 90;
const tagBytes = 16;

export function writeChanges(
  session: Session,
  space: Space,
  given: { readonly changes: readonly Change[]; readonly circles: readonly number[]; readonly now: number },
): Result<null, Problem> {
  const rights = myRights(space);
  if (!isRights(rights)) return err(rights);
  if (rights.role === "reader") return err({ kind: "not-allowed", needs: "writer" });
  const parts = given.changes.map((change, index): PlainPart => {
    const bytes = new TextEncoder().encode(JSON.stringify(change));
    return { circle: given.circles[index] ?? 0, bytes, chunks: chunksOf(change) };
  });
  const outside = parts.find(({ circle }) => (rights.circles & (1 << circle)) === 0);
  if (outside) return err({ kind: "not-in-circle", circle: outside.circle });
  const large = parts.findIndex((part) => sizeOfPart(part) + 8 > limits.bodyBytes);
  if (large >= 0)
    return err({
      kind: "record-too-large",
      draft: large,
      bytes: parts[large]?.bytes.length ?? 0,
      most: limits.bodyBytes - 4096,
    });
  if (space.log === null) throw new Error("a device with rights has a log");
  const entries = chained(session, space, space.log, bodiesOf(parts));
  session.keep(
    entries.map(({ signed }, index) => ({
      kind: "own",
      follow: entries.length - 1 - index,
      replaces: new Uint8Array(0),
      at: given.now,
      signed,
    })),
  );
  return ok(null);

  function chained({ crypto }: Session, { device }: Space, log: LogState, bodies: readonly PlainPart[][]): OwnEntry[] {
    let next: Following = following(crypto, space, log);
    return bodies.map((body) => {
      const entry = composeRecordEntry({ crypto, signer: device.signer }, next, body, keyOf(space, next.epoch));
      next = { ...next, dseq: entry.dseq + 1, dprev: entry.id };
      return entry;
    });
  }
}

export const keyOf =
  (space: Space, epoch: number) =>
  (circle: number): Uint8Array => {
    const key = space.keys.get(epoch, circle);
    if (key === undefined) throw new Error("a circle that the roster gives us has a key");
    return key;
  };

/** As many parts a body as it holds, in order. */
function bodiesOf(parts: readonly PlainPart[]): PlainPart[][] {
  const bodies: PlainPart[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const part of parts) {
    const size = sizeOfPart(part);
    const body = bodies.at(-1);
    if (body === undefined || bytes + size > limits.bodyBytes || body.length === limits.parts) {
      bodies.push([part]);
      bytes = 8 + size;
    } else {
      body.push(part);
      bytes += size;
    }
  }
  return bodies;
}

const sizeOfPart = ({ bytes, chunks }: PlainPart): number =>
  partOverhead + paddedLength(bytes.length) + tagBytes + sizeOf(chunks.map((hash) => hash));

/** Sealed chunks that a change names: those of every file value in it. */
function chunksOf({ fields }: Change): Uint8Array[] {
  return Object.values(fields).flatMap((value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value) || !("chunks" in value)) return [];
    const { chunks } = value;
    return Array.isArray(chunks) ? chunks.flatMap((hash) => hashOf(hash)) : [];
  });
}

const hashOf = (hash: unknown): Uint8Array[] =>
  typeof hash === "string" && /^[0-9a-f]{64}$/.test(hash)
    ? [Uint8Array.from({ length: 32 }, (_, index) => Number.parseInt(hash.slice(2 * index, 2 * index + 2), 16))]
    : [];
