import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { calendar } from "./build/calendar.ts";
import { licences } from "./build/licences.ts";
import { publishFiles } from "./build/publish-files.ts";
import { serviceWorker } from "./build/service-worker.ts";
import { words } from "./build/words.ts";

const here = (path: string) => new URL(path, import.meta.url);
const ofPackage = (name: string) => here(`../../packages/${name}/`);
const plugins = () => [words([here("./src/words/en.first.json"), here("./src/words/en.json")]), calendar()];

/** Static files that work in any folder of any server: every address is relative. */
export default defineConfig({
  root: fileURLToPath(here(".")),
  base: "./",
  plugins: [
    ...plugins(),
    react(),
    publishFiles(here("../../packages/publish/fonts/")),
    licences(here("../../node_modules/"), [here("./"), ...["publish", "treaties", "vault"].map(ofPackage)]),
    serviceWorker(here("./src/service-worker/main.ts")),
  ],
  worker: { format: "es", plugins },
  build: { target: "es2023", modulePreload: { polyfill: false }, assetsInlineLimit: 0, reportCompressedSize: false },
});
