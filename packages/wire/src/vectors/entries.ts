import type { LogState } from "../admit.ts";
import { fromHex } from "../bytes.ts";
import { alliance, aya, budi, chitra, dewi, eka, rows, stranger } from "../example-alliance.ts";
import {
  exampleBytes,
  exampleDevice,
  examplePart,
  receivedAt,
  sha256,
  take,
  type Written,
  writeParts,
  writeRoster,
} from "../example-log.ts";
import { type Header, type Kind, kinds } from "../header.ts";
import { drop, encodeBody } from "../part.ts";
import { encodeWraps } from "../wraps.ts";
import { type OfferedEntry, offered } from "./logs.ts";

/** One entry each, offered to the log of the small alliance: every operation and every refusal, every reserved kind. */
export function entryCases(): OfferedEntry[] {
  const cases = rows.map(({ what, by, wish, alter }) => {
    const log = alliance();
    return judged(what, log, writeRoster(log, by, wish(log), alter === undefined ? {} : { alter }));
  });
  const record = (what: string, other: (log: LogState) => Partial<Header>, by = chitra, circle = 0) => {
    const log = alliance();
    return judged(what, log, writeParts(log, by, [examplePart(what, circle)], other(log)));
  };
  const none = (): Partial<Header> => ({});
  const outside = exampleBytes("outside", 32);
  return [
    ...cases,
    record("a writer writes", none),
    record("a writer writes in circle 1", none, chitra, 1),
    record("a keeper writes", none, budi),
    record("a keeper writes in a circle they are not in", none, budi, 1),
    record("a writer writes in a circle that nobody is in", none, chitra, 2),
    record("a reader writes", none, dewi),
    record("a stranger writes", none, stranger),
    record("someone removed writes", none, eka),
    record("a place is left out", () => ({ dseq: 2 })),
    record("a place is taken twice", () => ({ dseq: 0, dprev: new Uint8Array(32) })),
    record("the entry before is another", (log) => ({ dprev: log.space })),
    record("another space", () => ({ space: outside })),
    record("a quote of less than before", (log) => ({ seenSize: 1, seenRoot: log.tree.root(1) })),
    record("an old quote", (log) => ({ seenSize: 6, seenRoot: log.tree.root(6) })),
    record("a quote of more than there is", () => ({ seenSize: 99 })),
    record("a quote of another history", () => ({ seenRoot: outside })),
    record("a roster that is not known", () => ({ rosterHead: outside })),
    record("a roster before the last it named", (log) => ({ rosterHead: log.space })),
    record("a roster before the author's own entry in it", (log) => ({ rosterHead: rosterBefore(log) }), aya),
    record("an epoch that is over", () => ({ epoch: 0 })),
    record("an epoch that has not come", () => ({ epoch: 2 })),
    ...Object.entries(kinds)
      .filter(([, kind]) => kind > kinds.record)
      .flatMap(([name, kind]) => [
        record(`kind ${kind}, ${name}, from a keeper`, () => ({ kind }), aya),
        record(`kind ${kind}, ${name}, from a writer`, () => ({ kind })),
      ]),
    record("kind 8", () => ({ kind: 8 as Kind }), aya), // as: outside the type on purpose
    ...alteredEntries(),
    ...rosterPlaces(),
  ];
}

/** What is due where Budi adds the stranger, with another key inside. */
function otherBlob(): Uint8Array {
  const encapsulation = exampleBytes("another encapsulation", 1120);
  const sealed = exampleBytes("another wrap", 48);
  return encodeWraps({ wraps: [{ device: stranger.key, circle: 0, encapsulation, sealed }], bundles: [] });
}

/** The roster entry before the newest. */
function rosterBefore({ roster }: LogState): Uint8Array {
  const [id] = [...roster.order].find(([, order]) => order === roster.order.size - 2) ?? [];
  return fromHex(id ?? "") ?? new Uint8Array(32);
}

function judged(what: string, log: LogState, written: Written): OfferedEntry {
  const received = receivedAt(log.tree.size());
  const next = take(log, written);
  return offered(what, written, { received, expect: next.ok ? "accepted" : next.error.kind });
}

/** A good entry of which something was altered on the way. */
function alteredEntries(): OfferedEntry[] {
  const parts = [examplePart("kept"), examplePart("erased", 1)];
  const of = (what: string, alter: (entry: Written["entry"]) => Partial<Written["entry"]>) => {
    const log = alliance();
    const { entry } = writeParts(log, chitra, parts);
    return judged(what, log, { entry: { ...entry, ...alter(entry) }, wraps: null });
  };
  const flip = (bytes: Uint8Array, at: number) => bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));
  return [
    of("a part was dropped since", () => ({
      body: encodeBody(parts.map((part, index) => (index === 1 ? drop(sha256, part) : part))),
    })),
    of("an altered header", ({ header }) => ({ header: flip(header, header.length - 1) })),
    of("an altered signature", ({ signature }) => ({ signature: flip(signature, 0) })),
    of("the signature of someone else", ({ header }) => ({ signature: exampleDevice("another").sign(header) })),
    of("an altered body", ({ body }) => ({ body: flip(body, body.length - 2) })),
    of("no body", () => ({ body: new Uint8Array(0) })),
    of("a byte behind the header", ({ header }) => ({ header: new Uint8Array([...header, 0]) })),
    of("a byte behind the body", ({ body }) => ({ body: new Uint8Array([...body, 0]) })),
  ];
}

/** Roster entries that would be right elsewhere in the chain of the roster. */
function rosterPlaces(): OfferedEntry[] {
  const of = (what: string, header: (log: LogState) => Partial<Header>, blob?: Uint8Array | null) => {
    const log = alliance();
    const written = writeRoster(log, budi, { op: "add", device: stranger }, { header: header(log) });
    return judged(what, log, blob === undefined ? written : { ...written, wraps: blob });
  };
  return [
    of("a roster entry on an earlier head", (log) => ({ rosterHead: log.space })),
    of("a roster entry under the epoch before", () => ({ epoch: 0 })),
    of("a roster entry whose body is said to be shorter", () => ({ bodyLength: 99 })),
    of("a roster entry whose blob is not there", () => ({}), null),
    of("a roster entry beside bytes that are no blob", () => ({}), exampleBytes("blob", 99)),
    of("a roster entry beside another blob of the same shape", () => ({}), otherBlob()),
  ];
}
