/** Refuses whatever the document model does not name: unknown nodes, attributes, marks, a missing alternative text. */

import { dirOf, isLang } from "./lang.ts";
import type { Block } from "./model.ts";

/** Where (a path such as `2/content/0`) and why (a closed list) a document is not one of ours. Never its text. */
export interface ModelFault {
  readonly at: string;
  readonly reason:
    | "not-a-list"
    | "unknown-node"
    | "unknown-key"
    | "bad-attribute"
    | "bad-content"
    | "bad-mark"
    | "dir-is-not-of-lang"
    | "level-skipped"
    | "row-of-other-width";
}

type Test = (value: unknown) => boolean;
interface Shape {
  readonly attrs?: Readonly<Record<string, Test>>;
  readonly content?: ReadonlySet<string>;
  readonly most?: number;
  readonly least?: number;
}
type Plain = Readonly<Record<string, unknown>>;

/** No control characters but tab and line break, no half of a surrogate pair. */
const isText: Test = (value) => typeof value === "string" && !/(?![\t\n])\p{Cc}|\p{Cs}/u.test(value);
const isSaid: Test = (value) => isText(value) && value !== "" && String(value).trim() !== "";
const isShare: Test = (value) => typeof value === "number" && value >= 0 && value <= 1;
const isPlain = (value: unknown): value is Plain =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const within =
  (least: number, most: number): Test =>
  (value) =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
const listOf =
  (shape: Readonly<Record<string, Test>>): Test =>
  (value) =>
    Array.isArray(value) && value.length > 0 && value.every((one) => isPlain(one) && hasExactly(one, shape));
const hasExactly = (value: Plain, shape: Readonly<Record<string, Test>>): boolean =>
  Object.keys(value).length === Object.keys(shape).length &&
  Object.entries(shape).every(([key, test]) => test(value[key]));

const spoken = { lang: isLang, dir: (value: unknown) => value === "ltr" || value === "rtl" };
const inline = new Set(["text", "footnote", "citation", "redaction"]);
const withoutNotes = new Set(["text", "citation", "redaction"]);
const isRung: Test = (value) => ["reached", "waiting", "refused", "not-reached"].includes(String(value));
const chartLists: Readonly<Record<string, readonly [string, Test]>> = {
  bar: [
    "bars",
    listOf({ label: isSaid, value: (value) => typeof value === "number" && value >= 0 && Number.isFinite(value) }),
  ],
  timeline: ["spans", listOf({ label: isSaid, when: isSaid, from: isShare, to: isShare })],
  ladder: ["rungs", listOf({ label: isSaid, state: isRung, note: isText })],
};
const isChart: Test = (value) => {
  if (!isPlain(value)) return false;
  const list = chartLists[String(value["kind"])];
  return list !== undefined && hasExactly(value, { kind: isSaid, [list[0]]: list[1] });
};

const blocks = new Set([
  "heading",
  "paragraph",
  "bulletList",
  "orderedList",
  "blockquote",
  "table",
  "figure",
  "chart",
  "caseReference",
  "toc",
]);
const list: Shape = { attrs: spoken, content: new Set(["listItem"]), least: 1 };
const shapes: Readonly<Record<string, Shape>> = {
  heading: { attrs: { ...spoken, level: within(1, 3) }, content: withoutNotes, least: 1 },
  paragraph: { attrs: spoken, content: inline },
  bulletList: list,
  orderedList: list,
  listItem: { attrs: spoken, content: new Set(["paragraph", "bulletList", "orderedList"]), least: 1 },
  blockquote: { attrs: spoken, content: new Set(["paragraph"]), least: 1 },
  table: { attrs: { ...spoken, caption: isSaid, headerRows: within(1, 3) }, content: new Set(["tableRow"]), least: 1 },
  tableRow: { content: new Set(["tableCell"]), least: 1 },
  tableCell: { attrs: spoken, content: inline },
  figure: { attrs: { ...spoken, image: isSaid, alt: isSaid, caption: isText } },
  chart: { attrs: { ...spoken, alt: isSaid, caption: isText, data: isChart } },
  caseReference: { attrs: { ...spoken, label: isSaid } },
  toc: { attrs: spoken },
  footnote: { content: withoutNotes, least: 1 },
  citation: { attrs: { source: isSaid } },
  redaction: {},
};
const marks: Readonly<Record<string, Readonly<Record<string, Test>>>> = {
  strong: {},
  em: {},
  lang: spoken,
  link: { href: (value) => isText(value) && /^https:\/\/[^\s"<>]+$/.test(String(value)) },
};

/** What is wrong with the blocks of one section; nothing when they may be rendered. */
export function modelFaults(content: unknown): readonly ModelFault[] {
  if (!Array.isArray(content)) return [{ at: "", reason: "not-a-list" }];
  const faults = content.flatMap((node, index) => nodeFaults(node, String(index), blocks));
  return faults.length > 0 ? faults : levelFaults(content);
}

/** The blocks, once nothing is wrong with them. */
export function readBlocks(
  content: unknown,
): { readonly blocks: readonly Block[] } | { readonly faults: readonly ModelFault[] } {
  const faults = modelFaults(content);
  // Every shape was compared just above; the types say the same again.
  return faults.length > 0 ? { faults } : { blocks: content as readonly Block[] };
}

function nodeFaults(node: unknown, at: string, allowed: ReadonlySet<string>): ModelFault[] {
  if (!isPlain(node) || typeof node["type"] !== "string") return [{ at, reason: "unknown-node" }];
  const type = node["type"];
  if (type === "text") return allowed.has("text") ? textFaults(node, at) : [{ at, reason: "bad-content" }];
  const shape = Object.hasOwn(shapes, type) ? shapes[type] : undefined;
  if (shape === undefined) return [{ at, reason: "unknown-node" }];
  if (!allowed.has(type)) return [{ at, reason: "bad-content" }];
  const known = new Set(["type", ...(shape.attrs ? ["attrs"] : []), ...(shape.content ? ["content"] : [])]);
  if (Object.keys(node).some((key) => !known.has(key))) return [{ at, reason: "unknown-key" }];
  return [...attrFaults(node["attrs"], shape, at), ...contentFaults(node, shape, at)];
}

function attrFaults(attrs: unknown, shape: Shape, at: string): ModelFault[] {
  if (!shape.attrs) return [];
  if (!isPlain(attrs) || !hasExactly(attrs, shape.attrs)) return [{ at, reason: "bad-attribute" }];
  return "lang" in shape.attrs && dirOf(String(attrs["lang"])) !== attrs["dir"]
    ? [{ at, reason: "dir-is-not-of-lang" }]
    : [];
}

function contentFaults(node: Plain, shape: Shape, at: string): ModelFault[] {
  if (!shape.content) return [];
  const { content } = node;
  if (!Array.isArray(content) || content.length < (shape.least ?? 0)) return [{ at, reason: "bad-content" }];
  const allowed = shape.content;
  const faults = content.flatMap((child, index) => nodeFaults(child, `${at}/content/${index}`, allowed));
  return faults.length === 0 && node["type"] === "table" ? tableFaults(node, at) : faults;
}

function tableFaults(table: Plain, at: string): ModelFault[] {
  const rows = table["content"] as readonly { readonly content: readonly unknown[] }[];
  const headerRows = (table["attrs"] as { readonly headerRows: number }).headerRows;
  if (headerRows > rows.length) return [{ at, reason: "bad-attribute" }];
  return rows.some((row) => row.content.length !== rows[0]?.content.length)
    ? [{ at, reason: "row-of-other-width" }]
    : [];
}

function textFaults(node: Plain, at: string): ModelFault[] {
  if (!isText(node["text"]) || node["text"] === "") return [{ at, reason: "bad-content" }];
  if (Object.keys(node).some((key) => !["type", "text", "marks"].includes(key))) return [{ at, reason: "unknown-key" }];
  const given = node["marks"] ?? [];
  const good =
    Array.isArray(given) && given.every(isMark) && new Set(given.map(({ type }) => type)).size === given.length;
  return good ? [] : [{ at, reason: "bad-mark" }];
}

function isMark(mark: unknown): boolean {
  if (!isPlain(mark)) return false;
  const shape = Object.hasOwn(marks, String(mark["type"])) ? marks[String(mark["type"])] : undefined;
  if (shape === undefined) return false;
  if (Object.keys(shape).length === 0) return Object.keys(mark).length === 1;
  const { attrs } = mark;
  if (Object.keys(mark).length !== 2 || !isPlain(attrs) || !hasExactly(attrs, shape)) return false;
  return mark["type"] !== "lang" || dirOf(String(attrs["lang"])) === attrs["dir"];
}

function levelFaults(content: readonly Block[]): ModelFault[] {
  let level = 0;
  return content.flatMap((block, index): ModelFault[] => {
    if (block.type !== "heading") return [];
    const skipped = block.attrs.level > level + 1;
    level = block.attrs.level;
    return skipped ? [{ at: String(index), reason: "level-skipped" }] : [];
  });
}
