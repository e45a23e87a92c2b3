import { expect, test } from "vitest";
import { readCheckpoint, toBase64, writeCheckpoint } from "./checkpoint.ts";
import { exampleBytes, exampleDevice, primitives, sha256 } from "./example-log.ts";

const relay = exampleDevice("a relay");
const space = exampleBytes("space", 32);
const expected = { space, key: relay.key };
const given = { sha256, sign: relay.sign, key: relay.key };
const root = exampleBytes("root", 32);
const note = writeCheckpoint(given, space, { size: 41, root });
const reasonOf = (text: string, who = expected) => {
  const read = readCheckpoint(primitives, text, who);
  return read.ok ? "accepted" : read.error.reason;
};

test("a checkpoint is read back", () => {
  expect(readCheckpoint(primitives, note, expected)).toEqual({ ok: true, value: { size: 41, root } });
});

test("a checkpoint of another space, another key or another size is refused", () => {
  expect(reasonOf(note, { ...expected, space: root })).toBe("origin");
  expect(reasonOf(note, { ...expected, key: exampleDevice("another").key })).toBe("key");
  expect(reasonOf(note.replace("\n41\n", "\n42\n"))).toBe("signature");
  expect(reasonOf(note.replace(toBase64(root), toBase64(space)))).toBe("signature");
});

test("no altered character is accepted", () => {
  for (let at = 0; at < note.length; at += 1) {
    const altered = `${note.slice(0, at)}${note[at] === "A" ? "B" : "A"}${note.slice(at + 1)}`;
    const read = readCheckpoint(primitives, altered, expected);
    // the last character before the padding has two bits that no byte takes
    if (read.ok) expect(altered.at(at + 1)).toBe("=");
  }
});

test("text that is no checkpoint is refused, not thrown", () => {
  const wrong = [
    "",
    "\n\n\n",
    note.trim(),
    `${note}\n`,
    note.slice(0, -3),
    note.replace("41", "041"),
    "x".repeat(9000),
  ];
  for (const text of wrong) expect(reasonOf(text)).toBe("form");
  expect(reasonOf(note.replace("\n41\n", "\n9999999999999999\n"))).toBe("form");
  for (const length of [1, 2, 3, 5, 90]) {
    const cut = note.replace(/relay \S+\n$/, `relay ${"A".repeat(length)}\n`);
    expect(reasonOf(cut)).not.toBe("accepted");
  }
  expect(reasonOf(note.replace("— saksi.relay", "— saksi.other"))).toBe("key");
});

test("lines of witnesses beside the relay's own are passed over", () => {
  const witness = `— a.witness ${toBase64(exampleBytes("witness", 76))}\n`;
  expect(reasonOf(note + witness)).toBe("accepted");
  expect(reasonOf(note.replace("\n\n", `\n\n${witness}`))).toBe("accepted");
  expect(reasonOf(note.replace(/— .*\n/, witness))).toBe("key");
});
