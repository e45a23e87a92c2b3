/**
 * The public site that is shown, and the one before it. Each is one file, written beside and renamed, so that a crash
 * leaves the old site or the new one, never a half. Files are served from memory: no path of a bundle ever meets the disk.
 */

import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { encode, reading } from "@saksi/wire/cbor";
import type { Refusal } from "@saksi/wire/refusal";
import { err, ok, type Result } from "@saksi/wire/result";
import { isSignedBy } from "./judged-signature.ts";
import type { RelayPrimitives } from "./relay-parts.ts";
import { readSite, type SiteContent, type SiteSeal, signedSite } from "./site-bundle.ts";

export interface SiteShelf {
  /** False: nobody was named who may publish, so the relay knows no such route */
  readonly takes: boolean;
  /** `null`: none was published */
  shown(): { readonly edition: number; readonly content: SiteContent } | null;
  /** May this seal publish: a key named at start-up, its signature, and an edition above every earlier one */
  mayPublish(seal: SiteSeal): Promise<Refusal | null>;
  publish(seal: SiteSeal, bytes: Uint8Array): Result<number, Refusal>;
  /** Takes the shown edition back; the one before is shown again. @returns  its number; `null`: none was before */
  withdraw(seal: SiteSeal): Promise<Result<number | null, Refusal>>;
}

export interface ShelfOptions {
  /** `null`: kept in memory only */
  readonly folder: string | null;
  /** Ed25519 public keys, 32 bytes each; none: nobody may publish */
  readonly keys: readonly Uint8Array[];
  readonly primitives: RelayPrimitives;
}

interface Edition {
  readonly edition: number;
  readonly content: SiteContent;
}

/** @returns  with what was published before; an edition on disk that no longer reads is left aside, not shown */
export function siteShelf({ folder, keys, primitives }: ShelfOptions): SiteShelf {
  const known = folder === null ? { highest: -1, editions: [] } : readFolder(folder, primitives);
  let highest = known.highest;
  let editions: readonly Edition[] = known.editions;
  const isKnown = (key: Uint8Array): boolean => keys.some((one) => Buffer.compare(one, key) === 0);
  const judge = async (purpose: "publish" | "withdraw", seal: SiteSeal): Promise<Refusal | null> => {
    if (!isKnown(seal.key)) return { kind: "not-allowed" };
    const message = signedSite(purpose, seal.edition, seal.sha256);
    return (await isSignedBy(primitives.verify, seal.key, message, seal.signature)) ? null : { kind: "bad-signature" };
  };
  return {
    takes: keys.length > 0,
    shown: () => editions.at(-1) ?? null,
    async mayPublish(seal) {
      const refusal = await judge("publish", seal);
      return refusal ?? (seal.edition > highest ? null : { kind: "expired" });
    },
    publish(seal, bytes) {
      if (Buffer.compare(primitives.sha256(bytes), seal.sha256) !== 0) return err({ kind: "hash-mismatch" });
      if (seal.edition <= highest) return err({ kind: "expired" }); // another upload may have ended first
      const content = readSite(Uint8Array.from(bytes));
      if (!content.ok) return content;
      if (folder !== null) keep(folder, seal, bytes);
      highest = seal.edition;
      const [before] = editions.slice(-1);
      editions = [...(before ? [before] : []), { edition: seal.edition, content: content.value }];
      if (folder !== null) dropAllBut(folder, editions);
      return ok(seal.edition);
    },
    async withdraw(seal) {
      const refusal = await judge("withdraw", seal);
      if (refusal) return err(refusal);
      const current = editions.at(-1);
      if (current === undefined) return err({ kind: "not-found" });
      if (current.edition !== seal.edition) return err({ kind: "expired" });
      if (folder !== null) renameSync(fileOf(folder, current.edition), `${fileOf(folder, current.edition)}.withdrawn`);
      editions = editions.slice(0, -1);
      return ok(editions.at(-1)?.edition ?? null);
    },
  };
}

const fileOf = (folder: string, edition: number): string => join(folder, `${edition}.site`);

/** On disk: the hash and the list, so that a file that was cut short or changed is noticed. */
function keep(folder: string, { edition, sha256 }: SiteSeal, bytes: Uint8Array): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const beside = `${fileOf(folder, edition)}.part`;
  const file = openSync(beside, "w", 0o600);
  writeWhole(file, encode([sha256, bytes]));
  fsyncSync(file);
  closeSync(file);
  renameSync(beside, fileOf(folder, edition));
}

function writeWhole(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

/** A withdrawn edition leaves its name behind: its number does not come back. */
function dropAllBut(folder: string, editions: readonly Edition[]): void {
  const kept = new Set(editions.map(({ edition }) => `${edition}.site`));
  for (const name of readdirSync(folder)) if (!kept.has(name)) rmSync(join(folder, name), { force: true });
}

function readFolder(folder: string, { sha256 }: RelayPrimitives): { highest: number; editions: readonly Edition[] } {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const names = readdirSync(folder).filter((name) => /^\d+\.site(\.withdrawn)?$/.test(name));
  const numbers = names.map((name) => Number.parseInt(name, 10));
  const editions = names
    .filter((name) => name.endsWith(".site"))
    .map((name) => Number.parseInt(name, 10))
    .sort((a, b) => a - b)
    .flatMap((edition): Edition[] => {
      const kept = reading(Uint8Array.from(readFileSync(fileOf(folder, edition))), (from) => {
        from.array(2);
        return { hash: from.bytes(32), bytes: from.bytes() };
      });
      if (!kept.ok || Buffer.compare(sha256(kept.value.bytes), kept.value.hash) !== 0) return [];
      const content = readSite(kept.value.bytes);
      return content.ok ? [{ edition, content: content.value }] : [];
    });
  return { highest: Math.max(-1, ...numbers), editions: editions.slice(-2) };
}
