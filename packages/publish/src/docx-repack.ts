/** The library that writes Word files puts in the time and random names: the package is opened, cleaned, zipped again. */

import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";

const mtime = new Date(1980, 0, 1);

/** Removes time and chance: dates of the package and its entries, names of relations, headings and bookmarks. */
export function repacked(bytes: Uint8Array): Uint8Array {
  const entries = Object.entries(unzipSync(bytes)).sort(([a], [b]) =>
    a === "[Content_Types].xml" ? -1 : b === "[Content_Types].xml" ? 1 : a < b ? -1 : 1,
  );
  const relation = steadyNames("rIdS");
  const heading = steadyNames("_Toc");
  const bookmark = steadyNames("");
  const picture = steadyNames("");
  const zip: Zippable = {};
  for (const [path, content] of entries) {
    if (!/\.(xml|rels)$/.test(path)) {
      zip[path] = [content, { mtime }];
      continue;
    }
    const text = strFromU8(content)
      .replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, "")
      .replace(/\brId[\w-]+/g, relation)
      .replace(/_Toc\d+/g, heading)
      .replace(/(?<=<w:bookmark(?:Start|End)\b[^>]*w:id=")\d+/g, bookmark)
      .replace(/(?<=<(?:wp:docPr|pic:cNvPr)\b[^>]*\bid=")[^"]+/g, picture);
    zip[path] = [strToU8(text), { mtime }];
  }
  return zipSync(zip, { level: 6 });
}

/** The first name met becomes 1, the next 2: the library counts on from one document to the next. */
function steadyNames(prefix: string): (name: string) => string {
  const names = new Map<string, string>();
  return (name) => {
    const known = names.get(name) ?? `${prefix}${names.size + 1}`;
    names.set(name, known);
    return known;
  };
}
