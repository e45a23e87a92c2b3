import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { expect, test } from "vitest";
import { mayImport, pure } from "./boundaries.ts";

const root = import.meta.dirname;
const folders = Object.keys(mayImport);
const nameOf = (folder: string): string => `@saksi/${folder.split("/")[1]}`;
const folderOf = new Map(folders.map((folder) => [nameOf(folder), folder]));

/** Code of the product; how it is built and configured stands outside `src`. */
const sources = folders.flatMap((folder) =>
  filesIn(join(root, folder, "src")).filter((file) => /\.(ts|tsx|mjs)$/.test(file)),
);

test("every package imports only what the table allows", () => {
  const wrong = sources.flatMap((file) => {
    const home = homeOf(file);
    return importsOf(file).flatMap((target) => {
      const other = targetFolder(file, target);
      return other === null || other === home || mayImport[home]?.includes(other)
        ? []
        : [`${relative(root, file)} → ${target}`];
    });
  });
  expect(wrong).toEqual([]);
});

test("no import reaches into another package by a path", () => {
  const wrong = sources.flatMap((file) =>
    importsOf(file)
      .filter((target) => target.startsWith("."))
      .filter((target) => !resolve(dirname(file), target).startsWith(join(root, homeOf(file)) + sep))
      .map((target) => `${relative(root, file)} → ${target}`),
  );
  expect(wrong).toEqual([]);
});

test("every package.json names exactly the packages that its code may import", () => {
  for (const folder of folders) {
    const manifest = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
    const named = Object.keys({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.optionalDependencies,
    });
    const ours = named.filter((name) => name.startsWith("@saksi/"));
    expect(ours.filter((name) => !mayImport[folder]?.includes(folderOf.get(name) ?? ""), folder)).toEqual([]);
  }
});

test("every imported package is named in its own package.json", () => {
  const wrong = sources.flatMap((file) => {
    if (isTest(file)) return [];
    const home = homeOf(file);
    const manifest = JSON.parse(readFileSync(join(root, home, "package.json"), "utf8"));
    const named = new Set(
      Object.keys({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }),
    );
    return importsOf(file)
      .filter((target) => !target.startsWith(".") && !target.startsWith("node:") && !target.startsWith("virtual:"))
      .map(packageOf)
      .filter((name) => !named.has(name) && name !== "vite")
      .map((name) => `${relative(root, file)} → ${name}`);
  });
  expect(wrong).toEqual([]);
});

test("pure packages touch no platform and no third party", () => {
  const wrong = sources.flatMap((file) =>
    pure.includes(homeOf(file)) && !isTest(file)
      ? importsOf(file)
          .filter((target) => !target.startsWith(".") && !target.startsWith("@saksi/"))
          .map((target) => `${relative(root, file)} → ${target}`)
      : [],
  );
  expect(wrong).toEqual([]);
});

test("the relay cannot import anything that opens", () => {
  const reachable = closure(sources.filter((file) => homeOf(file) === "apps/relay" && !isTest(file)));
  const homes = new Set([...reachable].map(homeOf));
  expect([...homes].sort()).toEqual(["apps/relay", "packages/wire"]);
});

test("no import goes round in a circle", () => {
  const graph = new Map(
    sources.map((file) => [file, valueImportsOf(file).flatMap((target) => fileOf(file, target) ?? [])]),
  );
  expect(circles(graph).map((circle) => circle.map((file) => relative(root, file)))).toEqual([]);
});

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    if (["node_modules", "dist", "test-results", "fonts", "data", "vendor"].includes(name)) return [];
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}

const isTest = (file: string): boolean =>
  /\.(test|property\.test|conformance|spec)\.tsx?$|\/(e2e|kill-tests|vectors)\/|example-|\.config\.ts$|\/bench-|simulator/.test(
    file,
  );

function homeOf(file: string): string {
  return relative(root, file).split(sep).slice(0, 2).join("/");
}

/** Every static and dynamic import of a file, types included. */
function importsOf(file: string): string[] {
  const text = withoutComments(readFileSync(file, "utf8"));
  const pattern =
    /(?:^|[\n;}])\s*(?:import|export)\s(?:[^"'`;]*?\sfrom\s)?\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/g;
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? "");
}

function valueImportsOf(file: string): string[] {
  const text = withoutComments(readFileSync(file, "utf8"));
  const pattern = /(?:^|[\n;}])\s*(?:import|export)\s(?!type\s)(?:[^"'`;]*?\sfrom\s)?\s*["']([^"']+)["']/g;
  return [...text.matchAll(pattern)].map((match) => match[1] ?? "");
}

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");

const packageOf = (target: string): string =>
  target
    .split("/")
    .slice(0, target.startsWith("@") ? 2 : 1)
    .join("/");

function targetFolder(file: string, target: string): string | null {
  if (target.startsWith(".")) return homeOf(resolve(dirname(file), target));
  return folderOf.get(packageOf(target)) ?? null;
}

function fileOf(file: string, target: string): string | null {
  if (target.startsWith(".")) return resolve(dirname(file), target.split("?")[0] ?? target);
  const folder = folderOf.get(packageOf(target));
  if (folder === undefined) return null;
  const path = target.split("/").slice(2).join("/");
  const home = join(root, folder, "src");
  return path === "" ? join(home, "vault.ts") : join(home, `${path}.ts`);
}

function closure(start: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const todo = [...start];
  for (let file = todo.pop(); file !== undefined; file = todo.pop()) {
    if (seen.has(file) || !sources.includes(file)) continue;
    seen.add(file);
    todo.push(...importsOf(file).flatMap((target) => fileOf(file as string, target) ?? []));
  }
  return seen;
}

/** Strongly connected groups of more than one file (Tarjan). */
function circles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (file: string): void => {
    index.set(file, index.size);
    low.set(file, index.get(file) ?? 0);
    stack.push(file);
    for (const next of graph.get(file) ?? []) {
      if (!graph.has(next)) continue;
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(file, Math.min(low.get(file) ?? 0, low.get(next) ?? 0));
    }
    if (low.get(file) !== index.get(file)) return;
    const group = stack.splice(stack.indexOf(file));
    if (group.length > 1 || (graph.get(file) ?? []).includes(file)) found.push(group);
  };
  for (const file of graph.keys()) if (!index.has(file)) visit(file);
  return found;
}
