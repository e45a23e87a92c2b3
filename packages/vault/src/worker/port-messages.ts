/**
 * The words between a page and the worker that holds its vault. Plain data only: whatever survives structured clone.
 *
 * [Note: the line] A page speaks to its own worker. The worker of one tab holds the vault; in every other tab it passes
 * messages on to that one, unread. So a page never knows whether it leads, and sees a hand-over as a new `ready`.
 * Messages that a page posts before `ready` would be lost (a module worker drops them), so it keeps them until then.
 */

import type { OnProgress, QuestionName, Questions, Vault } from "../port.ts";

/** Every method that is one question and one answer. */
export type Method = Exclude<keyof Vault, "watch">;

/** Which of the functions that cannot cross the line the page gave with a call, so that the other side can stand in. */
export type Callback = "onProgress" | "onBytes" | "onChunk" | "signal";
export const callbacks: readonly Callback[] = ["onProgress", "onBytes", "onChunk", "signal"];

export type ToVault =
  | {
      readonly kind: "call";
      readonly id: number;
      readonly method: Method;
      readonly args: readonly unknown[];
      readonly gives: readonly Callback[];
    }
  /** The person stopped a call: its `signal` aborts */
  | { readonly kind: "stop"; readonly id: number }
  /** The page has dealt with the last bytes of a call and wants more */
  | { readonly kind: "taken"; readonly id: number }
  | {
      readonly kind: "watch";
      readonly id: number;
      readonly name: QuestionName;
      readonly asks: Questions[QuestionName]["asks"];
    }
  | { readonly kind: "unwatch"; readonly id: number };

export type ToPage =
  /** Whoever answers is listening now. A new holder means that what was pending before is lost. */
  | { readonly kind: "ready"; readonly holder: string }
  | { readonly kind: "answer"; readonly id: number; readonly value: unknown }
  /** The vault threw: our own mistake. The text is for a console, never for a screen. */
  | { readonly kind: "threw"; readonly id: number; readonly what: string }
  | { readonly kind: "rows"; readonly id: number; readonly rows: readonly unknown[] }
  | { readonly kind: "progress"; readonly id: number; readonly progress: Parameters<OnProgress>[0] }
  /** Bytes of a file on its way out; the next come after `taken`, so memory stays flat */
  | { readonly kind: "bytes"; readonly id: number; readonly bytes: Uint8Array }
  /** Someone, perhaps in another tab, created, unlocked, restored or locked: ask for the state again */
  | { readonly kind: "state-changed" }
  /** Someone, perhaps in another tab, locked: the worker that held the keys is gone, and so is the one that says this */
  | { readonly kind: "ended" }
  /** The worker cannot go on */
  | { readonly kind: "crashed"; readonly what: string };

/** One end of a line; a worker, a `MessagePort` and a `BroadcastChannel` all become one. */
export interface Line<In, Out> {
  post(message: Out): void;
  listen(onMessage: (message: In) => void): void;
  close(): void;
}

/** What a worker, a `MessagePort` and a `BroadcastChannel` have in common. */
interface Posting {
  postMessage(message: unknown): void;
  addEventListener(type: "message", listener: (event: MessageEvent) => void): void;
  removeEventListener(type: "message", listener: (event: MessageEvent) => void): void;
}

/** Both ends are our own code of the same build, so what arrives is trusted to be the other end's words. */
export function lineOver<In, Out>(posting: Posting, close: () => void = () => {}): Line<In, Out> {
  const listeners = new Set<(event: MessageEvent) => void>();
  return {
    post: (message) => posting.postMessage(message),
    listen(onMessage) {
      const listener = (event: MessageEvent) => onMessage(event.data as In);
      listeners.add(listener);
      posting.addEventListener("message", listener);
    },
    close() {
      for (const listener of listeners) posting.removeEventListener("message", listener);
      close();
    },
  };
}
