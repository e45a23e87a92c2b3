import { toHex } from "../bytes.ts";
import { toBase64, writeCheckpoint } from "../checkpoint.ts";
import { exampleBytes, exampleDevice, sha256 } from "../example-log.ts";

/** Signed notes of a relay: read, or refused with a reason. */
export function checkpointCases() {
  const relay = exampleDevice("a relay");
  const space = exampleBytes("vector space", 32);
  const root = exampleBytes("vector root", 32);
  const noteOf = (size: number) => writeCheckpoint({ sha256, sign: relay.sign, key: relay.key }, space, { size, root });
  const note = noteOf(41);
  const witness = `— a.witness ${toBase64(exampleBytes("witness", 76))}\n`;
  const base = { space: toHex(space), key: toHex(relay.key) };
  const good = (name: string, size: number, text: string) => ({ name, ...base, note: text, size, root: toHex(root) });
  const bad = (name: string, refused: string, text: string, other = {}) => ({
    name,
    ...base,
    note: text,
    refused,
    ...other,
  });
  return [
    good("a checkpoint", 41, note),
    good("of an empty log", 0, noteOf(0)),
    good("of the greatest size", Number.MAX_SAFE_INTEGER, noteOf(Number.MAX_SAFE_INTEGER)),
    good("with a witness behind", 41, note + witness),
    good("with a witness before", 41, note.replace("\n\n", `\n\n${witness}`)),
    bad("another space", "origin", note, { space: toHex(root) }),
    bad("another key", "key", note, { key: toHex(exampleDevice("another").key) }),
    bad("another name", "key", note.replace("— saksi.relay", "— saksi.other")),
    bad("a witness alone", "key", note.replace(/— .*\n/, witness)),
    bad("another size", "signature", note.replace("\n41\n", "\n42\n")),
    bad("another root", "signature", note.replace(toBase64(root), toBase64(space))),
    bad("a size with a zero before it", "form", note.replace("\n41\n", "\n041\n")),
    bad("a size beyond 2^53 - 1", "form", note.replace("\n41\n", "\n9007199254740992\n")),
    bad("no last newline", "form", note.trimEnd()),
    bad("no signature", "form", note.replace(/— .*\n/, "")),
    bad("base64 that is none", "form", note.replace(/relay \S+\n$/, "relay A\n")),
    bad("nothing", "form", ""),
  ];
}
