// oxlint-disable-next-line typescript/triple-slash-reference -- apps check this file with their own configuration
/// <reference path="./glue.d.ts" />
/** Typst in Node: native where its file installs, else the same WebAssembly as in the browser. The same bytes from both. */

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Typst } from "./typst.ts";
import { wasmTypst } from "./wasm.ts";

/** Native, or WebAssembly on systems for which no native file exists. */
export async function nodeTypst(): Promise<Typst> {
  try {
    return await nativeTypst();
  } catch {
    return await nodeWasmTypst();
  }
}

/** @param pdfStandard  such as `ua-1`: Typst then refuses what that standard does not allow, glyphs without a font included */
export async function nativeTypst(pdfStandard?: string): Promise<Typst> {
  const { NodeCompiler } = await import("@myriaddreamin/typst-ts-node-compiler");
  return {
    async compile(files, fonts) {
      const compiler = NodeCompiler.create({
        workspace: "/",
        fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }],
      });
      for (const [path, bytes] of files) compiler.mapShadow(path, Buffer.from(bytes));
      const compiled = compiler.compile({ mainFilePath: "/main.typ" });
      const { result } = compiled;
      try {
        if (result === null) {
          const error = compiled.takeDiagnostics();
          return error ? error.shortDiagnostics.map((one) => JSON.stringify(one)) : ["no document"];
        }
        return new Uint8Array(compiler.pdf(result, pdfStandard === undefined ? {} : { pdfStandard }));
      } finally {
        compiler.evictCache(0);
      }
    },
    close() {},
  };
}

export async function nodeWasmTypst(): Promise<Typst> {
  const glue = await import("@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler.mjs");
  const path = fileURLToPath(import.meta.resolve("@myriaddreamin/typst-ts-web-compiler/wasm"));
  await glue.default({ module_or_path: await readFile(path) });
  return wasmTypst(glue);
}
