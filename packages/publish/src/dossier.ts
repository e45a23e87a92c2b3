/**
 * What is published, before how. The only thing renderers see: whatever was withheld is not in here, and neither are
 * the strings that must not appear.
 */

import type { Use } from "@saksi/domain/use";
import { hex, utf8 } from "./bytes.ts";
import { type ModelFault, modelFaults } from "./check-model.ts";
import { type Dir, dirOf, isLang } from "./lang.ts";
import type { Block, Inline } from "./model.ts";

export interface Section {
  readonly title: string;
  readonly lang: string;
  readonly dir: Dir;
  readonly blocks: readonly Block[];
}

/** Where something is known from. `id` is opaque: it becomes an anchor in every format. */
export interface Source {
  readonly id: string;
  readonly text: string;
  readonly lang: string;
  readonly href?: string;
}

/** A picture that was drawn anew: no metadata, no name. */
export interface Image {
  readonly id: string;
  readonly mediaType: "image/jpeg" | "image/png";
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

export interface Dossier {
  readonly version: 1;
  readonly kind: string;
  readonly use: Use;
  readonly title: string;
  readonly lang: string;
  readonly dir: Dir;
  /** At the head of every page, such as "Public" */
  readonly classification: string;
  readonly sections: readonly Section[];
  /** Whom it touches, as this publication counts them (`p1`, `p2`): never a record id, never a name */
  readonly people: readonly string[];
  readonly sources: readonly Source[];
  readonly images: readonly Image[];
}

/** SHA-256, handed in by the composition root: 32 bytes */
export type Sha256 = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

export interface DossierFault {
  /** Section number from 0 and path in it, or the name of a part of the dossier */
  readonly at: string;
  readonly reason:
    | ModelFault["reason"]
    | "bad-language"
    | "empty-title"
    | "unknown-source"
    | "unknown-image"
    | "not-opaque";
}

/**
 * The name by which a dossier is approved. One letter more or less is another dossier.
 *
 * @returns 64 hexadecimal characters: SHA-256 over canonical JSON (keys sorted, no spaces, UTF-8), each picture as the hash of its bytes
 */
export async function dossierHash(dossier: Dossier, sha256: Sha256): Promise<string> {
  const images = await Promise.all(
    dossier.images.map(async ({ bytes, ...image }) => ({ ...image, sha256: hex(await sha256(bytes)) })),
  );
  return hex(await sha256(utf8(canonical({ ...dossier, images }))));
}

/** What keeps a dossier from being rendered; empty when nothing does. */
export function dossierFaults(dossier: Dossier): readonly DossierFault[] {
  const faults: DossierFault[] = [];
  if (dossier.title.trim() === "") faults.push({ at: "title", reason: "empty-title" });
  if (!isLang(dossier.lang) || dirOf(dossier.lang) !== dossier.dir) faults.push({ at: "lang", reason: "bad-language" });
  const opaque = /^[a-z][0-9a-z]{0,31}$/;
  for (const [part, ids] of idsOf(dossier)) {
    if (ids.some((id) => !opaque.test(id)) || new Set(ids).size < ids.length)
      faults.push({ at: part, reason: "not-opaque" });
  }
  for (const [index, section] of dossier.sections.entries())
    faults.push(...sectionFaults(section, String(index), dossier));
  return faults;
}

const idsOf = ({ people, sources, images }: Dossier): readonly (readonly [string, readonly string[]])[] => [
  ["people", people],
  ["sources", sources.map(({ id }) => id)],
  ["images", images.map(({ id }) => id)],
];

function sectionFaults(section: Section, at: string, dossier: Dossier): DossierFault[] {
  if (section.title.trim() === "") return [{ at, reason: "empty-title" }];
  if (!isLang(section.lang) || dirOf(section.lang) !== section.dir) return [{ at, reason: "bad-language" }];
  const faults = modelFaults(section.blocks);
  if (faults.length > 0) return faults.map((fault) => ({ at: `${at}/${fault.at}`, reason: fault.reason }));
  const sources = new Set(dossier.sources.map(({ id }) => id));
  const images = new Set(dossier.images.map(({ id }) => id));
  const found: DossierFault[] = [];
  for (const node of nodesOf(section.blocks)) {
    if (node.type === "citation" && !sources.has(node.attrs.source)) found.push({ at, reason: "unknown-source" });
    if (node.type === "figure" && !images.has(node.attrs.image)) found.push({ at, reason: "unknown-image" });
  }
  return found;
}

/** Every node that carries attributes or text, depth first. */
export function* nodesOf(nodes: readonly (Block | Inline)[]): Generator<Block | Inline> {
  for (const node of nodes) {
    yield node;
    // Whatever has content has only nodes of the model in it; rows and items are passed through.
    if ("content" in node) yield* nodesOf(node.content as unknown as readonly (Block | Inline)[]);
  }
}

/** JSON with sorted keys, so that the same value has the same bytes everywhere. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(",")}}`;
}
