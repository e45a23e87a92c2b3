/**
 * A made-up world for the log: a relay, devices that lose power, and weather between them. Everything is decided by the
 * steps it is given, so a run can be repeated. Devices follow docs/protocol.md; they keep ciphertexts and open nothing.
 */

import { admit, beginLog, type LogState, place, readEntry, receiptHolds } from "./admit.ts";
import { toHex } from "./bytes.ts";
import {
  type ExampleDevice,
  examplePart,
  primitives,
  receivedAt,
  sha256,
  take,
  type Wish,
  type Written,
  writeParts,
  writeRoster,
} from "./example-log.ts";
import { entryId } from "./header.ts";
import type { Refusal } from "./refusal.ts";
import { err, ok, type Result } from "./result.ts";
import { activeDevice } from "./roster.ts";

export interface PlacedAt {
  readonly position: number;
  readonly receivedAt: number;
  readonly written: Written;
}

export const idOf = ({ entry }: Written): string => toHex(entryId(sha256, entry.header));

/** Keeps entries in the order it took them; the same entry again gets the same place. */
export function simulatedRelay(genesis: Written) {
  let log = begin(genesis);
  const entries: PlacedAt[] = [{ position: 0, receivedAt: receivedAt(0), written: genesis }];
  const places = new Map([[idOf(genesis), 0]]);
  return {
    entries,
    root: (size: number) => log.tree.root(size),
    offer(written: Written): Result<number, Refusal> {
      const known = places.get(idOf(written));
      if (known !== undefined) return ok(known);
      const position = log.tree.size();
      const next = take(log, written);
      if (!next.ok) return next;
      log = next.value;
      places.set(idOf(written), position);
      entries.push({ position, receivedAt: receivedAt(position), written });
      return ok(position);
    },
  };
}
export type SimulatedRelay = ReturnType<typeof simulatedRelay>;

/** A second history that begins as the first did. */
export function forked(relay: SimulatedRelay): SimulatedRelay {
  const [genesis, ...rest] = relay.entries;
  if (genesis === undefined) throw new Error("a relay has a genesis");
  const other = simulatedRelay(genesis.written);
  for (const { written } of rest) other.offer(written);
  return other;
}

function begin(genesis: Written): LogState {
  const begun = take(null, genesis);
  if (!begun.ok) throw new Error(begun.error.kind);
  return begun.value;
}

/** What one device wants to say, apart from the entry that says it. */
interface Plan {
  readonly label: string;
  readonly circle: number;
}

interface Waiting {
  /** null: a change of the roster, which is decided anew by a person and never sent on its own */
  readonly plan: Plan | null;
  readonly written: Written;
  readonly epoch: number;
}

/** How a run of entries arrives. */
export interface Weather {
  /** Entries that come at all, of those that were asked for */
  readonly cut: number;
  /** Where the run is turned round: later entries first */
  readonly turn: number;
  readonly twice: boolean;
  /** What the relay puts in instead of its next entry */
  readonly lie?: Written | undefined;
  /** How much earlier than it was the relay says that each entry came, milliseconds */
  readonly earlier?: number;
}
export const fairWeather: Weather = { cut: Number.POSITIVE_INFINITY, turn: 0, twice: false };

export function simulatedDevice(device: ExampleDevice) {
  // on disk: what was admitted, what waits, what was set aside
  const kept: PlacedAt[] = [];
  let outbox: Waiting[] = [];
  const aside: Plan[] = [];
  const alarms: string[] = [];
  // in memory
  let log: LogState | null = null;

  function keep(placed: PlacedAt): boolean {
    const next = judged(log, placed);
    if (!next.ok) {
      alarms.push(next.error.kind);
      return false;
    }
    log = next.value;
    kept.push(placed);
    outbox = outbox.filter(({ written }) => idOf(written) !== idOf(placed.written));
    return true;
  }

  function chainEnd(): { dseq: number; id: Uint8Array } {
    const last = outbox.at(-1);
    const known = log?.chains.get(toHex(device.key)) ?? { dseq: -1, id: new Uint8Array(32) };
    return last === undefined
      ? known
      : { dseq: known.dseq + outbox.length, id: entryId(sha256, last.written.entry.header) };
  }

  function enqueue(plan: Plan): void {
    if (log === null) return;
    const end = chainEnd();
    const written = writeParts(log, device, [examplePart(plan.label, plan.circle)], {
      dseq: end.dseq + 1,
      dprev: end.id,
    });
    outbox.push({ plan, written, epoch: log.roster.epoch });
  }

  const mayWrite = (circle: number): boolean => {
    const self = log === null ? null : activeDevice(log.roster, device.key);
    return self?.ok === true && self.value.role !== "reader" && (self.value.circles & (1 << circle)) !== 0;
  };

  /** Only once the roster entry that made them stale was verified: their old headers can then be valid nowhere. */
  function sealAnew(): void {
    const end = log?.roster.epoch ?? 0;
    const known = log?.chains.get(toHex(device.key))?.dseq ?? -1;
    const first = outbox.findIndex(
      ({ plan, epoch }, index) =>
        epoch !== end || plan === null || !mayWrite(plan.circle) || dseqOf(outbox[index]) !== known + 1 + index,
    );
    if (first === -1) return;
    const stale = outbox.slice(first);
    outbox = outbox.slice(0, first);
    for (const { plan } of stale) {
      if (plan === null) continue;
      if (mayWrite(plan.circle)) enqueue(plan);
      else aside.push(plan);
    }
  }

  return {
    device,
    kept,
    aside,
    alarms,
    log: () => log,
    waiting: () => outbox.length,
    /** Nothing is written behind a roster entry of one's own until it stands: it must be named as the roster's head. */
    write(plan: Plan): boolean {
      if (!mayWrite(plan.circle) || outbox.some((waiting) => waiting.plan === null)) return false;
      enqueue(plan);
      return true;
    },
    /** Sends what waits until something is refused. A lost answer looks like no answer: it is sent again, byte for byte. */
    push(relay: SimulatedRelay): void {
      for (const waiting of outbox) {
        const answer = relay.offer(waiting.written);
        if (answer.ok) continue;
        if (waiting.plan === null) outbox = outbox.filter((each) => each !== waiting);
        return;
      }
    },
    /** A change of the roster is made on a head that was seen and with nothing else waiting. */
    change(relay: SimulatedRelay, wish: (log: LogState) => Wish): void {
      if (log === null || outbox.length > 0) return;
      const written = writeRoster(log, device, wish(log));
      if (relay.offer(written).ok) outbox.push({ plan: null, written, epoch: log.roster.epoch });
    },
    pull(relay: SimulatedRelay, { cut, turn, twice, lie, earlier = 0 }: Weather): void {
      const asked = relay.entries
        .slice(kept.length)
        .slice(0, cut)
        .map((placed) => ({ ...placed, receivedAt: placed.receivedAt - earlier }));
      const run = [...asked.slice(turn), ...asked.slice(0, turn)];
      if (lie !== undefined) run.unshift({ position: kept.length, receivedAt: receivedAt(kept.length), written: lie });
      const arrived = new Map<number, PlacedAt>();
      for (const placed of twice ? [...run, ...run] : run)
        if (!arrived.has(placed.position)) arrived.set(placed.position, placed);
      for (let next = arrived.get(kept.length); next !== undefined; next = arrived.get(kept.length))
        if (!keep(next)) return;
      const size = Math.min(kept.length, relay.entries.length);
      if (log !== null && toHex(log.tree.root(size)) !== toHex(relay.root(size))) alarms.push("forked");
      sealAnew();
    },
    /** Power is lost: what was in memory is read again from what was kept, and judged again. */
    crash(): void {
      log = null;
      for (const placed of kept) {
        const next = judged(log, placed);
        if (!next.ok) throw new Error(`what was kept is refused: ${next.error.kind}`);
        log = next.value;
      }
    },
  };
}
export type SimulatedDevice = ReturnType<typeof simulatedDevice>;

const dseqOf = (waiting: Waiting | undefined): number => {
  const read = waiting === undefined ? null : readEntry({ sha256, verify: null }, waiting.written.entry);
  return read?.ok ? read.value.header.dseq : -1;
};

function judged(log: LogState | null, { written, receivedAt: time }: PlacedAt): Result<LogState, Refusal> {
  const read = readEntry(primitives, written.entry);
  if (!read.ok) return read;
  if (log === null) return beginLog(sha256, read.value, written.wraps ?? new Uint8Array(0), time);
  if (!receiptHolds(log, time)) return err({ kind: "quote-wrong" });
  const step = admit(sha256, log, read.value, written.wraps, "now");
  return step.ok ? ok(place(sha256, log, step.value, time)) : step;
}
