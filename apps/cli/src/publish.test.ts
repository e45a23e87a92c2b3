import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Desk, deskOf, type ExampleRelay, exampleRelay } from "./example-desk.ts";

/** One made-up survivor, as four scripts write the name. Nobody is called so. */
const names = ["Zarqavela Montiveros", "សុភាពរតនៈឧបមា", "شہریار فرضی", "子虚乌有生"];
const summary = "A survivor was beaten at a weir. No officer was asked about it.";

let desk: Desk;
let person: string;
let kase: string;
const anybody = ["--purpose", "CP.PUBCASE", "--audience", "AU.PUBLIC"];
const brief = (...more: string[]) => {
  const files = ["--summary", desk.path("summary.txt"), "-o", desk.path("out")];
  return ["brief", kase, ...anybody, ...files, ...more];
};

interface Ids {
  readonly ids: readonly string[];
}
interface Files {
  readonly files: readonly { readonly format: string; readonly path: string; readonly sha256: string }[];
  readonly cleared: boolean;
}
async function put(type: string, fields: object): Promise<string> {
  const { ids } = await desk.ask<Ids>(["put", type], { input: JSON.stringify({ fields }) });
  return ids[0] ?? "";
}

/** A case with a survivor who allowed an anonymous brief; the name stands wherever it could slip through. */
beforeAll(async () => {
  desk = await deskOf("Dara Made-up");
  await desk.ask(["space", "create", "Casework"]);
  const everyName = names.join(" / ");
  kase = await put("case", { title: `About ${everyName}`, risk: "RL.1", code: "KH-7F3Q" });
  person = await put("person", {
    pseudonym: "Quiet Lantern",
    cases: [kase],
    roles: ["RO.VICTIM"],
    ageBand: "AG.4",
    status: "VS.FREE",
  });
  await put("identity", { person, realName: names[0], otherNames: names.slice(1) });
  await put("testimony", { case: kase, account: `I am ${everyName}.` });
  const consent = await put("consent", {
    case: kase,
    person,
    keep: "KEEP.YES",
    understood: true,
    comprehension: true,
    inCustody: false,
  });
  await put("grant", {
    case: kase,
    consent,
    person,
    purpose: "CP.PUBCASE",
    audiences: ["AU.PUBLIC"],
    identityLevel: "IL.1",
    content: ["CC.FACTS"],
    territory: ["WORLD"],
    until: "2090-01-01",
    state: "CT.ACTIVE",
  });
  const exhibit = await put("exhibit", { case: kase, title: everyName, alternative: everyName });
  writeFileSync(desk.path(`${names[0]} ${names[1]}.png`), "not really a picture");
  await desk.ask(["attach", exhibit, desk.path(`${names[0]} ${names[1]}.png`)]);
  writeFileSync(desk.path("summary.txt"), summary);
}, 60_000);
afterAll(() => desk.end());

test("an anonymous brief says what the editor wrote, and none of the names that were planted", async () => {
  const answer = await desk.ask<Files>(brief("--use", "anonymous", "--format", "pdf,epub,docx,html"));
  expect(answer).toMatchObject({ cleared: false });
  expect(answer.files.map(({ format }) => format).sort()).toEqual(["docx", "epub", "html", "pdf"]);
  for (const { format, path, sha256 } of answer.files) {
    const bytes = readFileSync(path);
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
    const text = textOf(format, path);
    expect(text).toContain("No officer was asked about it.");
    expect(text).toContain("Draft, not cleared");
    for (const name of [...names, "Quiet Lantern", "KH-7F3Q"]) {
      expect({ format, name, found: text.includes(name) || bytes.includes(name) }).toMatchObject({ found: false });
      expect(path).not.toContain(name);
    }
  }
});

test("the same brief twice is the same bytes", async () => {
  const once = await desk.ask<Files>(brief("--use", "anonymous", "--format", "pdf,epub"));
  const again = await desk.ask<Files>(brief("--use", "anonymous", "--format", "pdf,epub"));
  expect(again.files).toEqual(once.files);
});

test("a named brief is refused, and says whose consent is missing", async () => {
  const { refused } = (await desk.refused(1, brief("--use", "named", "--format", "pdf"))) as { refused: object[] };
  expect(refused).toContainEqual(expect.objectContaining({ rule: "R-CON-2", record: person, reason: "not-covered" }));
});

test("a summary that holds a name, in any script, is refused and the name is not repeated", async () => {
  for (const name of names) {
    writeFileSync(desk.path("leak.txt"), `It was ${name} who told us.`);
    const said = await desk.refused(
      1,
      brief("--use", "anonymous", "--format", "html", "--summary", desk.path("leak.txt")),
    );
    expect(said).toMatchObject({ refused: [expect.objectContaining({ reason: "protected-string" })] });
    expect(JSON.stringify(said)).not.toContain(name);
  }
});

test("a draft names the hash that another member approves, and says that its author cannot", async () => {
  const words = brief("--use", "anonymous", "--format", "html");
  const { hash } = await desk.ask<{ hash: string }>(words);
  const said = await desk.saksi(words);
  expect(said.lines.join("\n")).toContain(`dossierHash ${hash}`);
  await put("approval", { case: kase, publication: kase, dossierHash: hash, decision: "DECISION.APPROVED" });
  expect(await desk.ask(words)).toMatchObject({
    hash,
    cleared: false,
    missing: expect.arrayContaining([expect.objectContaining({ reason: "author-is-approver" })]),
  });
  expect((await desk.saksi(words)).lines.join("\n")).toContain("Nobody approves their own text.");
});

test("a purpose that no list knows is misuse, and the answer names those there are", async () => {
  const words = [
    "brief",
    kase,
    "--use",
    "anonymous",
    "--purpose",
    "CP.PUB",
    "--audience",
    "AU.PUBLIC",
    "-o",
    desk.path("out"),
  ];
  const said = (await desk.refused(2, words)) as { error: { message: string } };
  expect(said.error.message).toMatch(/--purpose.*CP\.PUBCASE/);
});

test("what is missing from a brief's command line is misuse", async () => {
  const error = (kind: string) => ({ error: expect.objectContaining({ kind }) });
  expect(await desk.refused(2, ["brief", kase, "--use", "anonymous"])).toEqual(error("usage"));
  expect(await desk.refused(2, brief("--use", "secret", "--format", "pdf"))).toEqual(error("usage"));
  expect(await desk.refused(2, brief("--use", "anonymous", "--format", "papyrus"))).toEqual(error("bad-format"));
  expect(await desk.refused(3, ["brief", "a".repeat(26), ...brief("--use", "anonymous").slice(2)])).toEqual(
    error("no-such-record"),
  );
});

test("a head that was verified more than a day ago is stale", async () => {
  const relay: ExampleRelay = await exampleRelay();
  const { space } = await desk.ask<{ space: string }>(["space", "create", "Joint work", "--relay", relay.url]);
  const input = JSON.stringify({ fields: { title: "Synced yesterday" } });
  const { ids } = await desk.ask<Ids>(["put", "case", "--space", space], { input });
  await desk.ask(["sync", "--space", space]);
  await relay.end();
  const now = () => Date.now() + 25 * 3600 * 1000;
  const words = ["brief", ids[0] ?? "", ...brief("--use", "anonymous", "--format", "pdf").slice(2)];
  expect(await desk.refused(1, words, { now })).toEqual({
    refused: [{ rule: "head", record: ids[0], reason: "stale" }],
  });
});

test("the booklet of decisions names its sources, needs no vault, and says when nothing fits", async () => {
  const words = ["booklet", "precedents", "--where", "state=NP", "--format", "epub,html", "-o", desk.path("book")];
  const answer = await desk.ask<Files>(words, { env: { SAKSI_VAULT: "" } });
  expect(answer).toMatchObject({ cleared: false, files: [{ format: "epub" }, { format: "html" }] });
  const html = answer.files.find(({ format }) => format === "html")?.path ?? "";
  expect(readFileSync(html, "utf8")).toMatch(/Nepal/);
  expect(
    await desk.refused(1, ["booklet", "precedents", "--where", "state=ZZ", "-o", desk.path("book")]),
  ).toMatchObject({
    files: [],
  });
  expect(await desk.refused(2, ["booklet", "recipes", "-o", desk.path("book")])).toMatchObject({
    error: { kind: "no-such-booklet" },
  });
  expect(
    await desk.refused(2, ["booklet", "precedents", "--where", "colour=red", "-o", desk.path("book")]),
  ).toMatchObject({ error: { kind: "bad-where" } });
});

/** What a reader sees, and what lies beside it: metadata, alternative texts, names of the files inside. */
function textOf(format: string, path: string): string {
  const run = (command: string, args: readonly string[]) =>
    execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  if (format === "pdf") return flat(`${run("pdftotext", [path, "-"])} ${run("pdfinfo", [path])}`);
  if (format === "html") return flat(readFileSync(path, "utf8"));
  const files = Object.entries(unzipSync(readFileSync(path)));
  return flat(
    files.map(([name, bytes]) => `${name} ${/\.(xml|xhtml|opf|rels)$/.test(name) ? Buffer.from(bytes) : ""}`).join(" "),
  );
}

const flat = (text: string): string => text.replace(/<[^>]*>/g, "").replace(/\s+/g, " ");
