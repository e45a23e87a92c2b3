import { mkdirSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { aDossier } from "./example.ts";
import { publish } from "./publish.ts";
import { nodeTools as tools } from "./tools.node.ts";

test("every format comes out twice the same", async () => {
  const question = {
    dossier: aDossier(),
    cleared: false,
    protect: [],
    formats: ["html", "epub", "docx", "pdf"] as const,
    day: "2026-11-21",
  };
  const first = await publish(question, tools());
  await new Promise((resolve) => setTimeout(resolve, 1100));
  const second = await publish(question, tools());
  if (!("files" in first) || !("files" in second)) throw new Error(JSON.stringify(first));
  mkdirSync("/tmp/out", { recursive: true });
  for (const { format, bytes } of first.files) writeFileSync(`/tmp/out/a.${format}`, bytes);
  expect(second.files.map(({ format, sha256 }) => [format, sha256])).toEqual(
    first.files.map(({ format, sha256 }) => [format, sha256]),
  );
});
