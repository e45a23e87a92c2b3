// Writes src/coverage.json: which code points each font can draw. Run by hand when a font changes: node fonts/coverage.mjs
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const folder = new URL(".", import.meta.url);
const fonts = readdirSync(folder)
  .filter((name) => name.endsWith("-400.ttf"))
  .sort();
writeFileSync(
  new URL("../src/coverage.json", folder),
  `${JSON.stringify(Object.fromEntries(fonts.map(entry)), null, 1)}\n`,
);

function entry(name) {
  return [name.replace("-400.ttf", ""), ranges(codePoints(readFileSync(new URL(name, folder))))];
}

/** Ranges as base 36 pairs "gap,length" since the end of the last range: short, and plain to read. */
function ranges(points) {
  const out = [];
  let last = 0;
  for (let index = 0; index < points.length; ) {
    let end = index;
    while (points[end + 1] === points[end] + 1) end += 1;
    out.push(`${(points[index] - last).toString(36)},${(end - index + 1).toString(36)}`);
    last = points[end] + 1;
    index = end + 1;
  }
  return out.join(" ");
}

function codePoints(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = Array.from({ length: view.getUint16(4) }, (_, index) => 12 + index * 16);
  const cmap = tables.find((at) => bytes.toString("latin1", at, at + 4) === "cmap");
  const start = view.getUint32(cmap + 8);
  const points = new Set();
  for (let index = 0; index < view.getUint16(start + 2); index += 1) {
    const at = start + view.getUint32(start + 4 + index * 8 + 4);
    const format = view.getUint16(at);
    if (format === 4) format4(view, at, points);
    if (format === 12) format12(view, at, points);
  }
  return [...points].sort((a, b) => a - b);
}

function format4(view, at, points) {
  const count = view.getUint16(at + 6) / 2;
  for (let index = 0; index < count; index += 1) {
    const end = view.getUint16(at + 14 + index * 2);
    const start = view.getUint16(at + 16 + count * 2 + index * 2);
    const delta = view.getUint16(at + 16 + count * 4 + index * 2);
    const rangeAt = at + 16 + count * 6 + index * 2;
    const range = view.getUint16(rangeAt);
    for (let point = start; point <= end && point !== 0xffff; point += 1) {
      const glyph = range === 0 ? point + delta : view.getUint16(rangeAt + range + (point - start) * 2);
      if ((glyph & 0xffff) !== 0) points.add(point);
    }
  }
}

function format12(view, at, points) {
  for (let index = 0; index < view.getUint32(at + 12); index += 1) {
    const group = at + 16 + index * 12;
    for (let point = view.getUint32(group); point <= view.getUint32(group + 4); point += 1) points.add(point);
  }
}
