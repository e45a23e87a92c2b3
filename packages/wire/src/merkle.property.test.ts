import fc from "fast-check";
import { expect, test } from "vitest";
import { fromHex, toHex } from "./bytes.ts";
import { exampleBytes, sha256 } from "./example-log.ts";
import { growingTree, leafHash, rootOf, verifyConsistency, verifyInclusion } from "./merkle.ts";

// the eight leaves of the reference tests of Certificate Transparency (merkletree, RFC 6962), and their roots
const leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
const roots = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

const treeOf = (size: number) => {
  const tree = growingTree(sha256);
  for (let index = 0; index < size; index += 1) tree.append(leafHash(sha256, exampleBytes(`leaf ${index}`, 8)));
  return tree;
};
const largest = 130;
const tree = treeOf(largest);
const leafAt = (index: number): Uint8Array => leafHash(sha256, exampleBytes(`leaf ${index}`, 8));
const spans = fc.nat(largest).chain((size) => fc.tuple(fc.nat(size), fc.constant(size)));

test("the roots are those of RFC 6962", () => {
  const hashes = leaves.map((hex) => leafHash(sha256, fromHex(hex) ?? new Uint8Array()));
  roots.forEach((root, size) => {
    expect(toHex(rootOf(sha256, hashes.slice(0, size)))).toBe(root);
  });
});

test("an earlier root of a tree is the root it had then", () => {
  fc.assert(
    fc.property(fc.nat(largest), (size) => {
      expect(tree.root(size)).toEqual(treeOf(size).root());
    }),
  );
});

test("every leaf is proven to be in every tree that holds it, and in no other place, tree or proof", () => {
  fc.assert(
    fc.property(spans, fc.nat(), fc.integer({ min: 1, max: 255 }), ([index, size], at, flip) => {
      if (index === size) return;
      const proof = tree.inclusion(index, size);
      const given = { leaf: leafAt(index), index, size, proof, root: tree.root(size) };
      expect(verifyInclusion(sha256, given)).toBe(true);
      expect(verifyInclusion(sha256, { ...given, leaf: leafAt(index + 1) })).toBe(false);
      expect(verifyInclusion(sha256, { ...given, proof: [...proof, leafAt(0)] })).toBe(false);
      expect(verifyInclusion(sha256, { ...given, index: size })).toBe(false);
      if (size > 1) expect(verifyInclusion(sha256, { ...given, index: (index + 1) % size })).toBe(false);
      if (proof.length === 0) return;
      expect(verifyInclusion(sha256, { ...given, proof: proof.slice(1) })).toBe(false);
      expect(verifyInclusion(sha256, { ...given, proof: altered(proof, at, flip) })).toBe(false);
    }),
  );
});

test("a tree is proven to have grown from each of its pasts, and from no other", () => {
  fc.assert(
    fc.property(spans, fc.nat(), fc.integer({ min: 1, max: 255 }), ([from, size], at, flip) => {
      const proof = tree.consistency(from, size);
      const given = { from, size, proof, oldRoot: tree.root(from), root: tree.root(size) };
      expect(verifyConsistency(sha256, given)).toBe(true);
      expect(verifyConsistency(sha256, { ...given, oldRoot: leafAt(largest) })).toBe(false);
      expect(verifyConsistency(sha256, { ...given, proof: [...proof, leafAt(0)] })).toBe(false);
      expect(verifyConsistency(sha256, { ...given, from: size + 1 })).toBe(false);
      if (from > 0) expect(verifyConsistency(sha256, { ...given, root: leafAt(largest) })).toBe(false);
      if (proof.length === 0) return;
      expect(verifyConsistency(sha256, { ...given, proof: proof.slice(1) })).toBe(false);
      expect(verifyConsistency(sha256, { ...given, proof: altered(proof, at, flip) })).toBe(false);
    }),
  );
});

test("a tree that begins again from what it remembered grows as if it had never stopped", () => {
  fc.assert(
    fc.property(spans, ([kept, size]) => {
      const again = growingTree(sha256, treeOf(kept).rows());
      for (let index = kept; index < size; index += 1) again.append(leafAt(index));
      expect(again.size()).toBe(size);
      expect(again.root()).toEqual(tree.root(size));
      expect(again.consistency(kept, size)).toEqual(tree.consistency(kept, size));
    }),
  );
});

test("a tree has no root at a size it has not reached", () => {
  expect(() => tree.root(largest + 1)).toThrow();
  expect(() => tree.root(-1)).toThrow();
});

function altered(proof: readonly Uint8Array[], at: number, flip: number): Uint8Array[] {
  return proof.map((hash, index) =>
    index === at % proof.length ? hash.map((byte, place) => (place === at % 32 ? byte ^ flip : byte)) : hash,
  );
}
