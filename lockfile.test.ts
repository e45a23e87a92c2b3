import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(readFileSync(new URL("package-lock.json", import.meta.url), "utf8"));
const packages: readonly (readonly [string, Locked])[] = Object.entries(lock.packages);
const places = new Set(packages.map(([place]) => place));

test("the lock names every platform's part, so that it installs on other machines too", () => {
  const missing = packages.flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !places.has(`node_modules/${name}`) && !places.has(`${place}/node_modules/${name}`),
    ),
  );
  expect(missing, "mend with: node scripts/complete-lock.mjs").toEqual([]);
});

test("the lock names no registry", () => {
  const addresses = packages.filter(([, { resolved, link }]) => resolved !== undefined && link !== true);
  expect(addresses.map(([place]) => place)).toEqual([]);
});
