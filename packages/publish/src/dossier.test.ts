import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { canonical, type Dossier, dossierFaults, dossierHash } from "./dossier.ts";
import { aDossier } from "./example.ts";
import { paragraph, section, text } from "./write.ts";

const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash("sha256").update(bytes).digest());
const hash = (dossier: Dossier) => dossierHash(dossier, sha256);
const saying = (words: string) => aDossier({ sections: [section("A", "en", [paragraph("en", text(words))])] });

test("one letter more or less is another dossier", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), async (one, other) => {
      expect((await hash(saying(one))) === (await hash(saying(other)))).toBe(one === other);
    }),
  );
});

test("the order of keys and a copy through JSON change nothing", async () => {
  const dossier = aDossier();
  const turned = Object.fromEntries(Object.entries(dossier).reverse()) as unknown as Dossier;
  expect(await hash(turned)).toBe(await hash(dossier));
  expect(canonical(JSON.parse(JSON.stringify({ ...dossier, images: [] })))).toBe(canonical({ ...dossier, images: [] }));
});

test("a picture counts with its bytes", async () => {
  const image = { id: "i1", mediaType: "image/png" as const, width: 1, height: 1, bytes: new Uint8Array([1]) };
  const other = { ...image, bytes: new Uint8Array([2]) };
  expect(await hash(aDossier({ images: [image] }))).not.toBe(await hash(aDossier({ images: [other] })));
});

test("what points nowhere and what could tell a name by its id is found before rendering", () => {
  const cite = paragraph("en", { type: "citation", attrs: { source: "x9" } });
  expect(dossierFaults(aDossier({ sections: [section("A", "en", [cite])] }))).toEqual([
    { at: "0", reason: "unknown-source" },
  ]);
  expect(dossierFaults(aDossier({ people: ["Ravindra W."] }))).toEqual([{ at: "people", reason: "not-opaque" }]);
  expect(dossierFaults(aDossier({ lang: "ur", dir: "ltr" }))).toEqual([{ at: "lang", reason: "bad-language" }]);
});
