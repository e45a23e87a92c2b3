/** Modules that the build makes: see `build/`. */

declare module "virtual:words/en-x-rtl" {
  const catalog: unknown;
  // biome-ignore lint/style/noDefaultExport: what the build makes of a catalog
  export default catalog;
}

declare module "virtual:calendar/*" {
  const words: import("./words/fallback.ts").CalendarWords;
  // biome-ignore lint/style/noDefaultExport: what the build makes of Node's data
  export default words;
}
