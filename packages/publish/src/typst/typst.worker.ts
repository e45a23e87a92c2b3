// oxlint-disable-next-line typescript/triple-slash-reference -- apps check this file with their own configuration
/// <reference path="./glue.d.ts" />
/**
 * The typesetter's own worker: memory of WebAssembly goes back only when a worker ends, so each job has one.
 *
 * [Note: constants without eval] The compiler's glue makes four constant functions with `new Function`, which a strict
 * content security policy refuses. They are given here as plain functions; whatever else it makes throws when called.
 */

import init, { TypstCompilerBuilder } from "@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler.mjs";
import type { TypstJob, TypstReply } from "./typst.browser.ts";
import { wasmTypst } from "./wasm.ts";

const constants: Readonly<Record<string, (given: unknown) => unknown>> = {
  "return 0": () => 0,
  "return true": () => true,
  "return path": (path) => path,
  "return this": () => globalThis,
};

function constantFunction(...source: readonly string[]): (given: unknown) => unknown {
  return constants[source.at(-1) ?? ""] ?? refuse;
}
function refuse(): never {
  throw new Error("only four constants run here");
}
constantFunction.prototype = Function.prototype;
Object.defineProperty(globalThis, "Function", { value: constantFunction, configurable: true });

addEventListener("message", ({ data }: MessageEvent<TypstJob>) => {
  void work(data).then((reply) => {
    postMessage(reply, { transfer: "pdf" in reply ? [reply.pdf.buffer] : [] });
  });
});

async function work({ wasmUrl, files, fonts }: TypstJob): Promise<TypstReply> {
  try {
    await init({ module_or_path: await fetch(wasmUrl) });
    const made = await wasmTypst({ TypstCompilerBuilder }).compile(files, fonts);
    return made instanceof Uint8Array ? { pdf: new Uint8Array(made) } : { messages: made };
  } catch (fault) {
    // The top of this worker: whatever went wrong is told, without any text of a document.
    return { fault: fault instanceof Error ? fault.name : "unknown" };
  }
}
