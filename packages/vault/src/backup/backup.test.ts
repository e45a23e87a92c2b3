import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { concat } from "@saksi/wire/bytes";
import { type Cbor, encode } from "@saksi/wire/cbor";
import type { Result } from "@saksi/wire/result";
import { Encrypter } from "age-encryption";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import type { Vault } from "../port.ts";
import { openNodeVault } from "../vault.node.ts";

const cheap = { argon2Cost: { memoryKib: 64 * 1024, passes: 1 } };
const passphrase = "a made-up passphrase";
const other = "the backup's own words";
const folders: string[] = [];
const vaults: Vault[] = [];

afterEach(async () => {
  for (const vault of vaults.splice(0)) await vault.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function aVault(): Promise<Vault> {
  const folder = mkdtempSync(join(tmpdir(), "saksi-backup-"));
  folders.push(folder);
  const vault = await openNodeVault(folder, cheap);
  vaults.push(vault);
  return vault;
}

function good<Value>(answer: Result<Value, unknown>): Value {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}

async function aBackup(): Promise<{ vault: Vault; bytes: Uint8Array<ArrayBuffer> }> {
  const vault = await aVault();
  good(await vault.create({ passphrase, profile: { name: "Made-up", organisation: "Made-up Centre" } }));
  good(await vault.createSpace({ name: "Made-up casework" }));
  for (let each = 0; each < 20; each += 1)
    good(await vault.write([{ type: "case", fields: { title: `Case ${each} ${"words ".repeat(2000)}` } }]));
  const pieces: Uint8Array[] = [];
  good(await vault.backup({ passphrase: other, onBytes: (bytes) => void pieces.push(bytes.slice()) }));
  return { vault, bytes: new Uint8Array(concat(...pieces)) };
}

test("a restored vault opens with its own passphrase and has the same rows", async () => {
  const { vault, bytes } = await aBackup();
  const restored = await aVault();
  good(await restored.restore({ passphrase: other, file: new Blob([bytes]) }));
  expect(await restored.state()).toEqual({ state: "locked" });
  expect(await restored.unlock(other)).toEqual({ ok: false, error: { kind: "wrong-passphrase" } });
  good(await restored.unlock(passphrase));
  const cases = await vault.ask("records", { type: "case" });
  expect(cases).toHaveLength(20);
  expect(await restored.ask("records", { type: "case" })).toEqual(cases);
});

test.each<readonly [string, readonly Cbor[]]>([
  ["a name that leads elsewhere", [[1, "../../elsewhere", new Uint8Array(8)]]],
  ["a name of the disk's own", [[1, "keys~", new Uint8Array(8)]]],
  ["an empty name", [[1, "", new Uint8Array(8)]]],
  ["a stretch far beyond its file's end", [[2, 0, 2 ** 50, new Uint8Array(8)]]],
  ["a stretch before its file's beginning", [[2, 0, -1, new Uint8Array(8)]]],
  [
    "a hole",
    [
      [2, 0, 0, new Uint8Array(8)],
      [2, 0, 9, new Uint8Array(8)],
    ],
  ],
  ["a second beginning", [[0, "saksi backup", 1]]],
  ["what no version wrote", [[9], "x", 7]],
])("a backup that somebody made to harm is refused whole: %s", async (_, pieces) => {
  const age = new Encrypter();
  age.setScryptWorkFactor(10);
  age.setPassphrase(other);
  const all: readonly Cbor[] = [[0, "saksi backup", 1], ...pieces, [1, "keys", new Uint8Array(64)], [3]];
  const bytes = await age.encrypt(concat(...all.map((piece) => encode(piece))));
  const restored = await aVault();
  const answer = await restored.restore({ passphrase: other, file: new Blob([bytes as Uint8Array<ArrayBuffer>]) });
  expect(answer).toEqual({ ok: false, error: { kind: "damaged-file", what: "backup" } });
  expect(await restored.state()).toEqual({ state: "absent" });
});

test("a backup that asks for more memory than a device has is refused before it is tried", async () => {
  const { bytes } = await aBackup();
  const text = new TextDecoder("latin1").decode(bytes.subarray(0, 200)).replace(/(-> scrypt \S+) 16/, "$1 30");
  const greedy = concat(
    Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
    bytes.subarray(200),
  );
  const restored = await aVault();
  const answer = await restored.restore({ passphrase: other, file: new Blob([greedy as Uint8Array<ArrayBuffer>]) });
  expect(answer).toMatchObject({ error: { kind: "not-a-backup" } });
});

test("wherever a backup is cut or altered, nothing is restored and nothing breaks", async () => {
  const { bytes } = await aBackup();
  const restored = await aVault();
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.boolean(), async (at, cut) => {
      const spoilt = cut ? bytes.slice(0, at) : bytes.with(at, (bytes[at] ?? 0) ^ 0x20);
      const answer = await restored.restore({ passphrase: other, file: new Blob([spoilt]) });
      expect(["not-a-backup", "damaged-file", "wrong-passphrase"]).toContain(
        answer.ok ? "restored" : answer.error.kind,
      );
      expect(await restored.state()).toEqual({ state: "absent" });
    }),
    {
      numRuns: 6,
      examples: [
        [0, true],
        [30, false],
        [170, true],
      ],
    },
  );
}, 60_000);

test("the wrong passphrase, another file, and a damaged or cut backup are each named, and leave no vault", async () => {
  const { bytes } = await aBackup();
  const restored = await aVault();
  const restoring = (file: BlobPart[], words = other) => restored.restore({ passphrase: words, file: new Blob(file) });
  expect(await restoring([bytes], passphrase)).toEqual({ ok: false, error: { kind: "wrong-passphrase" } });
  expect(await restoring([])).toEqual({ ok: false, error: { kind: "not-a-backup" } });
  expect(await restoring(["some other file that a person chose"])).toEqual({
    ok: false,
    error: { kind: "not-a-backup" },
  });
  const cut = bytes.slice(0, bytes.length - 100_000);
  expect(await restoring([cut])).toEqual({ ok: false, error: { kind: "damaged-file", what: "backup" } });
  const altered = bytes.slice();
  altered[bytes.length - 5] = (altered[bytes.length - 5] ?? 0) ^ 1;
  expect(await restoring([altered])).toEqual({ ok: false, error: { kind: "damaged-file", what: "backup" } });
  expect(await restored.state()).toEqual({ state: "absent" });
  good(await restoring([bytes]));
});
