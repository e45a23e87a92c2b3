import { fromHex, toHex } from "../bytes.ts";
import { exampleBytes, sha256 } from "../example-log.ts";
import { growingTree, leafHash, rootOf } from "../merkle.ts";

/** Leaves of the reference tests of Certificate Transparency (RFC 6962). */
const leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

/** Roots; proofs that a leaf is in a tree and that a tree grew; and proofs that prove nothing. */
export function merkleCases() {
  const hashes = leaves.map((leaf) => leafHash(sha256, fromHex(leaf) ?? new Uint8Array()));
  const tree = growingTree(sha256);
  for (const hash of hashes) tree.append(hash);
  const roots = Array.from({ length: leaves.length + 1 }, (_, size) => ({
    name: `the root over ${size} leaves`,
    leaves: leaves.slice(0, size),
    root: toHex(rootOf(sha256, hashes.slice(0, size))),
  }));
  const hexes = (proof: readonly Uint8Array[]): string[] => proof.map(toHex);
  const inclusion = (index: number, size: number) => ({
    name: `leaf ${index} of ${size}`,
    leaf: toHex(hashes[index] ?? new Uint8Array()),
    index,
    size,
    proof: hexes(tree.inclusion(index, size)),
    root: toHex(tree.root(size)),
    valid: true,
  });
  const consistency = (from: number, size: number) => ({
    name: `from ${from} to ${size} leaves`,
    from,
    size,
    oldRoot: toHex(tree.root(from)),
    proof: hexes(tree.consistency(from, size)),
    root: toHex(tree.root(size)),
    valid: true,
  });
  const no = { valid: false };
  const other = toHex(exampleBytes("other", 32));
  const [leaf, grown] = [inclusion(5, 8), consistency(6, 8)];
  return [
    ...roots,
    ...[
      [0, 1],
      [0, 2],
      [1, 2],
      [2, 3],
      [0, 7],
      [6, 7],
      [5, 8],
    ].map(([index = 0, size = 0]) => inclusion(index, size)),
    { ...leaf, ...no, name: "another leaf", leaf: other },
    { ...leaf, ...no, name: "another place", index: 4 },
    { ...leaf, ...no, name: "a place outside", index: 8 },
    { ...leaf, ...no, name: "another size", size: 9 },
    { ...leaf, ...no, name: "another root", root: other },
    { ...leaf, ...no, name: "a hash altered", proof: leaf.proof.with(1, other) },
    { ...leaf, ...no, name: "a hash missing", proof: leaf.proof.slice(1) },
    { ...leaf, ...no, name: "a hash too many", proof: [...leaf.proof, other] },
    { ...leaf, ...no, name: "hashes in another order", proof: leaf.proof.toReversed() },
    ...[
      [0, 5],
      [1, 1],
      [1, 8],
      [3, 7],
      [4, 8],
      [6, 8],
      [7, 8],
      [8, 8],
    ].map(([from = 0, size = 0]) => consistency(from, size)),
    { ...grown, ...no, name: "grown from another past", oldRoot: other },
    { ...grown, ...no, name: "grown into another root", root: other },
    { ...grown, ...no, name: "grown, a hash altered", proof: grown.proof.with(0, other) },
    { ...grown, ...no, name: "grown, a hash missing", proof: grown.proof.slice(1) },
    { ...grown, ...no, name: "grown, a hash too many", proof: [...grown.proof, other] },
    { ...grown, ...no, name: "grown from more than there is", from: 9 },
    { ...consistency(0, 5), ...no, name: "nothing has one root", oldRoot: other },
    { ...consistency(8, 8), ...no, name: "the same size, another root", oldRoot: other },
  ];
}
