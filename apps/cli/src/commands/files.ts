/** Attachments and backups: long work, in pieces, with progress, that can be stopped. */

import { open as openFile, rename, rm } from "node:fs/promises";
import { basename, extname } from "node:path";
import { isRecordId, type RecordId } from "@saksi/domain/id";
import type { FileSource, OnProgress } from "@saksi/vault/port";
import { type Call, type Command, done, misused, need, outputOf, Stopped, type World } from "../command.ts";
import { recordMeant } from "../record-meant.ts";
import { failed } from "../words/problems.ts";

const attach: Command = {
  name: "attach",
  usage: "saksi attach ID FILE",
  help: "Hashes a file, seals it in pieces and ties it to an exhibit. Given a case, it begins the exhibit. Run again after a break to go on.",
  words: [2, 2],
  async run({ words: [id = "", path = ""], options, open, world }) {
    const vault = await open();
    const record = await recordMeant(vault, id, options);
    const exhibit = record.type === "case" ? await beginExhibit() : record.id;
    const { source, close } = await readable(path);
    try {
      const given = {
        exhibit,
        file: source,
        name: basename(path),
        mediaType: mediaTypeOf(path),
        onProgress: progressTo(world),
        signal: world.signal,
      };
      const { sha256, bytes } = need(await vault.attach(given), failed);
      return done({ exhibit, sha256, bytes }, exhibit, `${sha256}  ${bytes} bytes`);
    } finally {
      await close();
    }

    async function beginExhibit(): Promise<RecordId> {
      const { ids } = need(await vault.write([{ type: "exhibit", fields: { case: id } }], record.space), failed);
      const [first] = ids;
      if (first === undefined) throw new Error("a write of one draft gives one id");
      return first;
    }
  },
};

const fetch: Command = {
  name: "fetch",
  usage: "saksi fetch ID -o FILE",
  help: "Writes an exhibit's original bytes to a file, checked against their hash.",
  options: { output: { type: "string", short: "o" } },
  words: [1, 1],
  async run({ words: [id = ""], options, open, world }) {
    if (!isRecordId(id)) throw new Stopped(failed({ kind: "no-such-record", id }));
    const vault = await open();
    const path = outputOf(options, fetch);
    const { sha256 } = await writtenWhole(path, async (onChunk) =>
      need(await vault.fetch({ exhibit: id, onChunk, onProgress: progressTo(world), signal: world.signal }), failed),
    );
    return done({ path, sha256 }, `${sha256}  ${path}`);
  },
};

const backup: Command = {
  name: "backup",
  usage: "saksi backup -o FILE",
  help: "Everything of this vault in one encrypted file (age format), under a passphrase of its own or the vault's.",
  options: { output: { type: "string", short: "o" } },
  words: [0, 0],
  async run({ options, open, passphrase, world }) {
    const path = outputOf(options, backup);
    const vault = await open();
    const secret = await backupPassphrase({ passphrase, world });
    await writtenWhole(path, async (onBytes) =>
      need(await vault.backup({ passphrase: secret, onBytes, onProgress: progressTo(world) }), failed),
    );
    return done({ path }, `Backup written to ${path}. Keep it apart from its passphrase.`);
  },
};

const restore: Command = {
  name: "restore",
  usage: "saksi restore FILE [--vault DIR]",
  help: "Makes a vault from a backup, in an empty vault folder. It opens with the passphrase that the vault had.",
  words: [1, 1],
  async run({ words: [path = ""], folder, passphrase, here, world }) {
    const { source, close } = await readable(path);
    try {
      const vault = await here();
      const secret = await backupPassphrase({ passphrase, world });
      need(await vault.restore({ passphrase: secret, file: source, onProgress: progressTo(world) }), failed);
      return done({ vault: folder() }, `Restored to ${folder()}.`);
    } finally {
      await close();
    }
  },
};

const backupPassphrase = async ({ passphrase, world }: Pick<Call, "passphrase" | "world">): Promise<string> =>
  world.env.SAKSI_BACKUP_PASSPHRASE ?? (await passphrase("Passphrase of the backup: "));

async function readable(path: string): Promise<{ source: FileSource; close: () => Promise<void> }> {
  try {
    const file = await openFile(path, "r");
    const { size } = await file.stat();
    const read = async (at: number, length: number): Promise<Uint8Array> => {
      const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, at);
      return buffer.subarray(0, bytesRead);
    };
    return { source: { size, read }, close: () => file.close() };
  } catch (problem) {
    if (isMissing(problem)) throw new Stopped(misused("no-such-file", "There is no file where FILE says."));
    throw problem;
  }
}

/** Writes beside the wanted name and renames at the end: nobody finds half a file. */
async function writtenWhole<Value>(
  path: string,
  write: (onBytes: (bytes: Uint8Array) => Promise<void>) => Promise<Value>,
): Promise<Value> {
  const beside = `${path}.part`;
  const file = await openFile(beside, "w", 0o600);
  try {
    const value = await write(async (bytes) => void (await file.write(bytes)));
    await file.sync();
    await file.close();
    await rename(beside, path);
    return value;
  } catch (problem) {
    await file.close();
    await rm(beside, { force: true });
    throw problem;
  }
}

/** One line on a terminal, rewritten; nothing where the output is not one. */
export const progressTo =
  (world: World): OnProgress =>
  ({ done, total, step }) =>
    world.progress(`${step}: ${done}${total === null ? "" : ` of ${total}`}`);

const isMissing = (problem: unknown): boolean =>
  problem instanceof Error && "code" in problem && problem.code === "ENOENT";

const mediaTypes: Readonly<Record<string, string>> = {
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".png": "image/png",
  ".webp": "image/webp",
  ".pdf": "application/pdf",
  ".mp3": "audio/mpeg",
  ".m4a": "audio/mp4",
  ".ogg": "audio/ogg",
  ".wav": "audio/wav",
  ".mp4": "video/mp4",
  ".txt": "text/plain",
};
const mediaTypeOf = (path: string): string => mediaTypes[extname(path).toLowerCase()] ?? "application/octet-stream";

export const fileCommands: readonly Command[] = [attach, fetch, backup, restore];
