/**
 * The Merkle tree of RFC 6962 section 2.1: leaves, roots, growth, and proofs that a leaf is in a tree or that a tree
 * only grew. A body's parts hang on one, and so does the log of a space.
 */

import { concatToHash, sameBytes } from "./bytes.ts";
import type { Sha256 } from "./primitives.ts";

const leafMark = Uint8Array.of(0);
const nodeMark = Uint8Array.of(1);

export const leafHash = (sha256: Sha256, leaf: Uint8Array): Uint8Array => sha256(concatToHash(leafMark, leaf));
const nodeHash = (sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array =>
  sha256(concatToHash(nodeMark, left, right));

/** Root over leaf hashes; of none, the hash of nothing. */
export function rootOf(sha256: Sha256, leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves;
  if (only !== undefined && leaves.length === 1) return only; // nearly every body has one part
  const tree = growingTree(sha256);
  for (const leaf of leaves) tree.append(leaf);
  return tree.root();
}

/**
 * A tree that grows at its end and remembers every complete subtree: 64 bytes a leaf. Any earlier root, and every proof,
 * costs the logarithm of its size.
 */
export interface Tree {
  size(): number;
  /** Takes a leaf's hash, not the leaf. */
  append(leaf: Uint8Array): void;
  /** The root now, or as it was at an earlier size. */
  root(size?: number): Uint8Array;
  /** Hashes beside the way from a leaf to the root of the first `size` leaves, lowest first. */
  inclusion(index: number, size: number): Uint8Array[];
  /** Hashes by which the root of `from` leaves grew into the root of `size` leaves. */
  consistency(from: number, size: number): Uint8Array[];
  /** Everything it remembers, a run of hashes a level, to begin the same tree again from. */
  rows(): Uint8Array[];
}

/** Hashes end to end; level k, number i is the complete subtree over leaves i * 2^k to (i + 1) * 2^k. */
interface Row {
  bytes: Uint8Array;
  count: number;
}

const hashBytes = 32;
const hashIn = ({ bytes }: Row, index: number): Uint8Array =>
  bytes.subarray(index * hashBytes, (index + 1) * hashBytes);

function push(row: Row, hash: Uint8Array): void {
  const end = (row.count + 1) * hashBytes;
  if (end > row.bytes.length) {
    const larger = new Uint8Array(Math.max(8 * hashBytes, 2 * row.bytes.length));
    larger.set(row.bytes);
    row.bytes = larger;
  }
  row.bytes.set(hash, row.count * hashBytes);
  row.count += 1;
}

/** @param rows  of a tree that was kept; trusted, not computed again */
export function growingTree(sha256: Sha256, rows: readonly Uint8Array[] = []): Tree {
  const levels: Row[] = rows.map((bytes) => ({ bytes: bytes.slice(), count: bytes.length / hashBytes }));

  const sizeNow = (): number => levels[0]?.count ?? 0;

  function append(leaf: Uint8Array): void {
    let hash = leaf;
    for (let level = 0; ; level += 1) {
      const row = levels[level] ?? { bytes: new Uint8Array(0), count: 0 };
      levels[level] = row;
      push(row, hash);
      if (row.count % 2 === 1) return;
      hash = nodeHash(sha256, hashIn(row, row.count - 2), hash);
    }
  }

  /** The hash over leaves [from, to); `from` is a multiple of the smallest power of two that holds the span. */
  function span(from: number, to: number): Uint8Array {
    const width = to - from;
    if (width === 0) return sha256(new Uint8Array(0));
    const level = Math.log2(width);
    if (Number.isInteger(level)) {
      const row = levels[level];
      if (row && from / width < row.count) return hashIn(row, from / width);
    }
    const middle = from + splitOf(width);
    return nodeHash(sha256, span(from, middle), span(middle, to));
  }

  function inclusionIn(index: number, from: number, to: number): Uint8Array[] {
    if (to - from === 1) return [];
    const middle = from + splitOf(to - from);
    return index < middle
      ? [...inclusionIn(index, from, middle), span(middle, to)]
      : [...inclusionIn(index, middle, to), span(from, middle)];
  }

  function consistencyIn(old: number, from: number, to: number, whole: boolean): Uint8Array[] {
    if (old === to - from) return whole ? [] : [span(from, to)];
    const left = splitOf(to - from);
    return old <= left
      ? [...consistencyIn(old, from, from + left, whole), span(from + left, to)]
      : [...consistencyIn(old - left, from + left, to, false), span(from, from + left)];
  }

  function within(size: number): number {
    if (!Number.isInteger(size) || size < 0 || size > sizeNow())
      throw new Error(`the tree has ${sizeNow()} leaves, not ${size}`);
    return size;
  }

  return {
    size: sizeNow,
    append,
    root: (size = sizeNow()) => span(0, within(size)),
    inclusion: (index, size) => (index < within(size) ? inclusionIn(index, 0, size) : []),
    consistency: (from, size) => (from === 0 || from >= within(size) ? [] : consistencyIn(from, 0, size, true)),
    rows: () => levels.map(({ bytes, count }) => bytes.slice(0, count * hashBytes)),
  };
}

/** RFC 9162 section 2.1.3.2 */
export function verifyInclusion(
  sha256: Sha256,
  given: { leaf: Uint8Array; index: number; size: number; proof: readonly Uint8Array[]; root: Uint8Array },
): boolean {
  if (given.index >= given.size) return false;
  let index = given.index;
  let last = given.size - 1;
  let hash = given.leaf;
  for (const beside of given.proof) {
    if (last === 0) return false;
    if (index % 2 === 1 || index === last) {
      hash = nodeHash(sha256, beside, hash);
      while (index % 2 === 0 && index !== 0) {
        index = Math.floor(index / 2);
        last = Math.floor(last / 2);
      }
    } else {
      hash = nodeHash(sha256, hash, beside);
    }
    index = Math.floor(index / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && sameBytes(hash, given.root);
}

/** RFC 9162 section 2.1.4.2 */
export function verifyConsistency(
  sha256: Sha256,
  given: { from: number; size: number; proof: readonly Uint8Array[]; oldRoot: Uint8Array; root: Uint8Array },
): boolean {
  const { from, size, oldRoot, root } = given;
  if (from > size) return false;
  if (from === 0) return given.proof.length === 0 && sameBytes(oldRoot, sha256(new Uint8Array(0)));
  if (from === size) return given.proof.length === 0 && sameBytes(oldRoot, root);
  const proof = isPowerOfTwo(from) ? [oldRoot, ...given.proof] : [...given.proof];
  let index = from - 1;
  let last = size - 1;
  while (index % 2 === 1) {
    index = Math.floor(index / 2);
    last = Math.floor(last / 2);
  }
  const first = proof[0];
  if (first === undefined) return false;
  let old = first;
  let now = first;
  for (const beside of proof.slice(1)) {
    if (last === 0) return false;
    if (index % 2 === 1 || index === last) {
      old = nodeHash(sha256, beside, old);
      now = nodeHash(sha256, beside, now);
      while (index % 2 === 0 && index !== 0) {
        index = Math.floor(index / 2);
        last = Math.floor(last / 2);
      }
    } else {
      now = nodeHash(sha256, now, beside);
    }
    index = Math.floor(index / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && sameBytes(old, oldRoot) && sameBytes(now, root);
}

/** The largest power of two below `width`. */
function splitOf(width: number): number {
  let split = 1;
  while (split * 2 < width) split *= 2;
  return split;
}

const isPowerOfTwo = (number: number): boolean => number === 1 || splitOf(number) * 2 === number;
