import { afterEach, beforeEach, expect, test } from "vitest";
import { type ExampleDevice, type ExampleSpace, record, removing } from "./example-entries.ts";
import {
  bytesOf,
  type ExampleMember,
  type ExampleRelay,
  exampleRelay,
  joined,
  memberOf,
  openedSpace,
  positionsOf,
  refusalOf,
} from "./example-relay.ts";
import type { Store } from "./store.ts";

let disk: ExampleRelay;
let space: ExampleSpace;
let keeper: ExampleDevice;
let member: ExampleMember;
beforeEach(async () => {
  disk = exampleRelay();
  ({ space, keeper, member } = await openedSpace(disk.request));
});
afterEach(() => disk.stop());

/** Another process over the same store, of which some answers are other than usual. */
async function beside(changed: Partial<Store>): Promise<{ relay: ExampleRelay; member: ExampleMember }> {
  const relay = exampleRelay({ store: { ...disk.store, ...changed } });
  return { relay, member: await memberOf(relay.request, space.id, keeper) };
}

const checkpoint = (of: ExampleMember): Promise<Uint8Array> => bytesOf(of.get("/checkpoint"));

test("a relay that starts anew knows every space as it was: roster, chains and root", async () => {
  const other = await joined(disk.request, { space, keeper, member });
  const gone = await joined(disk.request, { space, keeper, member });
  await positionsOf(member.push(record(keeper), record(keeper)));
  await positionsOf(gone.member.push(record(gone.device)));
  const stay = [keeper.listed, other.device.listed];
  await positionsOf(member.step(removing(space, keeper, { gone: [gone.device.end()], stay })));
  await positionsOf(other.member.push(record(other.device)));

  const { relay, member: again } = await beside({});
  expect(await checkpoint(again)).toEqual(await checkpoint(member));
  expect(await positionsOf(again.push(record(keeper)))).toEqual([8]);
  await expect(memberOf(relay.request, space.id, gone.device)).rejects.toThrow("removed");
  relay.stop();
});

test("spaces that are not in use leave memory, and nobody notices", async () => {
  const small = exampleRelay({ store: disk.store, limits: { entriesInMemory: 3 } });
  const opened = await Promise.all([1, 2, 3].map(() => openedSpace(small.request)));
  for (let round = 0; round < 3; round += 1)
    for (const each of opened)
      expect(await positionsOf(each.member.push(record(each.keeper), record(each.keeper)))).toEqual([
        1 + 2 * round,
        2 + 2 * round,
      ]);
  small.stop();
});

test("two processes over one store take turns: whoever was late judges again", async () => {
  const { relay, member: there } = await beside({});
  const second = await joined(disk.request, { space, keeper, member });
  expect(await positionsOf(there.push(record(keeper)))).toEqual([2]);
  expect(await positionsOf(second.member.push(record(second.device)))).toEqual([3]);
  expect(await positionsOf(there.push(record(keeper)))).toEqual([4]);
  expect(await checkpoint(there)).toEqual(await checkpoint(member));
  relay.stop();
});

test("a head that moved between judging and writing is judged again", async () => {
  let late = 1;
  const { relay, member: there } = await beside({
    append: async (...given) => {
      if (late-- > 0) return "moved";
      return disk.store.append(...given);
    },
  });
  expect(await positionsOf(there.push(record(keeper), record(keeper)))).toEqual([1, 2]);
  expect(await checkpoint(there)).toEqual(await checkpoint(member));
  relay.stop();
});

test("a disk that fails keeps nothing and says so; the same push succeeds once it works", async () => {
  let broken = true;
  const { relay, member: there } = await beside({
    append: (...given) => (broken ? Promise.reject(new Error("no space left")) : disk.store.append(...given)),
  });
  const push = [record(keeper), record(keeper)];
  expect(await refusalOf(there.push(...push))).toMatchObject({ kind: "unavailable", status: 500 });
  expect(await checkpoint(there)).toEqual(await checkpoint(member));
  broken = false;
  expect(await positionsOf(there.push(...push))).toEqual([1, 2]);
  expect(await checkpoint(there)).toEqual(await checkpoint(member));
  relay.stop();
});

test("nothing is signed before it is on disk", async () => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { relay, member: there } = await beside({
    append: async (...given) => {
      await held;
      return disk.store.append(...given);
    },
  });
  const before = await checkpoint(there);
  const pushing = positionsOf(there.push(record(keeper)));
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(await checkpoint(there)).toEqual(before);
  expect((await there.pull()).length).toBe(2);
  release();
  expect(await pushing).toEqual([1]);
  expect(await checkpoint(there)).not.toEqual(before);
  relay.stop();
});
