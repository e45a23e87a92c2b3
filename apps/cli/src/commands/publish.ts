/** From a case, or from the library, to files that say no more than people allowed. */

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type CaseRecord, recordsOf } from "@saksi/domain/case-file";
import type { Draft } from "@saksi/domain/change";
import { isRecordId, newRecordId } from "@saksi/domain/id";
import { localDay } from "@saksi/domain/local-day";
import { useNames, useOf } from "@saksi/domain/use";
import { term, type VocabularyName, vocabulary } from "@saksi/domain/vocabulary";
import { gateBooklet } from "@saksi/publish/booklet";
import { gateBrief } from "@saksi/publish/gate";
import { type PublishAnswer, type PublishedFile, type PublishQuestion, publish } from "@saksi/publish/publish";
import { lessonDrafts, lessons } from "@saksi/treaties/lessons";
import { type PrecedentFilter, precedentDrafts, precedentsWhere } from "@saksi/treaties/precedents";
import { bookApprovals, thisPerson } from "@saksi/vault/query/book-approvals";
import { caseFileOf } from "@saksi/vault/query/case-file";
import { headAgeHours } from "@saksi/vault/query/head-age";
import { type Call, type Command, done, misused, no, type Outcome, outputOf, Stopped } from "../command.ts";
import { asUtf8 } from "../read-drafts.ts";
import { recordMeant } from "../record-meant.ts";
import { failed } from "../words/problems.ts";
import { sentenceOf } from "../words/reasons.ts";
import { progressTo } from "./files.ts";

const formats = ["pdf", "epub", "html", "docx"] as const;
type Format = (typeof formats)[number];

const brief: Command = {
  name: "brief",
  usage: `saksi brief CASE --use ${useNames.join("|")} --purpose P --audience A [--territory T] [--title T] [--summary FILE] [--passages ID,ID] --format pdf,epub,html,docx -o DIR`,
  help: "A short publication about one case. It holds what consent covers and nothing else; refused, it names the rule and the record. Each page says Draft, not cleared, until another member approved exactly this text.",
  options: {
    use: { type: "string" },
    purpose: { type: "string" },
    audience: { type: "string" },
    territory: { type: "string" },
    title: { type: "string" },
    summary: { type: "string" },
    passages: { type: "string" },
    language: { type: "string" },
    format: { type: "string" },
    output: { type: "string", short: "o" },
  },
  words: [1, 1],
  async run(call) {
    const { words, options, world, open } = call;
    const [id = ""] = words;
    const name = useNames.find((one) => one === options.use);
    const { purpose, audience, territory } = options;
    if (name === undefined || typeof purpose !== "string" || typeof audience !== "string")
      return misused("usage", `Usage: ${brief.usage}`);
    oneOf("consent_purposes", "purpose", purpose);
    oneOf("consent_audiences", "audience", audience);
    if (typeof territory === "string") oneOf("territories", "territory", territory);
    const wanted = formatsOf(options, brief);
    const folder = outputOf(options, brief);
    const summary = typeof options.summary === "string" ? asUtf8(await world.readFile(options.summary)) : "";

    const vault = await open();
    const record = await recordMeant(vault, id, options);
    const file = await caseFileOf(vault, record.id, record.space);
    if (file === null) throw new Stopped(failed({ kind: "no-such-record", id }));
    const [space] = (await vault.ask("spaces", {})).filter((row) => row.space === record.space);
    const [me] = (await vault.ask("members", { space: record.space })).filter((row) => row.me);
    if (space === undefined || me === undefined) throw new Error("a record lies in a space that we are in");

    const [withheldHere] = await vault.ask("withheld", { space: record.space });

    const day = localDay(world.now());
    const tools = world.publishing();
    const chosen = typeof options.passages === "string" ? options.passages.split(",").filter(isRecordId) : undefined;
    const answer = await gateBrief(
      {
        file,
        use: useOf(name, { purpose, audience, ...(typeof territory === "string" ? { territory } : {}) }),
        today: day,
        passages: chosen ?? recordsOf(file, "passage").map((passage) => passage.id),
        texts: {
          title: typeof options.title === "string" ? options.title : "Case brief",
          lang: typeof options.language === "string" ? options.language : "en",
          parts: { background: summary },
          classification: audience === "AU.PUBLIC" ? "Public" : "Confidential",
        },
        makers: [me],
        headAgeHours: headAgeHours(space.sync, world.now()),
        unread: withheldHere?.count ?? Number.NaN,
      },
      tools.sha256,
    );
    if ("refused" in answer) {
      return no(
        { refused: answer.refused },
        "Refused.",
        ...answer.refused.map(({ rule, record, reason }) => `${rule}  ${record}  ${sentenceOf(reason)}`),
      );
    }
    const { dossier, hash, cleared, protect, withheld, missing } = answer;
    const answered = await published({ dossier, cleared, protect, formats: wanted, day }, call);
    if (!("files" in answered)) return refusedFiles(answered);
    const files = await written(answered.files, folder);
    const notes = cleared
      ? []
      : [
          "Draft, not cleared:",
          ...missing.map(({ rule, at, reason, facts }) =>
            `${rule}  ${at}  ${sentenceOf(reason)} ${facts?.condition ?? ""}`.trim(),
          ),
          `Another member approves exactly this text: saksi put approval, with case and publication ${record.id}, dossierHash ${hash}, decision and conditions`,
        ];
    const json = {
      files,
      cleared,
      hash,
      withheld,
      missing: missing.map(({ rule, at, reason, facts }) => ({
        rule,
        record: at,
        reason,
        ...(facts?.condition === undefined ? {} : { condition: facts.condition }),
      })),
    };
    return done(
      json,
      ...files.map(({ path, sha256 }) => `${sha256}  ${path}`),
      `${withheld.length} withheld; what and why: --json`,
      ...notes,
    );
  },
};

const booklet: Command = {
  name: "booklet",
  usage:
    "saksi booklet precedents [--where state=NP|forum=…|article=CAT:15|topic=…]… --format pdf,epub,html,docx -o DIR",
  help: "Landmark decisions in Asia as a book: every entry with its sources, the date up to which it is known, and how sure we are.",
  options: {
    where: { type: "string", multiple: true },
    format: { type: "string" },
    output: { type: "string", short: "o" },
  },
  words: [1, 1],
  async run(call) {
    const { words, options, world } = call;
    if (words[0] !== "precedents") return misused("no-such-booklet", "There is one booklet: precedents.");
    const wanted = formatsOf(options, booklet);
    const folder = outputOf(options, booklet);
    const filter = filterOf(options.where);
    const chosen = precedentsWhere(filter);
    if (chosen.length === 0) return no({ files: [], cleared: false }, "No decision in the library fits.");
    const keys = new Set(chosen.map((entry) => entry.id));
    const taught = lessons.filter(({ supportingPrecedents }) => supportingPrecedents.some((key) => keys.has(key)));
    const question = {
      precedents: asRecords(precedentDrafts(chosen)),
      lessons: asRecords(lessonDrafts(taught)),
      author: thisPerson,
    };
    const { sha256 } = world.publishing();
    const draft = await gateBooklet({ ...question, approvals: [] }, sha256);
    const approvals = await approvalsOf(call, draft.hash);
    const { dossier, hash, cleared } = await gateBooklet({ ...question, approvals }, sha256);
    const answered = await published(
      { dossier, cleared, protect: [], formats: wanted, day: localDay(world.now()) },
      call,
    );
    if (!("files" in answered)) return refusedFiles(answered);
    const files = await written(answered.files, folder);
    const note = cleared ? [] : [`Draft, not cleared: another member approves it by its hash, ${hash}`];
    return done(
      { files, cleared, hash, entries: chosen.length },
      ...files.map(({ path, sha256 }) => `${sha256}  ${path}`),
      ...note,
    );
  },
};

/** Yes and no of members to a book, where a vault is named; a book of public decisions needs no vault. */
async function approvalsOf({ options, world, open }: Call, hash: string): Promise<readonly CaseRecord[]> {
  return (options.vault ?? world.env.SAKSI_VAULT) ? bookApprovals(await open(), hash) : [];
}

function filterOf(given: unknown): PrecedentFilter {
  const pairs = (Array.isArray(given) ? given : []).map((pair) => String(pair).split(/=(.*)/s));
  for (const [name = ""] of pairs) {
    if (!["state", "forum", "article", "topic"].includes(name))
      throw new Stopped(misused("bad-where", `--where knows state, forum, article and topic, not ${name}.`));
  }
  return Object.fromEntries(pairs.map(([name, value]) => [name, value]));
}

/** Library entries are records without a space; their ids only hold them apart. */
const asRecords = (drafts: readonly Draft[]): CaseRecord[] =>
  drafts.map(({ type, fields }, index) => ({
    id: newRecordId((bytes) => new Uint8Array(bytes).fill(index)),
    type,
    fields,
  }));

async function published(question: PublishQuestion, { world }: Call): Promise<PublishAnswer> {
  const show = progressTo(world);
  return publish(question, {
    ...world.publishing(),
    signal: world.signal,
    onProgress: ({ stage, format, done, of }) =>
      show({ step: format === undefined ? stage : `${stage} ${format}`, done, total: of }),
  });
}

/** Nothing is handed out; what stood in the way is named, never the string itself. */
function refusedFiles({ problem }: Extract<PublishAnswer, { problem: unknown }>): Outcome {
  if (problem.kind !== "leak")
    return { kind: "failed", exit: 3, problem, message: `The files could not be made: ${problem.kind}.` };
  const refused = problem.leaks.map(({ record, field }) => ({
    rule: "R-ANON-5",
    record,
    field,
    reason: "protected-string",
  }));
  return no(
    { refused },
    "Refused: a finished file holds what must not appear.",
    ...refused.map(({ record, field }) => `${record}  ${field}`),
  );
}

async function written(
  files: readonly PublishedFile[],
  folder: string,
): Promise<{ format: string; path: string; sha256: string }[]> {
  await mkdir(folder, { recursive: true });
  return Promise.all(
    files.map(async ({ format, name, bytes, sha256 }) => {
      const path = join(folder, name);
      await writeFile(path, bytes);
      return { format, path, sha256 };
    }),
  );
}

/** A code that no list knows is a slip of the pen, not a use that nobody allowed. */
function oneOf(list: VocabularyName, option: string, code: string): void {
  if (term(list, code) !== undefined) return;
  const codes = vocabulary(list).map(({ code, label }) => (list === "territories" ? code : `${code} (${label})`));
  throw new Stopped(misused("usage", `--${option} takes one of these codes: ${codes.join(", ")}.`));
}

function formatsOf(options: Call["options"], command: Command): Format[] {
  const wanted = String(options.format ?? "pdf").split(",");
  const known = formats.filter((format) => wanted.includes(format));
  if (known.length === wanted.length) return known;
  throw new Stopped(misused("bad-format", `--format takes ${formats.join(", ")}.\nUsage: ${command.usage}`));
}

export const publishCommands: readonly Command[] = [brief, booklet];
