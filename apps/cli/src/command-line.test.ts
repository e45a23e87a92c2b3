import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { World } from "./command.ts";
import { commands } from "./commands.ts";
import { type Desk, deskOf, exampleDesk } from "./example-desk.ts";
import { run } from "./run.ts";

let desk: Desk;
beforeEach(async () => {
  desk = await deskOf("Dara Made-up");
}, 60_000);
afterEach(() => desk.end());

interface Ids {
  readonly ids: readonly string[];
}
interface Got {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly versions: Readonly<Record<string, readonly string[]>>;
  readonly conflicts: readonly string[];
}

const spaceId = expect.stringMatching(/^[0-9a-z]{40,}$/);
const recordId = expect.stringMatching(/^[a-z2-7]{26}$/);
const version = expect.stringMatching(/^[0-9a-f]{32}$/);
const refusal = (kind: string) => ({ error: expect.objectContaining({ kind, message: expect.any(String) }) });

const begun = async (): Promise<string> => (await desk.ask<{ space: string }>(["space", "create", "Casework"])).space;
async function putOne(type: string, fields: object): Promise<string> {
  const { ids } = await desk.ask<Ids>(["put", type], { input: JSON.stringify({ fields }) });
  expect(ids).toEqual([recordId]);
  return ids[0] ?? "";
}

test("a vault is made once, and answers with its folder", async () => {
  const other = exampleDesk();
  expect(await other.ask(["init", "--name", "Omar Invented", "--organisation", "Example Clinic"])).toEqual({
    vault: other.path("vault"),
  });
  const again = ["init", "--name", "Omar Invented", "--organisation", "Example Clinic"];
  expect(await other.refused(3, again)).toEqual(refusal("vault-exists"));
  expect(await other.refused(2, ["init", "--name", "Omar Invented"])).toEqual(refusal("usage"));
  other.end();
});

test("who does not know the passphrase opens nothing; who says none is told how", async () => {
  await begun();
  const wrong = { env: { SAKSI_PASSPHRASE: "not the right words" } };
  expect(await desk.refused(3, ["space", "list"], wrong)).toEqual(refusal("wrong-passphrase"));
  const nobody = { env: { SAKSI_PASSPHRASE: undefined as unknown as string } };
  expect(await desk.refused(2, ["space", "list"], nobody)).toEqual(refusal("no-passphrase"));
  const weak = { env: { SAKSI_PASSPHRASE: "short", SAKSI_VAULT: desk.path("weak") } };
  expect(await desk.refused(2, ["init", "--name", "A", "--organisation", "B"], weak)).toEqual(
    refusal("weak-passphrase"),
  );
});

test("a file that cannot be read or made is an answer without its name", async () => {
  await begun();
  const away = desk.path("nowhere/Made-up Name.age");
  const told = await desk.refused(3, ["backup", "-o", away]);
  expect(told).toEqual(refusal("file-fault"));
  expect(JSON.stringify(told)).not.toContain("Made-up Name");
});

test("a folder without a vault, no folder at all, an unknown command and an unknown option are each named", async () => {
  const elsewhere = ["--vault", desk.path("nowhere")];
  expect(await desk.refused(3, ["space", "list", ...elsewhere])).toEqual(refusal("no-vault"));
  expect(await desk.refused(3, ["doctor", ...elsewhere])).toEqual(refusal("no-vault"));
  expect(existsSync(desk.path("nowhere"))).toBe(false);
  expect(await desk.refused(2, ["space", "list"], { env: { SAKSI_VAULT: "" } })).toEqual(refusal("which-vault"));
  expect(await desk.refused(2, ["fly"])).toEqual(refusal("no-such-command"));
  expect(await desk.refused(2, ["space"])).toEqual(refusal("usage"));
  expect(await desk.refused(2, ["list", "case", "--colour", "red"])).toEqual(refusal("usage"));
  const plain = await desk.saksi(["fly"]);
  expect(plain).toMatchObject({ exit: 2, lines: [] });
  expect(plain.told).toContain("saksi help");
});

test("a machine is measured with made-up records that are gone afterwards, and no vault is asked for", async () => {
  const nobody = { env: { SAKSI_VAULT: "", SAKSI_PASSPHRASE: undefined as unknown as string } };
  const before = readdirSync(tmpdir()).filter((name) => name.startsWith("saksi-bench-self-"));
  const told = await desk.ask<{ rows: readonly object[] }>(["bench", "--records", "20"], nobody);
  expect(told).toMatchObject({ records: 20, node: process.versions.node });
  const row = {
    what: expect.any(String),
    times: expect.any(Number),
    median: expect.any(Number),
    p95: expect.any(Number),
  };
  expect(told.rows).toEqual(Array.from({ length: 5 }, () => row));
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith("saksi-bench-self-"))).toEqual(before);
  expect(await desk.refused(2, ["bench", "--records", "none"])).toEqual(refusal("usage"));
}, 60_000);

test("help names every command, and each command its own usage", async () => {
  const { commands: rows } = await desk.ask<{ commands: { usage: string; help: string }[] }>(["help"]);
  expect(rows.map(({ usage }) => usage)).toEqual(commands.map(({ usage }) => usage));
  const { usage, name } = commands[3] ?? { usage: "", name: "" };
  expect(await desk.ask([...name.split(" "), "--help"])).toMatchObject({ usage });
});

test("with more than one space a command asks which", async () => {
  expect(await desk.ask(["space", "create", "Casework"])).toEqual({ space: spaceId });
  await desk.ask(["space", "create", "Mission"]);
  const { spaces } = await desk.ask<{ spaces: { space: string; name: string }[] }>(["space", "list"]);
  expect(spaces.map(({ name }) => name).sort()).toEqual(["Casework", "Mission"]);
  const input = JSON.stringify({ fields: { title: "Beaten at a checkpoint" } });
  expect(await desk.refused(2, ["put", "case"], { input })).toEqual(refusal("which-space"));
  expect(await desk.refused(2, ["list", "case"])).toEqual(refusal("which-space"));
  const mission = spaces.find(({ name }) => name === "Mission")?.space ?? "";
  await desk.ask(["put", "case", "--space", mission], { input });
  expect(await desk.ask(["list", "case", "--space", mission.slice(0, 10)])).toMatchObject({
    records: [{ title: "Beaten at a checkpoint", space: mission }],
  });
  expect(await desk.refused(3, ["list", "case", "--space", "0000000000"])).toEqual(refusal("no-such-space"));
});

test("a draft, an array, JSON Lines and fields at the top are all drafts", async () => {
  const space = await begun();
  const id = await putOne("case", { title: "One", state: "CASE.INTAKE" });
  const array = JSON.stringify([{ fields: { title: "Two" } }, { title: "Three" }]);
  expect((await desk.ask<Ids>(["put", "case"], { input: array })).ids).toEqual([recordId, recordId]);
  writeFileSync(desk.path("lines.jsonl"), '{"title": "Four"}\n\n{"fields": {"title": "Five"}}\n');
  expect((await desk.ask<Ids>(["put", "case", desk.path("lines.jsonl")])).ids).toHaveLength(2);

  const { records } = await desk.ask<{ records: { title: string }[] }>(["list", "case"]);
  expect(records.map(({ title }) => title).sort()).toEqual(["Five", "Four", "One", "Three", "Two"]);
  const where = ["list", "case", "--where", "state=CASE.INTAKE"];
  expect(await desk.ask(where)).toMatchObject({ records: [{ id, title: "One" }] });
  expect(await desk.refused(2, ["list", "case", "--where", "colour=red"])).toEqual(refusal("bad-input"));
  expect(await desk.refused(2, ["list", "case", "--limit", "few"])).toEqual(refusal("usage"));

  expect(await desk.ask(["get", id])).toEqual({
    id,
    type: "case",
    space,
    fields: { title: "One", state: "CASE.INTAKE" },
    versions: { title: [version], state: [version] },
    conflicts: [],
  });
  expect(await desk.refused(3, ["get", "a".repeat(26)])).toEqual(refusal("no-such-record"));
  expect(await desk.refused(3, ["get", "nothing"])).toEqual(refusal("no-such-record"));
});

test("with an id only the given fields change, and the history keeps what stood before", async () => {
  await begun();
  const id = await putOne("case", { title: "First words", state: "CASE.INTAKE" });
  await desk.ask(["put", "case"], { input: JSON.stringify({ id, fields: { title: "Second words" } }) });
  const { fields } = await desk.ask<Got>(["get", id]);
  expect(fields).toEqual({ title: "Second words", state: "CASE.INTAKE" });
  const { versions } = await desk.ask<{ versions: { version: string; fields: object }[] }>(["history", id]);
  expect(versions).toHaveLength(2);
  expect(versions).toContainEqual(expect.objectContaining({ fields: { title: "Second words" }, version }));
  expect(JSON.stringify(versions)).toContain("First words");
});

test("a stale base makes a sibling; a person settles, and nothing is lost", async () => {
  await begun();
  const id = await putOne("case", { title: "Seen by both" });
  const base = (await desk.ask<Got>(["get", id])).versions;
  for (const title of ["Written first", "Written from a stale page"])
    await desk.ask(["put", "case"], { input: JSON.stringify({ id, base, fields: { title } }) });
  expect((await desk.ask<Got>(["get", id])).conflicts).toEqual(["title"]);
  const { conflicts } = await desk.ask<{ conflicts: { versions: string[] }[] }>(["conflicts"]);
  expect(conflicts).toEqual([{ id, field: "title", versions: [version, version] }]);
  const [chosen = ""] = conflicts[0]?.versions ?? [];
  expect(await desk.refused(3, ["settle", id, "title", "0".repeat(32)])).toEqual(refusal("no-such-version"));
  expect(await desk.refused(2, ["settle", id, "title", "first"])).toEqual(refusal("usage"));
  expect(await desk.ask(["settle", id, "title", chosen])).toEqual({ version });
  expect(await desk.ask(["conflicts"])).toEqual({ conflicts: [] });
  const said = JSON.stringify(await desk.ask(["history", id]));
  expect(said).toContain("Written first");
  expect(said).toContain("Written from a stale page");
});

test("what cannot be read is refused with the draft or the line, and nothing is saved", async () => {
  await begun();
  const cases: readonly (readonly [string, string, RegExp])[] = [
    ["", "bad-input", /JSON|no draft/],
    ["[]", "bad-input", /no draft/],
    ["{", "bad-input", /not JSON/],
    ['{"title": "Good"}\n{"title": \n', "bad-input", /Line 2/],
    ['[{"title": "Good"}, {"fields": {"title": "Good", "colour": "red"}}]', "bad-field", /Draft 2.*colour/],
    ['[{"title": "Good"}, {"id": "no", "fields": {}}]', "bad-input", /Draft 2, id/],
    ['{"type": "person", "fields": {}}', "bad-input", /Draft 1 is a person/],
  ];
  for (const [input, kind, message] of cases) {
    const said = await desk.refused(2, ["put", "case"], { input });
    expect({ input, said }).toEqual({
      input,
      said: { error: expect.objectContaining({ kind, message: expect.stringMatching(message) }) },
    });
  }
  expect(await desk.refused(2, ["put", "dragon"], { input: "{}" })).toEqual(refusal("unknown-type"));
  expect(await desk.refused(2, ["list", "dragon"])).toEqual(refusal("unknown-type"));
  expect(await desk.ask(["list", "case"])).toEqual({ records: [] });
});

test("a text in another encoding is refused, not half lost", async () => {
  await begun();
  const tis620 = Uint8Array.from([
    ...new TextEncoder().encode('{"title": "'),
    0xb5,
    0xd3,
    0xc3,
    0xc7,
    0xa8,
    0x22,
    0x7d,
  ]);
  const said = await desk.refused(2, ["put", "case"], { input: tis620 });
  expect(said).toEqual({ error: { kind: "bad-input", message: expect.stringMatching(/UTF-8/) } });
  expect(await desk.ask(["list", "case"])).toEqual({ records: [] });
});

test("options that are known everywhere may stand before the command, and help may be asked for in any way", async () => {
  await begun();
  expect(await desk.ask(["--vault", desk.path("vault"), "list", "case"])).toEqual({ records: [] });
  const all = await desk.ask(["help"]);
  for (const words of [["--help"], ["-h"]]) expect(await desk.ask(words)).toEqual(all);
  const { commands: some } = await desk.ask<{ commands: { usage: string }[] }>(["help", "space", "admit"]);
  expect(some.map(({ usage }) => usage)).toEqual(["saksi space admit [CODE] [--space ID]"]);
  expect(await desk.refused(2, ["help", "fly"])).toEqual(refusal("no-such-command"));
  expect(JSON.stringify(await desk.refused(2, ["/home/Made-up Name"]))).not.toContain("Made-up");
});

test("nobody and nothing is without a name", async () => {
  const empty = { env: { SAKSI_VAULT: desk.path("other") } };
  const words = ["init", "--name", " ", "--organisation", "Example Clinic"];
  expect(await desk.refused(2, words, empty)).toEqual(refusal("empty-name"));
  expect(await desk.refused(2, ["space", "create", ""])).toEqual(refusal("empty-name"));
});

test("a mistake of ours exits with 3 and says where in the code, not what it met", async () => {
  const broken = async () => Promise.reject(new RangeError("Zarqavela in /home/Zarqavela"));
  const told: string[] = [];
  const lines: string[] = [];
  const around = {
    env: { SAKSI_VAULT: desk.path("vault") },
    print: lines.push.bind(lines),
    tell: told.push.bind(told),
  };
  const world = { ...around } as unknown as World; // the command ends before it asks for more
  expect(await run(commands, ["space", "list", "--json"], world, broken)).toBe(3);
  expect(JSON.parse(told.join(""))).toEqual(refusal("own-fault"));
  expect(told.join("")).toContain("command-line.test.ts:");
  expect(`${told} ${lines}`).not.toMatch(/Zarqavela|home/);
});

test("an error never repeats what somebody wrote", async () => {
  await begun();
  const text = await desk.refused(2, ["put", "case"], { input: '"Zarqavela Montiveros"' });
  expect(text).toEqual({
    error: { kind: "bad-input", message: "Draft 1, as a whole: expected Object. Nothing was saved." },
  });
  const said = await desk.refused(2, ["put", "case"], { input: '{"title": Zarqavela Montiveros}' });
  expect(JSON.stringify(said)).not.toContain("Zarqavela");
});

test("what can be recorded is listed, and a type is a JSON Schema", async () => {
  const { types } = await desk.ask<{ types: { name: string }[] }>(["types"]);
  expect(types.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["case", "person", "identity", "testimony", "exhibit", "consent", "grant", "precedent"]),
  );
  const schema = await desk.ask<{ properties: object }>(["types", "case"]);
  expect(schema).toMatchObject({ type: "object" });
  expect(JSON.stringify(schema)).toContain('"title"');
  expect(await desk.refused(2, ["types", "dragon"])).toEqual(refusal("unknown-type"));
});

test("search finds a word inside an unspaced sentence and a name with a slip, and shows no name", async () => {
  await begun();
  const account = "គាត់ត្រូវបានវាយនៅប៉ុស្តិ៍នគរបាល។ เขาถูกซ้อมทรมานในห้องสอบสวน";
  const testimony = await putOne("testimony", { account });
  const person = await putOne("person", { pseudonym: "Quiet Lantern" });
  const identity = await putOne("identity", { person, realName: "Zarqavela Montiveros" });
  for (const words of ["នគរបាល", "ทรมาน"]) {
    const { hits } = await desk.ask<{ hits: object[] }>(["search", words]);
    expect(hits).toEqual([
      { id: testimony, type: "testimony", title: expect.any(String), snippet: expect.stringContaining(words) },
    ]);
  }
  const { hits } = await desk.ask<{ hits: { id: string }[] }>(["search", "Zarqavila", "Montiveros"]);
  expect(hits.map(({ id }) => id)).toContain(identity);
  expect(JSON.stringify(hits)).not.toContain("Zarqavela");
  expect(await desk.ask(["search", "nothing at all like this"])).toEqual({ hits: [] });
});

test("a file comes back byte for byte; a case begins the exhibit", async () => {
  await begun();
  const bytes = Uint8Array.from({ length: 1_500_000 }, (_, index) => (index * 31) % 251);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  writeFileSync(desk.path("scan.png"), bytes);
  const kase = await putOne("case", { title: "With a scan" });
  const made = await desk.ask<{ exhibit: string }>(["attach", kase, desk.path("scan.png")]);
  expect(made).toEqual({ exhibit: recordId, sha256, bytes: bytes.length });
  const out = desk.path("out.png");
  expect(await desk.ask(["fetch", made.exhibit, "-o", out])).toEqual({ path: out, sha256 });
  expect(readFileSync(out).equals(bytes)).toBe(true);
  expect(await desk.refused(2, ["fetch", made.exhibit])).toEqual(refusal("usage"));
  const error = await desk.refused(2, ["attach", made.exhibit, desk.path("Canary Somchai.png")]);
  expect(error).toEqual(refusal("no-such-file"));
  expect(JSON.stringify(error)).not.toContain("Somchai");
  for (const words of [
    ["get", "Canary Somchai"],
    ["list", "case", "--space", "Somchai"],
    ["space", "remove", "Somchai"],
  ])
    expect(JSON.stringify(await desk.refused(3, words))).not.toContain("Somchai");
  expect(await desk.refused(3, ["fetch", "a".repeat(26), "-o", out])).toEqual(refusal("no-such-record"));
});

test("a backup is one file that makes the vault again; what is no backup is named", async () => {
  await begun();
  const id = await putOne("case", { title: "Kept in a backup" });
  const file = desk.path("backup.age");
  const backup = { env: { SAKSI_BACKUP_PASSPHRASE: "another set of quiet made up words" } };
  expect(await desk.ask(["backup", "-o", file], backup)).toEqual({ path: file });
  expect(readFileSync(file).includes("Kept in a backup")).toBe(false);

  const vault = desk.path("restored");
  const wrong = { env: { SAKSI_BACKUP_PASSPHRASE: "not these words at all" } };
  expect(await desk.refused(3, ["restore", file, "--vault", vault], wrong)).toEqual(refusal("wrong-passphrase"));
  writeFileSync(desk.path("empty.age"), "");
  const empty = ["restore", desk.path("empty.age"), "--vault", vault];
  expect(await desk.refused(3, empty, backup)).toEqual(refusal("not-a-backup"));
  writeFileSync(desk.path("cut.age"), readFileSync(file).subarray(0, 900));
  const cut = ["restore", desk.path("cut.age"), "--vault", vault];
  expect(await desk.refused(3, cut, backup)).toEqual({
    error: expect.objectContaining({ kind: "damaged-file", message: expect.stringContaining("cut short") }),
  });

  expect(await desk.ask(["restore", file, "--vault", vault], backup)).toEqual({ vault });
  expect((await desk.ask<Got>(["get", id, "--vault", vault])).fields).toEqual({ title: "Kept in a backup" });
  expect(await desk.refused(3, ["restore", file, "--vault", vault], backup)).toEqual(refusal("vault-exists"));
});

test("a space that lives here alone cannot invite, and says how to mend it", async () => {
  await begun();
  expect(await desk.refused(3, ["space", "invite"])).toEqual(refusal("no-relay"));
  expect(await desk.refused(2, ["space", "invite", "--role", "king"])).toEqual(refusal("bad-role"));
  expect(await desk.refused(2, ["space", "invite", "--circles", "0,9"])).toEqual(refusal("bad-circles"));
  expect(await desk.refused(2, ["space", "join", "https://relay.example/app/#nothing"])).toEqual(refusal("bad-link"));
});

test("the doctor finds a whole vault whole, and a clock that cannot be right", async () => {
  await begun();
  const { checks } = await desk.ask<{ checks: { ok: boolean }[] }>(["doctor"]);
  expect(checks.every(({ ok }) => ok)).toBe(true);
  const early = await desk.refused(1, ["doctor"], { now: () => Date.parse("2019-01-01") });
  expect(early).toMatchObject({
    checks: expect.arrayContaining([expect.objectContaining({ name: "clock", ok: false })]),
  });
});

test("the sample fills three spaces, and says that they are made up", async () => {
  const { spaces } = await desk.ask<{ spaces: string[] }>(["sample"]);
  expect(spaces).toEqual([spaceId, spaceId, spaceId]);
  const list = await desk.ask<{ spaces: { sample: boolean; records: number }[] }>(["space", "list"]);
  expect(list.spaces.every(({ sample }) => sample)).toBe(true);
  expect(list.spaces.reduce((sum, { records }) => sum + records, 0)).toBeGreaterThanOrEqual(200);
});
