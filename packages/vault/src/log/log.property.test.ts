import fc from "fast-check";
import { expect, test } from "vitest";
import { memoryDisk } from "../disk.memory.ts";
import { aSealing, seededRandom } from "./log.example.ts";
import { openLog } from "./log.ts";

const sealing = await aSealing(21);
const batches = fc.array(fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 8 }), {
  minLength: 1,
  maxLength: 8,
});
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

test("what was appended comes back in the same order, however it was cut into batches and reopened", () => {
  fc.assert(
    fc.property(batches, (written) => {
      const disk = memoryDisk(seededRandom(8));
      const places = written.flatMap((batch) => openLog({ disk, ...sealing }).append(batch, { flush: true }));
      const log = openLog({ disk, ...sealing });
      const wanted = written.flat().map(hex);
      expect([...log.scan()].map(({ record }) => hex(record))).toEqual(wanted);
      expect(places.map((place) => hex(log.read(place) ?? new Uint8Array(1)))).toEqual(wanted);
    }),
    { numRuns: 100 },
  );
});

test("whatever bytes are damaged, only what was written is read, in order, and every loss is named", () => {
  const damage = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(batches, damage, (written, flips) => {
      const disk = memoryDisk(seededRandom(8));
      const log = openLog({ disk, ...sealing });
      for (const batch of written) log.append(batch, { flush: true });
      const [name = ""] = disk.list();
      const file = disk.open(name);
      for (const [where, change] of flips) {
        const at = where % file.size();
        file.write(at, Uint8Array.of((file.read(at, 1)[0] ?? 0) ^ change));
      }
      const again = openLog({ disk, ...sealing });
      const found = [...again.scan()].map(({ record }) => hex(record));
      const wanted = written.flat().map(hex);
      let next = 0;
      for (const record of found) {
        next = wanted.indexOf(record, next) + 1;
        expect(next).toBeGreaterThan(0);
      }
      if (found.length < wanted.length) expect(again.cut.length + again.damaged().length).toBeGreaterThan(0);
    }),
    { numRuns: 200 },
  );
});
