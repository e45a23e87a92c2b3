/**
 * The relay's side of every space: one thing at a time a space, in the background while it is open, and at once when
 * someone asks. A hint from the relay, a save here, or a clock starts a round: push, pull, say anew what became stale.
 */

import { toHex } from "@saksi/wire/bytes";
import { kinds } from "@saksi/wire/header";
import { err, ok, type Result } from "@saksi/wire/result";
import { storageFault } from "../disk-fault.ts";
import type { Problem } from "../problem.ts";
import { type RelayClient, relayClient } from "../relay-client.ts";
import { isAtDoor } from "../space/ledger.ts";
import { type Doing, withUnsent } from "../space/questions.ts";
import type { Session } from "../space/session.ts";
import { type Space, sizeOf } from "../space/space.ts";
import type { Surroundings } from "../surroundings.ts";
import { checkSignatures } from "./check-signatures.ts";
import { pullSpace } from "./pull.ts";
import { type Pushed, pushSpace } from "./push.ts";
import { resealStale } from "./reseal.ts";
import { seedRelay } from "./seed.ts";
import { sortWaiting } from "./set-aside.ts";

export interface Synced {
  readonly pushed: number;
  readonly pulled: number;
  readonly head: number;
  /** Why the relay would not take an entry of ours; what was stale has been said anew */
  readonly refusal: string | null;
}

export interface Desk {
  /** One round now; whoever asks while one is under way gets the next. */
  sync(space: Space): Promise<Result<Synced, Problem>>;
  /** Something was saved, or a relay was given: a round soon, where rounds are made unasked. */
  nudge(space: Space): void;
  /** Runs work that must not meet a round of the same space. */
  alone<Value>(space: Space, work: () => Promise<Value>): Promise<Value>;
  client(url: string): RelayClient;
  doing(space: Space): Doing;
  /** Looks again and again until nobody waits at a door any more; nothing where spaces are not followed. */
  waitAtDoors(look: () => Promise<Result<number, Problem>>): void;
  /** Follows every space with a relay until the desk closes. */
  follow(): void;
  close(): void;
}

interface Bench {
  phase: Doing["phase"];
  problem: Problem | null;
  queue: Promise<unknown>;
  uploads: Promise<unknown>;
  rounds: number;
  following: boolean;
  /** Ends the rest between two looks at files that wait; null while nobody looks */
  hurry: AbortController | null;
}

/** Pull, push and say anew: a third time only if others write all the while. */
const mostTries = 5;
const pollMs = 30_000;
const doorMs = 1500;
const retryMs = [500, 1000, 2000, 5000, 15_000, 30_000];

/** What moves beside the entries: sealed chunks of files. */
export interface ChunkTraffic {
  upload(space: Space["id"], signal: AbortSignal): Promise<Result<unknown, Problem>>;
  bring(space: Space["id"], closing: AbortSignal): Promise<void>;
  /** Whether anything has still to move, either way */
  waits(space: Space["id"]): boolean;
  unsentChunks(space: Space["id"]): number;
}

export function openDesk(around: Surroundings, session: Session, chunks: ChunkTraffic): Desk {
  const closing = new AbortController();
  const clients = new Map<string, RelayClient>();
  const benches = new Map<string, Bench>();
  let waitingAtDoors = false;

  function client(url: string): RelayClient {
    const known = clients.get(url);
    if (known) return known;
    const fresh = relayClient({ url, fetch: around.fetch, now: around.now });
    clients.set(url, fresh);
    return fresh;
  }

  function benchOf(space: Space): Bench {
    const known = benches.get(space.id);
    if (known) return known;
    const fresh: Bench = {
      phase: "idle",
      problem: null,
      queue: Promise.resolve(),
      uploads: Promise.resolve(),
      rounds: 0,
      following: false,
      hurry: null,
    };
    benches.set(space.id, fresh);
    return fresh;
  }

  function alone<Value>(space: Space, work: () => Promise<Value>): Promise<Value> {
    const bench = benchOf(space);
    const turn = bench.queue.then(work);
    bench.queue = turn.catch(() => undefined); // whoever asked is told; the next in line goes on
    return turn;
  }

  function told(space: Space, phase: Doing["phase"]): void {
    benchOf(space).phase = phase;
    if (!closing.signal.aborted) session.changed();
  }

  async function entries(space: Space): Promise<Result<Synced, Problem>> {
    if (space.relay === null) return err({ kind: "no-relay" });
    if (space.stopped && space.stopped.kind !== "removed" && space.stopped.kind !== "cloned-device")
      return err(space.stopped);
    const bench = benchOf(space);
    const relay = client(space.relay.url);
    bench.rounds += 1;
    return alone(space, async () => {
      bench.rounds -= 1;
      told(space, "working");
      const done = await rounded(space, relay);
      const offline = !done.ok && done.error.kind === "offline";
      bench.problem = done.ok || offline ? null : done.error;
      told(space, offline ? "offline" : "idle");
      return done;
    });
  }

  /** What storage refuses in the middle leaves the bench as it should be for the next round. */
  async function rounded(space: Space, client: RelayClient): Promise<Result<Synced, Problem>> {
    try {
      session.mend();
      const given = { session, space, client, around, signal: closing.signal };
      const done = await round(given);
      if (done.ok || !hasLost(done.error)) return done.ok ? done : toldApart(session, space, done.error);
      const seeded = await seedRelay(given);
      if (!seeded.ok || seeded.value === 0) return toldApart(session, space, done.error);
      const again = await round(given);
      return again.ok ? again : toldApart(session, space, again.error);
    } catch (error) {
      const fault = storageFault(error);
      if (fault === undefined || closing.signal.aborted) throw error;
      return err(fault);
    }
  }

  /** In a line of its own: a long upload must not keep entries waiting. */
  function files(space: Space): Promise<Result<unknown, Problem>> {
    const bench = benchOf(space);
    const turn = bench.uploads.then(async () =>
      space.stopped || closing.signal.aborted ? ok(null) : chunks.upload(space.id, closing.signal),
    );
    bench.uploads = turn.catch(() => undefined);
    return turn;
  }

  async function sync(space: Space): Promise<Result<Synced, Problem>> {
    const done = await entries(space);
    if (!done.ok) return done;
    const sent = await files(space);
    return sent.ok ? done : sent;
  }

  /** Unasked: what goes wrong shows in the space's state, a fault of ours in the next round that is asked for. */
  async function inBackground(space: Space): Promise<void> {
    const done = await entries(space);
    if (done.ok && chunks.waits(space.id)) followFiles(space).catch((error) => faulted(space, error));
  }

  /** Until nothing waits: no hint tells when a colleague's device has sent the chunks that are missing here. */
  async function followFiles(space: Space): Promise<void> {
    const bench = benchOf(space);
    bench.hurry?.abort();
    if (bench.hurry) return;
    try {
      for (let tries = 0; chunks.waits(space.id) && !space.stopped && !closing.signal.aborted; tries += 1) {
        bench.hurry = new AbortController();
        await files(space);
        if (closing.signal.aborted) return;
        await chunks.bring(space.id, closing.signal);
        if (closing.signal.aborted || !chunks.waits(space.id)) return;
        const rested = AbortSignal.any([closing.signal, bench.hurry.signal]);
        await around.sleep(jittered(retryMs[tries] ?? pollMs), rested);
      }
    } finally {
      bench.hurry = null;
    }
  }

  /** What storage refused is told with the space; what came after the vault was locked is nothing. */
  function faulted(space: Space, error: unknown): void {
    if (closing.signal.aborted) return;
    const fault = storageFault(error);
    if (fault === undefined) throw error;
    benchOf(space).problem = fault;
    told(space, "idle");
  }

  function nudge(space: Space): void {
    if (!around.follow || space.relay === null || closing.signal.aborted) return;
    if (benchOf(space).rounds === 0) inBackground(space).catch((error) => faulted(space, error));
    followSpace(space);
  }

  function followSpace(space: Space): void {
    const bench = benchOf(space);
    if (bench.following || space.relay === null) return;
    bench.following = true;
    const { url } = space.relay;
    watchHead(space, client(url))
      .catch((error) => faulted(space, error))
      .finally(() => {
        bench.following = false;
      });
  }

  /** As long as the desk is open: listens to the relay's hints, and looks by itself where none come. */
  async function watchHead(space: Space, relay: RelayClient): Promise<void> {
    const who = { space: space.bytes, signer: space.device.signer };
    for (let tries = 0; !closing.signal.aborted; ) {
      if (!space.anchored || space.unsent.length > 0) await inBackground(space);
      for await (const size of relay.live(who, closing.signal)) {
        if (!size.ok || closing.signal.aborted) break;
        tries = 0;
        if (size.value !== sizeOf(space) && benchOf(space).rounds === 0) await inBackground(space);
      }
      if (space.stopped && space.stopped.kind !== "removed") return;
      const base = retryMs[Math.min(tries, retryMs.length - 1)] ?? pollMs;
      tries += 1;
      await around.sleep(jittered(base), closing.signal);
      if (!closing.signal.aborted) await inBackground(space);
    }
  }

  async function lookUntilIn(look: () => Promise<Result<number, Problem>>): Promise<void> {
    while (!closing.signal.aborted) {
      await look().catch((error: unknown) => {
        if (!storageFault(error)) throw error; // looked again when there may be space
      });
      if ([...session.ledger.joinings.values()].every(({ state }) => !isAtDoor(state))) return;
      await around.sleep(jittered(doorMs), closing.signal);
    }
  }

  /** Between half and one and a half of it, so that devices do not come in step. */
  const jittered = (ms: number): number => ms * (0.5 + (around.crypto.random(1)[0] ?? 128) / 256);

  return {
    sync,
    nudge,
    alone,
    client,
    doing: (space) => ({
      phase: benchOf(space).phase,
      problem: benchOf(space).problem,
      clockSkewMs: space.relay ? client(space.relay.url).clockSkewMs() : null,
      unsentChunks: chunks.unsentChunks(space.id),
    }),
    waitAtDoors(look) {
      if (!around.follow || waitingAtDoors) return;
      waitingAtDoors = true;
      lookUntilIn(look)
        .catch((error) => {
          if (!closing.signal.aborted) throw error;
        })
        .finally(() => {
          waitingAtDoors = false;
        });
    },
    follow() {
      if (!around.follow) return;
      for (const space of session.ledger.spaces.values()) if (space.relay && !space.stopped) nudge(space);
    },
    close: () => closing.abort(),
  };
}

interface Round {
  readonly session: Session;
  readonly space: Space;
  readonly client: RelayClient;
  readonly around: Pick<Surroundings, "now" | "sleep">;
  readonly signal: AbortSignal;
}

/** Until nothing waits on either side, or a person must know. */
async function round({ session, space, client, around, signal }: Round): Promise<Result<Synced, Problem>> {
  const known = await knowRelay(session, space, client);
  if (signal.aborted) return err({ kind: "locked" });
  if (!known.ok) return known;
  let pushed = 0;
  let pulled = 0;
  let refusal: string | null = null;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const push: Result<Pushed, Problem> = space.stopped
      ? ok({ kind: "all", count: 0 })
      : await pushSpace({ session, space, client });
    if (signal.aborted) return err({ kind: "locked" });
    if (!push.ok) return push;
    pushed += push.value.count;
    const pull = await pullSpace({
      session,
      space,
      client,
      now: around.now,
      signal,
      onBatch: () => session.changed(),
    });
    if (signal.aborted) return err({ kind: "locked" });
    if (!pull.ok) return pull;
    pulled += pull.value;
    if (space.stopped?.kind === "removed") session.keep([stopNote(space, null)]);
    refusal = push.value.kind === "moved" ? push.value.refusal : null;
    const refused =
      push.value.kind === "moved" && push.value.refused?.kind === kinds.roster ? push.value.refused.id : null;
    const back = sortWaiting(session, space);
    const again = back + resealStale(session, space, refused);
    if (space.unsent.length === 0 || space.stopped || (again === 0 && refused === null && pull.value === 0)) break;
  }
  checkSignatures({ session, space, signal, sleep: around.sleep }).catch((error) => {
    if (!signal.aborted && !storageFault(error)) throw error; // the next round goes on where this one ended
  });
  // by the roster we may: what still waits is kept back by this relay alone
  if (refusal === "not-allowed" && space.unsent.length > 0 && !space.stopped)
    return err({ kind: "relay-refused", refusal, status: 403 });
  return ok({ pushed, pulled, head: sizeOf(space), refusal });
}

/** A founder takes the relay's key once, from the relay itself; from then on its checkpoints are held to it. */
async function knowRelay(session: Session, space: Space, client: RelayClient): Promise<Result<null, Problem>> {
  if (space.relay === null || space.relay.key.length > 0) return ok(null);
  const key = await client.key();
  if (!key.ok) return key;
  const { url, admission } = space.relay;
  session.keep([{ kind: "note", note: { note: "relay", space: space.id, url, key: toHex(key.value), admission } }]);
  return ok(null);
}

/** A relay that has less than it signed, or nothing: perhaps it was restored from an older copy, and we have the rest. */
const hasLost = (problem: Problem): boolean =>
  problem.kind === "shrunken-history" ||
  (problem.kind === "relay-refused" && (problem.refusal === "no-such-space" || problem.refusal === "not-in-roster"));

/** A relay that no longer knows us says that we were removed: we read on, and write nothing more there. */
function toldApart(session: Session, space: Space, problem: Problem): Result<Synced, Problem> {
  const removed =
    problem.kind === "relay-refused" && (problem.refusal === "removed" || problem.refusal === "not-in-roster");
  if (!removed) return err(problem.kind === "relay-refused" ? plain(problem) : problem);
  if (space.anchored && space.stopped === null) session.keep([stopNote(space, { kind: "removed" })]);
  return err(withUnsent({ kind: "removed" }, space));
}

const plain = ({ refusal, status }: Extract<Problem, { kind: "relay-refused" }>): Problem => ({
  kind: "relay-refused",
  refusal,
  status,
});

const stopNote = (space: Space, problem: Problem | null) =>
  ({ kind: "note", note: { note: "stopped", space: space.id, problem } }) as const;
