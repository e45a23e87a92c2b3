/**
 * The disk of a vault, opened once however many ask for it at the same time. A disk has one owner: a second opening in
 * the same worker would find the first in its way, and in a browser be half a second in finding it.
 */

import type { Result } from "@saksi/wire/result";
import type { Disk, OpenDiskProblem } from "./disk.ts";

type Opened = Result<Disk, OpenDiskProblem>;

export interface OneDisk {
  /** A refusal is told to everyone who waited; whoever asks afterwards tries again. */
  open(): Promise<Opened>;
  close(): Promise<void>;
}

export function oneDisk(openDisk: () => Promise<Opened>): OneDisk {
  let opening: Promise<Opened> | null = null;

  return {
    async open() {
      opening ??= openDisk();
      const mine = opening;
      let kept = false;
      try {
        const opened = await mine;
        kept = opened.ok;
        return opened;
      } finally {
        if (!kept && opening === mine) opening = null;
      }
    },
    async close() {
      const opened = await opening?.catch(() => undefined); // who asked for it was told
      opening = null;
      if (opened?.ok) await opened.value.close();
    },
  };
}
