/** The glue itself, without the shim that asks a bundler for the compiler: its types are those of the package. */
declare module "@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler.mjs" {
  export { default, TypstCompilerBuilder } from "@myriaddreamin/typst-ts-web-compiler";
}
