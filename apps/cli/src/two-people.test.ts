import { cpSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Desk, deskOf, type ExampleRelay, exampleRelay } from "./example-desk.ts";

let relay: ExampleRelay;
let desks: Desk[] = [];
beforeAll(async () => {
  relay = await exampleRelay();
}, 60_000);
afterAll(async () => {
  for (const desk of desks) desk.end();
  await relay.end();
});

interface Ids {
  readonly ids: readonly string[];
}
interface Conflicts {
  readonly conflicts: readonly { readonly versions: readonly string[] }[];
}
interface Waiting {
  readonly waiting: readonly { readonly code: string }[];
}
interface Members {
  readonly members: readonly { readonly member: string; readonly me: boolean; readonly removed: boolean }[];
}

const synced = { pushed: expect.any(Number), pulled: expect.any(Number), head: expect.any(Number), unchecked: 0 };
const refusal = (kind: string) => ({ error: expect.objectContaining({ kind, message: expect.any(String) }) });
const titleOf = async (desk: Desk, id: string) =>
  (await desk.ask<{ fields: { title: string } }>(["get", id])).fields.title;

async function person(name: string): Promise<Desk> {
  const desk = await deskOf(name);
  desks = [...desks, desk];
  return desk;
}

/** A keeper's new space at the relay, and a second person who was let in by the six words they read out. */
async function together(
  given: readonly string[] = [],
): Promise<{ keeper: Desk; guest: Desk; space: string; link: string; member: string }> {
  const keeper = await person("Dara Made-up");
  const guest = await person("Omar Invented");
  const { space } = await keeper.ask<{ space: string }>(["space", "create", "Joint work", "--relay", relay.url]);
  const { link } = await keeper.ask<{ link: string }>(["space", "invite", ...given]);
  expect(await keeper.ask(["space", "admit"])).toEqual({ waiting: [] });
  const joined = await guest.ask<{ space: string; code: string }>(["space", "join", link]);
  expect(joined).toEqual({ space, code: expect.stringMatching(/^\S+( \S+){5}$/) });
  const { waiting } = await keeper.ask<Waiting>(["space", "admit"]);
  expect(waiting).toEqual([{ request: expect.any(String), name: "Omar Invented", code: joined.code }]);
  const wrong = ["space", "admit", "zoo", "zoo", "zoo", "zoo", "zoo", "zoo"];
  expect(await keeper.refused(1, wrong)).toEqual({ admitted: [] });
  const { admitted } = await keeper.ask<{ admitted: { member: string }[] }>([
    "space",
    "admit",
    ...joined.code.split(" "),
  ]);
  expect(admitted).toEqual([{ member: expect.stringMatching(/^[0-9a-f]{16}$/) }]);
  expect(await guest.ask(["sync"])).toEqual(synced);
  return { keeper, guest, space, link, member: admitted[0]?.member ?? "" };
}

async function putCase(desk: Desk, draft: object): Promise<string> {
  const { ids } = await desk.ask<Ids>(["put", "case"], { input: JSON.stringify(draft) });
  await desk.ask(["sync"]);
  return ids[0] ?? "";
}

test("two people document one case, contradict each other and agree", async () => {
  const { keeper, guest, space, link, member } = await together();
  const id = await putCase(keeper, { title: "Beaten at the weir" });
  await guest.ask(["sync"]);
  expect(await titleOf(guest, id)).toBe("Beaten at the weir");
  const later = await person("Somebody Else");
  expect(await later.refused(3, ["space", "join", link])).toEqual(refusal("link-used"));

  for (const [desk, title] of [
    [keeper, "At the northern weir"],
    [guest, "At the river weir"],
  ] as const)
    await desk.ask(["put", "case"], { input: JSON.stringify({ id, fields: { title } }) });
  for (const desk of [keeper, guest, keeper]) await desk.ask(["sync"]);
  const seen = await Promise.all([keeper, guest].map((desk) => desk.ask<Conflicts>(["conflicts"])));
  expect(seen[0]).toEqual(seen[1]);
  expect(seen[0]?.conflicts).toEqual([{ id, field: "title", versions: [expect.any(String), expect.any(String)] }]);
  await guest.ask(["settle", id, "title", seen[1]?.conflicts[0]?.versions[0] ?? ""]);
  for (const desk of [guest, keeper]) await desk.ask(["sync"]);
  expect(await titleOf(keeper, id)).toBe(await titleOf(guest, id));
  expect(await keeper.ask(["conflicts"])).toEqual({ conflicts: [] });

  expect(await keeper.ask(["space", "remove", member])).toEqual({ removed: member });
  const { members } = await keeper.ask<Members>(["space", "members"]);
  expect(members).toEqual([
    expect.objectContaining({ me: true, removed: false }),
    expect.objectContaining({ member, removed: true }),
  ]);
  const hidden = await putCase(keeper, { title: "Written after the removal" });
  await guest.saksi(["sync"]);
  expect(await guest.refused(3, ["put", "case"], { input: '{"title": "Too late"}' })).toEqual(refusal("removed"));
  expect(await guest.refused(3, ["get", hidden])).toEqual(refusal("no-such-record"));
  expect(await titleOf(guest, id)).toMatch(/weir/);
  expect(await guest.ask(["space", "list"])).toMatchObject({
    spaces: [{ space, sync: { problem: { kind: "removed" } } }],
  });
});

test("who is not in the smaller circle finds nothing of it", async () => {
  const { keeper, guest } = await together();
  const { ids } = await keeper.ask<Ids>(["put", "person"], { input: '{"pseudonym": "Quiet Lantern"}' });
  const named = { person: ids[0], realName: "Zarqavela Montiveros" };
  const identity = await keeper.ask<Ids>(["put", "identity"], { input: JSON.stringify(named) });
  await keeper.ask(["sync"]);
  await guest.ask(["sync"]);
  expect(await keeper.ask(["search", "Zarqavila", "Montiveros"])).toMatchObject({ hits: [{ id: identity.ids[0] }] });
  expect(await guest.ask(["search", "Zarqavila", "Montiveros"])).toEqual({ hits: [] });
  expect(await guest.ask(["list", "identity"])).toEqual({ records: [] });
  expect(await guest.refused(3, ["get", identity.ids[0] ?? ""])).toEqual(refusal("no-such-record"));
  expect(await guest.ask(["search", "Lantern"])).toMatchObject({ hits: [{ id: ids[0] }] });
});

test("a reader reads and cannot write; only a keeper lets people in and out", async () => {
  const { keeper, guest, member } = await together(["--role", "reader"]);
  expect(await guest.refused(3, ["put", "case"], { input: '{"title": "Not mine"}' })).toEqual(refusal("not-allowed"));
  expect(await guest.refused(3, ["space", "invite"])).toEqual(refusal("not-allowed"));
  expect(await guest.refused(3, ["space", "remove", member])).toEqual(refusal("not-allowed"));
  expect(await keeper.refused(3, ["space", "remove", "0123456789abcdef"])).toEqual(refusal("no-such-member"));
});

test("a link that is a week old has expired, by the clock of who joins", async () => {
  const keeper = await person("Dara Made-up");
  const guest = await person("Omar Invented");
  await keeper.ask(["space", "create", "Joint work", "--relay", relay.url]);
  const { link } = await keeper.ask<{ link: string }>(["space", "invite"]);
  const now = () => Date.now() + 8 * 24 * 3600 * 1000;
  expect(await guest.refused(3, ["space", "join", link], { now })).toEqual(refusal("link-expired"));
});

test("without a network everything is kept, and a command that needs one says so", async () => {
  const gone = await exampleRelay();
  const keeper = await person("Dara Made-up");
  await keeper.ask(["space", "create", "Joint work", "--relay", gone.url]);
  await gone.end();
  const { ids } = await keeper.ask<Ids>(["put", "case"], { input: '{"title": "Written on a train"}' });
  expect(await keeper.refused(3, ["sync"])).toEqual(refusal("offline"));
  expect(await keeper.ask(["space", "list"])).toMatchObject({ spaces: [{ sync: { unsent: 1 } }] });
  expect(await titleOf(keeper, ids[0] ?? "")).toBe("Written on a train");
});

test("a copied vault whose work the relay cannot take is told so at each sync, not that all is done", async () => {
  const { keeper } = await together();
  cpSync(keeper.path("vault"), keeper.path("copy"), { recursive: true });
  await putCase(keeper, { title: "From the first" });
  const copy = { env: { SAKSI_VAULT: keeper.path("copy") } };
  await keeper.ask(["put", "case"], { ...copy, input: '{"title": "From the copy"}' });
  for (let time = 0; time < 2; time += 1)
    expect(await keeper.refused(3, ["sync"], copy)).toEqual(refusal("cloned-device"));
});

test("watching shows what others write until it is stopped, and ends well", async () => {
  const { keeper, guest } = await together();
  const stop = new AbortController();
  const lines: string[] = [];
  const watching = guest.saksi(["sync", "--watch"], {
    signal: stop.signal,
    onLine(line) {
      lines.push(line);
      if (/ [1-9]\d* taken/.test(line)) stop.abort();
    },
  });
  await putCase(keeper, { title: "Seen while watching" });
  expect((await watching).exit).toBe(0);
  expect(lines[0]).toMatch(/^0 sent, 1 taken/);

  const stopped = new AbortController();
  const asJson = guest.ask<{ pulled: number }>(["sync", "--watch"], { signal: stopped.signal });
  await putCase(keeper, { title: "Seen as one JSON value" });
  setTimeout(() => stopped.abort(), 2500);
  expect(await asJson).toMatchObject({ pulled: 1 });
});

test("neither the relay's folder nor the vault's holds anything that somebody wrote, in any script", async () => {
  const { keeper } = await together();
  const words = ["Zarqavela", "គាត់ត្រូវបានវាយ", "شہریارفرضی", "子虚乌有", "Joint work", "Dara Made-up"];
  await putCase(keeper, { title: words.join(" ") });
  const files = [...filesUnder(relay.folder), ...filesUnder(keeper.path("vault"))];
  expect(files.length).toBeGreaterThan(4);
  for (const file of files) for (const word of words) expect(readFileSync(file).includes(word)).toBe(false);
});

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((name) => statSync(name).isFile());
