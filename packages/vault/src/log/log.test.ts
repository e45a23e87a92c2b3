import { expect, test } from "vitest";
import { memoryDisk } from "../disk.memory.ts";
import type { Disk } from "../disk.ts";
import { aRecord, aSealing, seededRandom, textOf } from "./log.example.ts";
import { type Log, openLog } from "./log.ts";
import { type Place, partsOfPlace, placeOf } from "./log-place.ts";
import { fileHeaderBytes, frameSize, sealedLength } from "./segment-file-frame.ts";

const sealing = await aSealing();
const aDisk = () => memoryDisk(seededRandom(99));
const open = (disk: Disk) => openLog({ disk, ...sealing });
const append = (log: Log, ...texts: string[]) => log.append(texts.map(aRecord), { flush: true });
const textsOf = (log: Log, after?: Place) => [...log.scan(after)].map(({ record }) => textOf(record));

function onlyFile(disk: Disk) {
  const [name] = disk.list();
  if (!name) throw new Error("no file");
  return disk.open(name);
}

/** Where each frame of the only file begins, and the end of the last. */
function frameBounds(disk: Disk): number[] {
  const file = onlyFile(disk);
  const bounds = [fileHeaderBytes];
  for (let at = fileHeaderBytes; at < file.size(); ) {
    at += frameSize(sealedLength(file.read(at, 32)) ?? 0);
    bounds.push(at);
  }
  return bounds;
}

function flipBit(disk: Disk, at: number): void {
  const file = onlyFile(disk);
  file.write(at, Uint8Array.of((file.read(at, 1)[0] ?? 0) ^ 1));
}

test("records come back in order, by place and by scanning, also after the log was closed", () => {
  const disk = aDisk();
  const log = open(disk);
  const places = [...append(log, "one", "two", ""), ...append(log, "four")];
  log.close();
  const again = open(disk);
  expect(places.map((place) => textOf(again.read(place)))).toEqual(["one", "two", "", "four"]);
  expect(textsOf(again)).toEqual(["one", "two", "", "four"]);
  expect(textsOf(again, places[1])).toEqual(["", "four"]);
  expect([again.cut, again.damaged()]).toEqual([[], []]);
});

test("places grow with the log and are whole numbers", () => {
  const log = open(aDisk());
  const places = [...append(log, "a", "b"), ...append(log, "c")];
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places.every(Number.isSafeInteger)).toBe(true);
  const far = { file: 2 ** 17 - 1, at: 2 ** 27 - 8, index: 4095 };
  expect(partsOfPlace(placeOf(far))).toEqual(far);
  expect(Number.isSafeInteger(placeOf(far))).toBe(true);
});

test("a large batch becomes frames of bounded size, and files roll", () => {
  const disk = aDisk();
  const log = open(disk);
  const records = Array.from({ length: 6000 }, (_, index) => aRecord(`${index} `.repeat(300)));
  const places = log.append(records, { flush: false });
  log.flush();
  expect(disk.list().length).toBeGreaterThan(1);
  const again = open(disk);
  expect([...again.scan()].length).toBe(6000);
  expect([...again.scan(places[5990])].length).toBe(9);
  expect(textOf(again.read(places[4321] ?? placeOf({ file: 0, at: 0, index: 0 })))).toBe("4321 ".repeat(300));
});

test("more small records than a frame can number are split", () => {
  const log = open(aDisk());
  const places = log.append(
    Array.from({ length: 5000 }, () => aRecord("x")),
    { flush: false },
  );
  expect(new Set(places).size).toBe(5000);
});

test("a tail torn at any byte is cut off and named, and all before it is there", () => {
  const whole = aDisk();
  append(open(whole), "kept");
  append(open(whole), "torn");
  const [, start = 0, end = 0] = frameBounds(whole);
  const bytes = onlyFile(whole).read(0, end);
  for (let size = start + 1; size < end; size += 1) {
    const disk = aDisk();
    const file = disk.create();
    file?.write(0, bytes.subarray(0, size));
    const log = open(disk);
    expect(log.cut).toEqual([{ file: file?.name, at: start, lost: size - start }]);
    expect(textsOf(log)).toEqual(["kept"]);
    append(log, "after");
    expect(textsOf(open(disk))).toEqual(["kept", "after"]);
  }
});

test("a tail of zeros, as a power cut leaves it, is cut off", () => {
  const disk = aDisk();
  append(open(disk), "kept");
  const [, end = 0] = frameBounds(disk);
  onlyFile(disk).write(end, new Uint8Array(4096));
  const log = open(disk);
  expect(log.cut.map(({ at, lost }) => [at, lost])).toEqual([[end, 4096]]);
  expect(textsOf(log)).toEqual(["kept"]);
});

test("a flipped bit anywhere in the last frame cuts it off", () => {
  const disk = aDisk();
  append(open(disk), "kept");
  append(open(disk), "last");
  const [, start = 0, end = 0] = frameBounds(disk);
  const bytes = onlyFile(disk).read(0, end);
  const padding = 7;
  for (let at = start; at < end - padding; at += 1) {
    const file = onlyFile(disk);
    file.write(0, bytes);
    flipBit(disk, at);
    const log = open(disk);
    expect([at, textsOf(log), log.cut.length]).toEqual([at, ["kept"], 1]);
  }
});

test("a damaged frame in the middle is named with its place, and the rest is read", () => {
  const disk = aDisk();
  const places = ["first", "second", "third"].flatMap((text) => append(open(disk), text));
  const [, start = 0, end = 0] = frameBounds(disk);
  const bytes = onlyFile(disk).read(0, onlyFile(disk).size());
  for (let at = start; at < end - 7; at += 1) {
    onlyFile(disk).write(0, bytes);
    flipBit(disk, at);
    const log = open(disk);
    expect(textsOf(log)).toEqual(["first", "third"]);
    expect(log.damaged()).toEqual([{ kind: "frame", file: onlyFile(disk).name, at: start, lost: end - start }]);
    expect(log.cut).toEqual([]);
    expect(places.map((place) => textOf(log.read(place)))).toEqual(["first", undefined, "third"]);
  }
});

test("frames that were swapped, repeated, or carried into another file do not open", () => {
  const disk = aDisk();
  append(open(disk), "aaaa");
  append(open(disk), "bbbb");
  append(open(disk), "cccc");
  const [a = 0, b = 0, c = 0] = frameBounds(disk);
  const file = onlyFile(disk);
  const [first, second] = [file.read(a, b - a), file.read(b, c - b)];
  file.write(a, second);
  file.write(b, first);
  expect(textsOf(open(disk))).toEqual(["cccc"]);

  const other = memoryDisk(seededRandom(5));
  append(openLog({ disk: other, ...sealing, random: seededRandom(6) }), "mine");
  onlyFile(other).write(a, first);
  expect(textsOf(open(other))).toEqual([]);
});

test("a lost file and a damaged header are named; the other files are read", () => {
  const disk = aDisk();
  const log = open(disk);
  for (const text of ["a", "b", "c", "d"]) log.append([aRecord(text.repeat(5_000_000))], { flush: true });
  const [first = "", second = "", third = ""] = disk.list();
  disk.remove(second);
  expect(open(disk).damaged()).toEqual([{ kind: "missing-file", number: 1 }]);
  const header = disk.open(third);
  header.write(45, Uint8Array.of((header.read(45, 1)[0] ?? 0) ^ 1));
  const again = open(disk);
  expect(again.damaged().map(({ kind }) => kind)).toContain("file");
  expect(textsOf(again).map((text) => text?.[0])).toEqual(["a", "d"]);
  expect(disk.list()).toContain(first);
});

test("a new file that died before its header was whole is removed", () => {
  const disk = aDisk();
  append(open(disk), "kept");
  disk.create()?.write(0, new Uint8Array(20));
  const log = open(disk);
  expect(log.cut.map(({ lost }) => lost)).toEqual([20]);
  expect(textsOf(log)).toEqual(["kept"]);
  expect(disk.list().length).toBe(1);
});

test("a full disk leaves nothing of the batch it refused", () => {
  const disk = aDisk();
  const full = Object.assign(new Error("no space"), { code: "ENOSPC" });
  let room = 20_000_000;
  const limited: Disk = {
    ...disk,
    create() {
      const file = disk.create();
      const write = (at: number, bytes: Uint8Array) => {
        room -= bytes.length;
        if (room < 0) {
          file?.write(at, bytes.subarray(0, 10));
          throw full;
        }
        file?.write(at, bytes);
      };
      return file && { ...file, write };
    },
  };
  const log = open(limited);
  const places = append(log, "kept");
  const batch = Array.from({ length: 100 }, () => new Uint8Array(250_000));
  expect(() => log.append(batch, { flush: true })).toThrow(full);
  expect(textsOf(log)).toEqual(["kept"]);
  room = 1000;
  append(log, "after");
  const again = open(disk);
  expect([textsOf(again), again.cut, again.damaged()]).toEqual([["kept", "after"], [], []]);
  expect(places.map((place) => textOf(again.read(place)))).toEqual(["kept"]);
});

test("a disk that has no file open in advance goes on with the one it has", () => {
  const disk = aDisk();
  let left = 1;
  const slow: Disk = { ...disk, create: () => (left-- > 0 ? disk.create() : undefined) };
  const log = open(slow);
  for (let turn = 0; turn < 5; turn += 1) log.append([new Uint8Array(3_000_000)], { flush: false });
  expect(disk.list().length).toBe(1);
  left = 1;
  append(log, "rolled");
  expect(disk.list().length).toBe(2);
  expect([...open(disk).scan()].length).toBe(6);
});

test("with another key nothing is read and nothing is touched", () => {
  const disk = aDisk();
  append(open(disk), "kept", "x".repeat(200));
  const other = openLog({ disk, ...sealing, key: new Uint8Array(32).fill(9) });
  expect(textsOf(other)).toEqual([]);
  expect(other.damaged().map(({ kind }) => kind)).toEqual(["file"]);
  expect(textsOf(open(disk))[0]).toBe("kept");
});

test("on disk nothing of a record is readable", () => {
  const disk = aDisk();
  append(open(disk), "kesaksian พยาน", "x".repeat(500));
  const text = new TextDecoder("latin1").decode(onlyFile(disk).read(0, 10_000));
  expect(text).not.toContain("kesaksian");
  expect(text).not.toContain("xxxx");
});
