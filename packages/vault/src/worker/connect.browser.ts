/** The page's end of the line: a `Vault` whose every call travels to whoever holds the keys. */

import { err } from "@saksi/wire/result";
import type { QuestionName, Questions, Vault } from "../port.ts";
import { type Callback, callbacks, type Line, type Method, type ToPage, type ToVault } from "./port-messages.ts";

/** Thrown by calls that have no Result when the vault ended under them. */
export class VaultStopped extends Error {
  override readonly name = "VaultStopped";
}

export interface Connection {
  readonly vault: Vault;
  /** Called when the vault was created, unlocked or locked, in any tab, and when another tab took it over */
  onState(listener: () => void): () => void;
  /** Whether something long is under way that a person waits for: a call that tells its progress or hands out bytes */
  working(): boolean;
  /** Ends the line. Pending calls answer `vault-stopped`; watches are kept for the next `attach`. */
  detach(): void;
  /** A new line, after a lock or a crash ended the worker: watches go on, and calls that may be made twice. */
  attach(line: Line<ToPage, ToVault>): void;
}

type Given = Partial<Record<Callback, unknown>>;

interface Pending {
  readonly method: Method;
  readonly args: readonly unknown[];
  readonly given: Given;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

interface Watch {
  readonly name: QuestionName;
  readonly asks: Questions[QuestionName]["asks"];
  readonly onRows: (rows: readonly unknown[]) => void;
}

/** Asking again does no harm, so these wait for the next holder instead of failing. */
const mayRepeat: ReadonlySet<Method> = new Set(["state", "ask", "waiting"]);
/** When one holder makes way for another; after a crash nobody opens a vault who has not just been asked to. */
const mayRepeatInTurn: ReadonlySet<Method> = new Set([...mayRepeat, "unlock"]);
/** These answer without a Result. */
const withoutResult: ReadonlySet<Method> = new Set(["state", "ask", "lock", "close"]);

/** Connects a page; `attach` gives it its first line. */
export function connect(): Connection {
  const pending = new Map<number, Pending>();
  const watches = new Map<number, Watch>();
  const listeners = new Set<() => void>();
  let line: Line<ToPage, ToVault> | null = null;
  let holder: string | null = null;
  let last = 0;

  const isReady = () => line !== null && holder !== null;
  const changed = () => {
    for (const listener of listeners) listener();
  };

  function call(method: Method, ...args: readonly unknown[]): Promise<unknown> {
    last += 1;
    const id = last;
    const [first, ...rest] = args;
    const { plain, given } = unpacked(first);
    return new Promise((resolve, reject) => {
      pending.set(id, { method, args: args.length === 0 ? [] : [plain, ...rest], given, resolve, reject });
      if (given.signal instanceof AbortSignal) {
        given.signal.addEventListener("abort", () => line?.post({ kind: "stop", id }), { once: true });
      }
      if (isReady()) send(id);
    });
  }

  function send(id: number): void {
    const sent = pending.get(id);
    if (!sent) return;
    const gives = callbacks.filter((name) => sent.given[name] !== undefined);
    line?.post({ kind: "call", id, method: sent.method, args: sent.args, gives });
  }

  /** What was on its way to an ended vault: ask again what may be asked again, and say of the rest that it stopped. */
  function dropPending(repeated: ReadonlySet<Method>): void {
    for (const [id, { method, resolve, reject }] of pending) {
      if (repeated.has(method)) continue;
      pending.delete(id);
      if (withoutResult.has(method)) reject(new VaultStopped("the vault ended"));
      else resolve(err({ kind: "vault-stopped" }));
    }
  }

  async function onMessage(message: ToPage): Promise<void> {
    if (message.kind === "ready") {
      if (holder !== null && holder !== message.holder) dropPending(mayRepeatInTurn);
      holder = message.holder;
      for (const [id, { name, asks }] of watches) line?.post({ kind: "watch", id, name, asks });
      for (const id of pending.keys()) send(id);
      changed();
    } else if (message.kind === "state-changed") changed();
    else if (message.kind === "ended") {
      holder = null;
      dropPending(mayRepeatInTurn);
    } else if (message.kind === "crashed") {
      holder = null;
      dropPending(mayRepeat);
      changed();
    } else if (message.kind === "rows") watches.get(message.id)?.onRows(message.rows);
    else await onCallMessage(message);
  }

  async function onCallMessage(
    message: Extract<ToPage, { kind: "answer" | "threw" | "progress" | "bytes" }>,
  ): Promise<void> {
    const sent = pending.get(message.id);
    if (!sent) return;
    const { given } = sent;
    if (message.kind === "progress") (given.onProgress as (progress: unknown) => void)(message.progress);
    else if (message.kind === "bytes") {
      const take = (given.onBytes ?? given.onChunk) as (bytes: Uint8Array) => void | Promise<void>;
      await take(message.bytes);
      line?.post({ kind: "taken", id: message.id });
    } else {
      pending.delete(message.id);
      if (message.kind === "answer") sent.resolve(message.value);
      else sent.reject(new Error(message.what));
    }
  }

  return {
    vault: vaultOver(call, (name, asks, onRows) => {
      last += 1;
      const id = last;
      watches.set(id, { name, asks, onRows });
      if (isReady()) line?.post({ kind: "watch", id, name, asks });
      return () => {
        watches.delete(id);
        if (isReady()) line?.post({ kind: "unwatch", id });
      };
    }),
    onState(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    working: () => [...pending.values()].some(({ given }) => Object.keys(given).length > 0),
    detach() {
      line?.close();
      line = null;
      holder = null;
      dropPending(mayRepeat);
    },
    attach(next) {
      if (line !== null) {
        line.close();
        dropPending(mayRepeatInTurn);
      }
      line = next;
      holder = null;
      next.listen((message) => void onMessage(message));
    },
  };
}

/** Takes out of a call's first argument what cannot cross the line. */
function unpacked(first: unknown): { readonly plain: unknown; readonly given: Given } {
  if (typeof first !== "object" || first === null || Array.isArray(first)) return { plain: first, given: {} };
  const isCallback = ([name]: [string, unknown]) => callbacks.some((callback) => callback === name);
  const entries = Object.entries(first);
  return {
    plain: Object.fromEntries(entries.filter((entry) => !isCallback(entry))),
    given: Object.fromEntries(entries.filter(isCallback)),
  };
}

type Call = (method: Method, ...args: readonly unknown[]) => Promise<unknown>;
type StartWatch = (
  name: QuestionName,
  asks: Questions[QuestionName]["asks"],
  onRows: (rows: readonly unknown[]) => void,
) => () => void;

/** Gives the untyped line its types back: the other end is a `Vault`, and answers a method with what that method answers. */
function vaultOver(call: Call, watch: StartWatch): Vault {
  const typed =
    <M extends Method>(method: M) =>
    (...args: Parameters<Vault[M]>): ReturnType<Vault[M]> =>
      call(method, ...args) as ReturnType<Vault[M]>;
  return {
    state: typed("state"),
    create: typed("create"),
    unlock: typed("unlock"),
    lock: typed("lock"),
    createSpace: typed("createSpace"),
    connectSpace: typed("connectSpace"),
    invite: typed("invite"),
    join: typed("join"),
    waiting: typed("waiting"),
    admit: typed("admit"),
    remove: typed("remove"),
    changeRights: typed("changeRights"),
    write: typed("write"),
    settle: typed("settle"),
    ask: <Name extends QuestionName>(name: Name, asks: Questions[Name]["asks"]) =>
      call("ask", name, asks) as Promise<readonly Questions[Name]["row"][]>,
    watch: <Name extends QuestionName>(
      name: Name,
      asks: Questions[Name]["asks"],
      onRows: (rows: readonly Questions[Name]["row"][]) => void,
    ) => watch(name, asks, onRows as (rows: readonly unknown[]) => void),
    attach: typed("attach"),
    fetch: typed("fetch"),
    pauseTransfer: typed("pauseTransfer"),
    resumeTransfer: typed("resumeTransfer"),
    leaveTransfer: typed("leaveTransfer"),
    sync: typed("sync"),
    backup: typed("backup"),
    restore: typed("restore"),
    close: typed("close"),
  };
}
