/** Records: say, read, find, decide. */

import { isRecordId, isVersion } from "@saksi/domain/id";
import { jsonSchemaOf } from "@saksi/domain/json-schema";
import { fieldsOf } from "@saksi/domain/record-type";
import { recordTypeNamed, recordTypes } from "@saksi/domain/record-types";
import { chooseSpace } from "../choose-space.ts";
import { type Command, done, misused, need, Stopped } from "../command.ts";
import { asUtf8, readDrafts, readWhere } from "../read-drafts.ts";
import { recordMeant } from "../record-meant.ts";
import { failed } from "../words/problems.ts";

const put: Command = {
  name: "put",
  usage: "saksi put TYPE [FILE|-] [--space ID]",
  help: "Saves one draft, an array of them, or JSON Lines, from a file or standard input: all of them or none. With an id only the given fields change; with a base of versions, a stale write becomes a sibling.",
  words: [1, 2],
  async run({ words: [type = "", file = "-"], options, world, open }) {
    if (recordTypeNamed(type) === undefined) throw new Stopped(failed({ kind: "unknown-type", type }));
    const bytes = file === "-" ? await world.readInput() : await world.readFile(file);
    const drafts = readDrafts(type, asUtf8(bytes));
    const vault = await open();
    const known = drafts.every((draft) => draft.id !== undefined) && options.space === undefined;
    const space = known ? undefined : (await chooseSpace(vault, options)).space;
    const { ids } = need(await vault.write(drafts, space), failed);
    return done({ ids }, ...ids);
  },
};

const get: Command = {
  name: "get",
  usage: "saksi get ID [--space ID]",
  help: "One record as it stands, with the version of each field and what is in conflict.",
  words: [1, 1],
  async run({ words: [id = ""], options, open }) {
    const { type, space, fields, versions, conflicts } = await recordMeant(await open(), id, options);
    return done(
      { id, type, space, fields, versions, conflicts },
      `${type} ${id}`,
      ...Object.entries(fields).map(([name, value]) => `${name}: ${asText(value)}`),
    );
  },
};

const list: Command = {
  name: "list",
  usage: "saksi list TYPE [--where FIELD=VALUE]… [--limit N] [--offset N] [--space ID]",
  help: "Records of a type, newest change first.",
  options: { where: { type: "string", multiple: true }, limit: { type: "string" }, offset: { type: "string" } },
  words: [1, 1],
  async run({ words: [type = ""], options, open }) {
    if (recordTypeNamed(type) === undefined) throw new Stopped(failed({ kind: "unknown-type", type }));
    const where = readWhere(type, options.where);
    const vault = await open();
    const { space } = await chooseSpace(vault, options);
    const page = { ...numberOf("limit", options.limit), ...numberOf("offset", options.offset) };
    const records = await vault.ask("records", { space, type, where, order: "changed", descending: true, ...page });
    return done(
      { records },
      ...records.map(({ id, title, when, state }) => [id, title, when, state].filter(Boolean).join("  ")),
    );
  },
};

const history: Command = {
  name: "history",
  usage: "saksi history ID [--space ID]",
  help: "Everything ever said in a record: who, when by their clock, when the relay received it, and what it answered.",
  words: [1, 1],
  async run({ words: [id = ""], options, open }) {
    const vault = await open();
    const record = await recordMeant(vault, id, options);
    const versions = await vault.ask("history", { id: record.id, space: record.space });
    return done(
      { versions },
      ...versions.map(({ version, by, at, fields }) => `${version}  ${at}  ${by}  ${Object.keys(fields).join(", ")}`),
    );
  },
};

const search: Command = {
  name: "search",
  usage: "saksi search WORDS… [--type TYPE] [--space ID]",
  help: "Finds words in any of the region's scripts, and names with a slip of spelling. Names are never shown.",
  options: { type: { type: "string" }, limit: { type: "string" } },
  words: [1, 64],
  async run({ words, options, open }) {
    const vault = await open();
    const { space } = await chooseSpace(vault, options);
    const type = options.type;
    const rows = await vault.ask("search", {
      words: words.join(" "),
      space,
      ...(typeof type === "string" ? { type } : {}),
      ...numberOf("limit", options.limit),
    });
    const hits = rows.map(({ id, type, title, snippet }) => ({ id, type, title, snippet }));
    return done({ hits }, ...hits.map(({ id, type, title, snippet }) => `${id}  ${type}  ${title}  ${snippet}`));
  },
};

const types: Command = {
  name: "types",
  usage: "saksi types [TYPE]",
  help: "What can be recorded; with a type, its JSON Schema.",
  words: [0, 1],
  async run({ words: [name] }) {
    if (name === undefined) {
      const rows = recordTypes.map(({ name, label, help, circle }) => ({ name, label: label.one, help, circle }));
      return done({ types: rows }, ...rows.map(({ name, help }) => `${name.padEnd(18)} ${help}`));
    }
    const type = recordTypeNamed(name);
    if (type === undefined) throw new Stopped(failed({ kind: "unknown-type", type: name }));
    return done(
      jsonSchemaOf(type),
      ...fieldsOf(type).map(([field, { kind, label }]) => `${field.padEnd(24)} ${kind.padEnd(10)} ${label}`),
    );
  },
};

const conflicts: Command = {
  name: "conflicts",
  usage: "saksi conflicts [--space ID]",
  help: "Fields with two or more writings that nothing has answered. A person decides: saksi settle ID FIELD VERSION",
  words: [0, 0],
  async run({ options, open }) {
    const vault = await open();
    const rows = await vault.ask("conflicts", { space: (await chooseSpace(vault, options)).space });
    const conflicts = rows.map(({ id, field, versions }) => ({ id, field, versions }));
    return done({ conflicts }, ...conflicts.map(({ id, field, versions }) => `${id}  ${field}  ${versions.join(" ")}`));
  },
};

const settle: Command = {
  name: "settle",
  usage: "saksi settle ID FIELD VERSION",
  help: "Decides a conflict: the writing of that version stands, by a new change that answers all others. Nothing is lost.",
  words: [3, 3],
  async run({ words: [id = "", field = "", version = ""], open }) {
    if (!isRecordId(id) || !isVersion(version)) return misused("usage", `Usage: ${settle.usage}`);
    const settled = need(await (await open()).settle({ id, field, version }), failed);
    return done({ version: settled.version }, settled.version);
  },
};

function numberOf(name: string, option: unknown): Record<string, number> {
  if (option === undefined) return {};
  const number = Number(option);
  if (Number.isInteger(number) && number >= 0) return { [name]: number };
  throw new Stopped(misused("usage", `--${name} takes a whole number.`));
}

const asText = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

export const recordCommands: readonly Command[] = [put, get, list, history, search, types, conflicts, settle];
