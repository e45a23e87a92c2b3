/** What every disk must do alike: in memory, over a folder, over OPFS. `open` opens the same disk again. */

import type { Disk, DiskFile } from "./disk.ts";
import type { Judge } from "./sqlite.conformance.ts";

export function diskConformance(open: () => Promise<Disk>, { test, equal }: Judge): void {
  test("a file reads what was written where it was written, and no more than it has", async () => {
    const disk = await open();
    const file = created(disk);
    file.write(0, Uint8Array.of(1, 2, 3, 4));
    file.write(2, Uint8Array.of(9, 9, 9));
    equal(file.size(), 5);
    equal(file.read(1, 10), Uint8Array.of(2, 9, 9, 9));
    equal(file.read(5, 4), new Uint8Array(0));
    file.truncate(3);
    equal(file.read(0, 10), Uint8Array.of(1, 2, 9));
    file.flush();
    disk.remove(file.name);
    await disk.close();
  });

  test("only files that hold bytes are listed; they are there when the disk is opened again", async () => {
    const disk = await open();
    const [kept, empty] = [created(disk), created(disk)];
    kept.write(0, Uint8Array.of(5));
    kept.flush();
    equal(disk.list().includes(kept.name), true);
    equal(disk.list().includes(empty.name), false);
    await disk.close();
    const again = await open();
    equal(again.list().includes(kept.name), true);
    equal(again.open(kept.name).read(0, 9), Uint8Array.of(5));
    again.remove(kept.name);
    equal(again.list().includes(kept.name), false);
    await again.close();
  });

  test("a whole file is replaced at once, listed, and removed", async () => {
    const disk = await open();
    equal(await disk.readWhole("keys"), undefined);
    await disk.writeWhole("keys", Uint8Array.of(1, 2, 3));
    await disk.writeWhole("keys", Uint8Array.of(4));
    await disk.writeWhole("empty", new Uint8Array(0));
    await disk.close();
    const again = await open();
    equal(await again.readWhole("keys"), Uint8Array.of(4));
    equal(await again.readWhole("empty"), new Uint8Array(0));
    equal([...(await again.listWhole())].sort(), ["empty", "keys"]);
    await again.removeWhole("keys");
    await again.removeWhole("empty");
    await again.removeWhole("never-was");
    equal(await again.readWhole("keys"), undefined);
    equal(await again.listWhole(), []);
    await again.close();
  });

  test("a name that could leave the folder is refused", async () => {
    const disk = await open();
    for (const name of ["../keys", "a/b", "", ".hidden", "Keys", "keys~"]) {
      let refused = false;
      await disk.writeWhole(name, Uint8Array.of(1)).catch(() => {
        refused = true;
      });
      equal([name, refused], [name, true]);
    }
    await disk.close();
  });
}

function created(disk: Disk): DiskFile {
  const file = disk.create();
  if (!file) throw new Error("no file open in advance");
  return file;
}
