/**
 * A made-up alliance: real vaults in folders of their own, a real relay in this process, a clock and a network that a
 * test commands. Here because nothing in the product may know both sides.
 */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SpaceId } from "@saksi/domain/id";
import type { Vault } from "@saksi/vault/port";
import { openNodeVault } from "@saksi/vault/vault.node";
import type { Result } from "@saksi/wire/result";
import { type ExampleRelay, exampleOrigin, exampleRelay } from "../apps/relay/src/example-relay.ts";
import { openSqliteStore } from "../apps/relay/src/store.sqlite.ts";

export const passphrase = "a made-up passphrase";
/** The least that the key file allows; what it protects is made up. */
const cheap = { memoryKib: 64 * 1024, passes: 1 };

export interface Person {
  readonly vault: Vault;
  readonly folder: string;
  /** No request of theirs reaches the relay while false. */
  online: boolean;
  /** Rewrites what the relay answers them: the hostile tests' way in. */
  answer: (request: Request, response: Response) => Response | Promise<Response>;
  /** Sees what they send, before the relay does */
  spy: (request: Request) => void | Promise<void>;
  /** What they asked, newest last: method and path */
  readonly asked: string[];
}

export interface Alliance {
  readonly relay: ExampleRelay;
  readonly url: string;
  person(
    name: string,
    given?: { readonly follow?: boolean; readonly folder?: string; readonly now?: () => number },
  ): Promise<Person>;
  /** Another relay answers at the same address from now on: empty, or over what a folder holds. */
  replaceRelay(folder?: string): void;
  /** A device made from a backup file. */
  restored(file: Blob, words: string): Promise<Person>;
  end(): Promise<void>;
}

interface Surrounded {
  readonly follow: boolean;
  readonly folder: string;
  readonly now: () => number;
}

export function exampleAlliance(): Alliance {
  let relay = exampleRelay({ now: Date.now });
  const relays = [relay];
  const people: Person[] = [];
  const folders: string[] = [];

  async function aPerson({ follow, folder, now }: Surrounded): Promise<Person> {
    folders.push(folder);
    const asked: string[] = [];
    const person: Person = {
      folder,
      online: true,
      asked,
      answer: (_, response) => response,
      spy: () => undefined,
      vault: await openNodeVault(folder, {
        follow,
        now,
        argon2Cost: cheap,
        fetch: async (request) => {
          asked.push(`${request.method} ${new URL(request.url).pathname}`);
          if (!person.online) throw new TypeError("no network");
          await person.spy(request.clone());
          return person.answer(request, await relay.fetch(request));
        },
      }),
    };
    people.push(person);
    return person;
  }

  const aFolder = () => mkdtempSync(join(tmpdir(), "saksi-person-"));

  return {
    get relay() {
      return relay;
    },
    url: exampleOrigin,
    replaceRelay(folder) {
      relay = folder === undefined ? exampleRelay({ now: Date.now }) : relayOver(folder);
      relays.push(relay);
      if (folder !== undefined) folders.push(folder);
    },
    async person(name, { follow = false, folder = aFolder(), now = Date.now } = {}) {
      const person = await aPerson({ follow, folder, now });
      const { state } = await person.vault.state();
      if (state === "absent")
        good(await person.vault.create({ passphrase, profile: { name, organisation: `Organisation of ${name}` } }));
      else good(await person.vault.unlock(passphrase));
      return person;
    },
    async restored(file, words) {
      const person = await aPerson({ follow: false, folder: aFolder(), now: Date.now });
      good(await person.vault.restore({ passphrase: words, file }));
      good(await person.vault.unlock(passphrase));
      return person;
    },
    async end() {
      for (const { vault } of people) await vault.close();
      for (const each of relays) each.stop();
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function relayOver(folder: string): ExampleRelay {
  const store = openSqliteStore(folder);
  const relay = exampleRelay({ now: Date.now, store });
  return {
    ...relay,
    folder,
    store,
    stop() {
      relay.stop();
      store.close();
    },
  };
}

export function good<Value>(answer: Result<Value, unknown>): Value {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}

/** Everything two people do before they work together: link, six words, admission. */
export async function bringIn(
  keeper: Person,
  guest: Person,
  space: SpaceId,
  given: { readonly role?: "keeper" | "writer" | "reader"; readonly circles?: readonly number[] } = {},
): Promise<string> {
  const { role = "writer", circles = [0, 1] } = given;
  const { link } = good(await keeper.vault.invite({ space, role, circles }));
  const { code } = good(await guest.vault.join(link));
  const { member } = good(await keeper.vault.admit({ space, code }));
  good(await guest.vault.sync());
  return member;
}

export const titles = async ({ vault }: Person): Promise<unknown[]> =>
  (await vault.ask("records", { type: "case", order: "title" })).map(({ fields }) => fields.title);
