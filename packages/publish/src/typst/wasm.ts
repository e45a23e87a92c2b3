/** The WebAssembly compiler, used directly: its usual wrapper fetches fonts from a server of others. */

import type { Typst } from "./typst.ts";

/** The exports of `@myriaddreamin/typst-ts-web-compiler` that we use, as its glue gives them. */
export type Glue = Pick<typeof import("@myriaddreamin/typst-ts-web-compiler"), "TypstCompilerBuilder">;

export function wasmTypst({ TypstCompilerBuilder }: Glue): Typst {
  return {
    async compile(files, fonts) {
      const builder = new TypstCompilerBuilder();
      builder.set_dummy_access_model();
      for (const font of fonts) await builder.add_raw_font(font);
      const compiler = await builder.build();
      try {
        for (const [path, bytes] of files) compiler.map_shadow(path, bytes);
        return draw(compiler.snapshot("/", "/main.typ", undefined));
      } finally {
        compiler.free();
      }
    },
    close() {},
  };
}

type World =
  ReturnType<InstanceType<Glue["TypstCompilerBuilder"]>["build"]> extends Promise<infer C>
    ? C extends { snapshot(...given: never[]): infer W }
      ? W
      : never
    : never;

/** Paged target is 0, PDF is 1, diagnostics with places are 3. */
function draw(world: World): Uint8Array | readonly string[] {
  try {
    const compiled: { hasError: boolean; diagnostics?: unknown } = world.compile(0, 3);
    if (compiled.hasError) return messages(compiled.diagnostics);
    const made: { result?: Uint8Array; diagnostics?: unknown } = world.get_artifact(1, 3);
    return made.result ? new Uint8Array(made.result) : messages(made.diagnostics);
  } finally {
    world.free();
  }
}

const messages = (diagnostics: unknown): readonly string[] =>
  Array.isArray(diagnostics) && diagnostics.length > 0 ? diagnostics.map((one) => JSON.stringify(one)) : ["no PDF"];
