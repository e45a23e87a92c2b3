/**
 * A table: what each member of a small made-up alliance may and may not do to its roster. docs/protocol.md section 5.
 */

import type { LogState } from "./admit.ts";
import {
  type ExampleDevice,
  exampleBytes,
  exampleDevice,
  examplePart,
  pinOf,
  taken,
  type Wish,
  type Written,
  writeParts,
  writeRoster,
} from "./example-log.ts";
import type { RefusalKind } from "./refusal.ts";
import type { Role } from "./roster-body.ts";
import type { Wraps } from "./wraps.ts";

// Aya founded the space with circles 0 and 1. Budi keeps it too, but only in circle 0; Chitra writes, in both;
// Dewi reads, in circle 0; Eka was removed.
export const aya = exampleDevice("Aya's laptop", { person: "Aya" });
export const budi = exampleDevice("Budi's laptop", { person: "Budi", circles: 0b1 });
export const chitra = exampleDevice("Chitra's phone", { person: "Chitra", role: "writer" });
export const dewi = exampleDevice("Dewi's phone", { person: "Dewi", role: "reader", circles: 0b1 });
export const eka = exampleDevice("Eka's phone", { person: "Eka", role: "writer", circles: 0b1 });
export const stranger = exampleDevice("a stranger", { role: "reader", circles: 0b1 });

export const founded = (): LogState => taken(null, writeRoster(null, aya, { op: "genesis", device: aya }));

/** The entries of the alliance's log, in their order. */
export function allianceEntries(): { readonly log: LogState; readonly entries: readonly Written[] } {
  const entries: Written[] = [];
  const place = (before: LogState | null, written: Written): LogState => {
    entries.push(written);
    return taken(before, written);
  };
  let log = place(null, writeRoster(null, aya, { op: "genesis", device: aya }));
  for (const device of [budi, chitra, dewi, eka]) log = place(log, writeRoster(log, aya, { op: "add", device }));
  log = place(log, writeParts(log, chitra, [examplePart("one", 1)]));
  log = place(log, writeParts(log, eka, [examplePart("two")]));
  log = place(log, writeRoster(log, aya, { op: "rotate", pins: [pinOf(log, eka)] }));
  return { log, entries };
}

export const alliance = (): LogState => allianceEntries().log;

export const phoneOf = (person: string, role: Role, circles: number): ExampleDevice =>
  exampleDevice(`${person}'s second device, ${role} in ${circles}`, { person, role, circles });
export const rightsOf = ({ member }: ExampleDevice, role: Role, circles: number) => ({ member, role, circles });
const weak = { ...stranger, key: Uint8Array.of(1, ...new Uint8Array(31)) };

export interface Row {
  readonly what: string;
  readonly by: ExampleDevice;
  readonly wish: (log: LogState) => Wish;
  readonly alter?: (wraps: Wraps) => Wraps;
  readonly says: RefusalKind | "accepted";
}

export const rows: readonly Row[] = [
  // add
  { what: "a keeper adds a person", by: aya, wish: () => ({ op: "add", device: stranger }), says: "accepted" },
  {
    what: "a keeper adds another keeper",
    by: budi,
    wish: () => ({ op: "add", device: { ...stranger, role: "keeper" } }),
    says: "accepted",
  },
  {
    what: "a keeper gives circles they are not in",
    by: budi,
    wish: () => ({ op: "add", device: { ...stranger, circles: 0b11 } }),
    says: "greater-rights",
  },
  { what: "a writer adds a person", by: chitra, wish: () => ({ op: "add", device: stranger }), says: "not-allowed" },
  { what: "a reader adds a person", by: dewi, wish: () => ({ op: "add", device: stranger }), says: "not-allowed" },
  {
    what: "a writer adds a device of their own",
    by: chitra,
    wish: () => ({ op: "add", device: phoneOf("Chitra", "writer", 0b11) }),
    says: "accepted",
  },
  {
    what: "a writer adds a lesser device of their own",
    by: chitra,
    wish: () => ({ op: "add", device: phoneOf("Chitra", "reader", 0b1) }),
    says: "accepted",
  },
  {
    what: "a writer adds a keeping device of their own",
    by: chitra,
    wish: () => ({ op: "add", device: phoneOf("Chitra", "keeper", 0b11) }),
    says: "greater-rights",
  },
  {
    what: "a reader adds a writing device of their own",
    by: dewi,
    wish: () => ({ op: "add", device: phoneOf("Dewi", "writer", 0b1) }),
    says: "greater-rights",
  },
  {
    what: "a reader adds a device of their own in one circle more",
    by: dewi,
    wish: () => ({ op: "add", device: phoneOf("Dewi", "reader", 0b11) }),
    says: "greater-rights",
  },
  {
    what: "a writer adds a device under another's number",
    by: chitra,
    wish: () => ({ op: "add", device: phoneOf("Dewi", "reader", 0b1) }),
    says: "not-allowed",
  },
  {
    what: "a keeper adds a device under another's number",
    by: aya,
    wish: () => ({ op: "add", device: phoneOf("Dewi", "reader", 0b1) }),
    says: "already-in-roster",
  },
  {
    what: "a keeper adds a device under the number of someone removed",
    by: aya,
    wish: () => ({ op: "add", device: phoneOf("Eka", "reader", 0b1) }),
    says: "already-in-roster",
  },
  { what: "a device is added twice", by: aya, wish: () => ({ op: "add", device: dewi }), says: "already-in-roster" },
  {
    what: "a removed device is added again",
    by: aya,
    wish: () => ({ op: "add", device: { ...eka, member: exampleBytes("new number", 8) } }),
    says: "already-in-roster",
  },
  { what: "a key of small order is added", by: aya, wish: () => ({ op: "add", device: weak }), says: "weak-key" },
  { what: "someone removed adds a person", by: eka, wish: () => ({ op: "add", device: stranger }), says: "removed" },
  {
    what: "a stranger adds themselves",
    by: stranger,
    wish: () => ({ op: "add", device: stranger }),
    says: "not-in-roster",
  },
  {
    what: "an addition without the wrap",
    by: aya,
    wish: () => ({ op: "add", device: stranger }),
    alter: (blob) => ({ ...blob, wraps: [] }),
    says: "wraps-mismatch",
  },
  {
    what: "an addition with a wrap for another",
    by: aya,
    wish: () => ({ op: "add", device: stranger }),
    alter: (blob) => ({ ...blob, wraps: blob.wraps.map((wrap) => ({ ...wrap, device: dewi.key })) }),
    says: "wraps-mismatch",
  },
  {
    what: "an addition with a wrap too many",
    by: aya,
    wish: () => ({ op: "add", device: stranger }),
    alter: (blob) => ({ ...blob, wraps: [...blob.wraps, ...blob.wraps.map((wrap) => ({ ...wrap, circle: 1 }))] }),
    says: "wraps-mismatch",
  },
  {
    what: "an addition with a wrap given twice",
    by: aya,
    wish: () => ({ op: "add", device: stranger }),
    alter: (blob) => ({ ...blob, wraps: [...blob.wraps, ...blob.wraps] }),
    says: "wraps-mismatch",
  },
  {
    what: "an addition with a bundle",
    by: aya,
    wish: () => ({ op: "add", device: stranger }),
    alter: (blob) => ({ ...blob, bundles: [{ circle: 0, nonce: new Uint8Array(24), sealed: new Uint8Array(48) }] }),
    says: "wraps-mismatch",
  },
  // change
  {
    what: "a keeper makes a reader a writer",
    by: budi,
    wish: () => ({ op: "change", ...rightsOf(dewi, "writer", 0b1) }),
    says: "accepted",
  },
  {
    what: "a keeper makes a writer a reader",
    by: budi,
    wish: () => ({ op: "change", ...rightsOf(chitra, "reader", 0b11) }),
    says: "accepted",
  },
  {
    what: "a keeper lets a reader into a circle",
    by: aya,
    wish: () => ({ op: "change", ...rightsOf(dewi, "reader", 0b11) }),
    says: "accepted",
  },
  {
    what: "a keeper lets someone into a circle they are not in",
    by: budi,
    wish: () => ({ op: "change", ...rightsOf(dewi, "reader", 0b11) }),
    says: "greater-rights",
  },
  {
    what: "a keeper lets themselves into a circle",
    by: budi,
    wish: () => ({ op: "change", ...rightsOf(budi, "keeper", 0b11) }),
    says: "greater-rights",
  },
  {
    what: "a keeper narrows circles without new keys",
    by: aya,
    wish: () => ({ op: "change", ...rightsOf(chitra, "writer", 0b1) }),
    says: "needs-rotation",
  },
  {
    what: "a writer makes themselves a keeper",
    by: chitra,
    wish: () => ({ op: "change", ...rightsOf(chitra, "keeper", 0b11) }),
    says: "not-allowed",
  },
  {
    what: "a reader makes themselves a writer",
    by: dewi,
    wish: () => ({ op: "change", ...rightsOf(dewi, "writer", 0b1) }),
    says: "not-allowed",
  },
  {
    what: "a keeper steps down beside another",
    by: aya,
    wish: () => ({ op: "change", ...rightsOf(aya, "reader", 0b11) }),
    says: "accepted",
  },
  {
    what: "a change of someone unknown",
    by: aya,
    wish: () => ({ op: "change", ...rightsOf(stranger, "reader", 0b1) }),
    says: "unknown-member",
  },
  {
    what: "a change of someone removed",
    by: aya,
    wish: () => ({ op: "change", ...rightsOf(eka, "reader", 0b1) }),
    says: "unknown-member",
  },
  {
    what: "a wider circle without its wrap",
    by: aya,
    wish: () => ({ op: "change", ...rightsOf(dewi, "reader", 0b11) }),
    alter: (blob) => ({ ...blob, wraps: [] }),
    says: "wraps-mismatch",
  },
  // rotate
  { what: "a keeper rotates and nobody leaves", by: aya, wish: () => ({ op: "rotate" }), says: "accepted" },
  {
    what: "a keeper removes a person",
    by: aya,
    wish: (log) => ({ op: "rotate", pins: [pinOf(log, chitra)] }),
    says: "accepted",
  },
  {
    what: "a keeper removes a device that wrote nothing",
    by: aya,
    wish: (log) => ({ op: "rotate", pins: [pinOf(log, dewi)] }),
    says: "accepted",
  },
  {
    what: "a keeper removes another keeper",
    by: aya,
    wish: (log) => ({ op: "rotate", pins: [pinOf(log, budi)] }),
    says: "accepted",
  },
  {
    what: "a keeper narrows circles with new keys",
    by: aya,
    wish: () => ({ op: "rotate", changes: [rightsOf(chitra, "writer", 0b1)] }),
    says: "accepted",
  },
  {
    what: "a keeper opens a circle that nobody was in",
    by: aya,
    wish: () => ({ op: "rotate", changes: [rightsOf(aya, "keeper", 0b111)] }),
    says: "accepted",
  },
  {
    what: "a keeper rotates keys of a circle they are not in",
    by: budi,
    wish: () => ({ op: "rotate" }),
    says: "greater-rights",
  },
  {
    what: "a keeper lets themselves into a circle by rotating",
    by: budi,
    wish: () => ({ op: "rotate", changes: [rightsOf(budi, "keeper", 0b11)] }),
    says: "greater-rights",
  },
  {
    what: "a keeper leaves a circle whose keys they make",
    by: aya,
    wish: () => ({ op: "rotate", changes: [rightsOf(aya, "keeper", 0b1)] }),
    says: "greater-rights",
  },
  {
    what: "a keeper removes the device they use",
    by: aya,
    wish: (log) => ({ op: "rotate", pins: [pinOf(log, aya)] }),
    says: "not-allowed",
  },
  { what: "a writer rotates", by: chitra, wish: () => ({ op: "rotate" }), says: "not-allowed" },
  {
    what: "a reader removes a keeper",
    by: dewi,
    wish: (log) => ({ op: "rotate", pins: [pinOf(log, budi)] }),
    says: "not-allowed",
  },
  { what: "an epoch is left out", by: aya, wish: () => ({ op: "rotate", epoch: 3 }), says: "epoch-order" },
  { what: "an epoch is opened again", by: aya, wish: () => ({ op: "rotate", epoch: 1 }), says: "epoch-order" },
  {
    what: "a pin before the last entry",
    by: aya,
    wish: (log) => ({ op: "rotate", pins: [{ ...pinOf(log, chitra), dseq: 1 }] }),
    says: "stale-pin",
  },
  {
    what: "a pin on another entry",
    by: aya,
    wish: (log) => ({ op: "rotate", pins: [{ ...pinOf(log, chitra), id: log.space }] }),
    says: "stale-pin",
  },
  {
    what: "a pin on an entry of a device that wrote none",
    by: aya,
    wish: (log) => ({ op: "rotate", pins: [{ device: dewi.key, dseq: 0, id: log.space }] }),
    says: "stale-pin",
  },
  {
    what: "a pin on nothing for a device that wrote",
    by: aya,
    wish: () => ({ op: "rotate", pins: [{ device: chitra.key, dseq: 0, id: new Uint8Array(32) }] }),
    says: "stale-pin",
  },
  {
    what: "a device is removed twice in one entry",
    by: aya,
    wish: (log) => ({ op: "rotate", pins: [pinOf(log, chitra), pinOf(log, chitra)] }),
    says: "unknown-member",
  },
  {
    what: "a removed device is removed again",
    by: aya,
    wish: (log) => ({ op: "rotate", pins: [pinOf(log, eka)] }),
    says: "unknown-member",
  },
  {
    what: "someone unknown is removed",
    by: aya,
    wish: (log) => ({ op: "rotate", pins: [pinOf(log, stranger)] }),
    says: "unknown-member",
  },
  {
    what: "the rights of someone who leaves are changed",
    by: aya,
    wish: (log) => ({ op: "rotate", pins: [pinOf(log, dewi)], changes: [rightsOf(dewi, "writer", 0b1)] }),
    says: "unknown-member",
  },
  {
    what: "one person's rights are changed twice",
    by: aya,
    wish: () => ({ op: "rotate", changes: [rightsOf(dewi, "writer", 0b1), rightsOf(dewi, "reader", 0b1)] }),
    says: "not-allowed",
  },
  {
    what: "a circle in use gets no new key",
    by: aya,
    wish: () => ({ op: "rotate", commitments: [0] }),
    says: "wraps-mismatch",
  },
  {
    what: "a circle that nobody is in gets a key",
    by: aya,
    wish: () => ({ op: "rotate", commitments: [0, 1, 2] }),
    says: "wraps-mismatch",
  },
  {
    what: "circles out of order",
    by: aya,
    wish: () => ({ op: "rotate", commitments: [1, 0] }),
    says: "wraps-mismatch",
  },
  {
    what: "a circle committed twice",
    by: aya,
    wish: () => ({ op: "rotate", commitments: [0, 0] }),
    says: "wraps-mismatch",
  },
  {
    what: "a device that stays gets no new key",
    by: aya,
    wish: () => ({ op: "rotate" }),
    alter: (blob) => ({ ...blob, wraps: blob.wraps.slice(1) }),
    says: "wraps-mismatch",
  },
  {
    what: "a device that leaves gets a new key",
    by: aya,
    wish: (log) => ({ op: "rotate", pins: [pinOf(log, dewi)] }),
    alter: (blob) => ({
      ...blob,
      wraps: [...blob.wraps, ...blob.wraps.slice(0, 1).map((wrap) => ({ ...wrap, device: dewi.key }))],
    }),
    says: "wraps-mismatch",
  },
  {
    what: "the older keys are not handed on",
    by: aya,
    wish: () => ({ op: "rotate" }),
    alter: (blob) => ({ ...blob, bundles: [] }),
    says: "wraps-mismatch",
  },
  {
    what: "the older keys are handed on twice",
    by: aya,
    wish: () => ({ op: "rotate" }),
    alter: (blob) => ({ ...blob, bundles: [...blob.bundles, ...blob.bundles] }),
    says: "wraps-mismatch",
  },
  // genesis
  {
    what: "a second genesis inside the space",
    by: aya,
    wish: () => ({ op: "genesis", device: aya }),
    says: "second-genesis",
  },
];
