/**
 * One encrypted file with everything this device keeps, in the age format, so that any age tool can open it. Its
 * passphrase is the backup's own; what comes out still needs the vault's passphrase. Streamed: memory stays flat.
 */

import { ok, type Result } from "@saksi/wire/result";
import { Encrypter } from "age-encryption";
import type { Disk } from "../disk.ts";
import { leastPassphrase } from "../keys/key-slots.ts";
import type { Vault } from "../port.ts";
import type { Problem } from "../problem.ts";
import { piecesOf } from "./backup-pieces.ts";

/** scrypt with 64 MiB. The contents are sealed once more, under Argon2id with more. */
const workFactor = 16;

export async function writeBackup(disk: Disk, given: Parameters<Vault["backup"]>[0]): Promise<Result<void, Problem>> {
  if ([...given.passphrase].length < leastPassphrase)
    return { ok: false, error: { kind: "weak-passphrase", least: leastPassphrase } };
  const age = new Encrypter();
  age.setScryptWorkFactor(workFactor);
  age.setPassphrase(given.passphrase.normalize("NFKC"));
  const sealed = await age.encrypt(plain(disk, given.onProgress));
  const reader = sealed.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return ok(undefined);
    await given.onBytes(value);
  }
}

function plain(disk: Disk, onProgress: Parameters<Vault["backup"]>[0]["onProgress"]): ReadableStream<Uint8Array> {
  const pieces = piecesOf(disk)[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) return controller.close();
      onProgress?.({ done: value.done, total: value.total, step: "backup" });
      controller.enqueue(value.bytes);
    },
  });
}
