import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { languageOf, languages } from "./corpus.ts";
import { measures } from "./measures.ts";
import { targets } from "./targets.ts";

const root = `${import.meta.dirname}/..`;

test("the made-up records come in every language, in the shares that were said", () => {
  for (const { name, share } of languages) {
    const records = Array.from({ length: 100 }, (_, index) => languageOf(index).name).filter((each) => each === name);
    expect(records.length, name).toBe(share);
  }
});

test("every row that can be measured says what it stands for", () => {
  expect(measures.flatMap(({ keys }) => keys).sort()).toEqual(Object.keys(targets).sort());
});

test("every measure still runs, on a small alliance", () => {
  const entries = 300 + (process.pid % 600); // its size gives an alliance its port: two runs at once do not meet
  const words = ["scripts/bench.mjs", "--entries", String(entries), "--tiny"];
  const { status, stdout } = spawnSync(process.execPath, words, { cwd: root, encoding: "utf8", stdio: "pipe" });
  const measured = stdout.split("\n").map((line) => line.split(" ")[0]);
  expect(status).toBe(0);
  for (const key of Object.keys(targets)) expect(measured).toContain(key);
}, 600_000);
