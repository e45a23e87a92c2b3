// Builds what is not built, then serves relay and web app from one process. Words after `--` go to the relay.
import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const said = process.argv.slice(2);

const built = spawnSync(process.execPath, [join(root, "scripts/build.mjs")], { stdio: "inherit" });
if (built.status !== 0) process.exit(built.status ?? 1);

const hasData = process.env.SAKSI_DATA || said.some((word) => word.startsWith("--data"));
const relay = spawn(
  process.execPath,
  [join(root, "apps/relay/dist/main.js"), ...(hasData ? [] : ["--data", join(root, ".saksi/relay")]), ...said],
  { stdio: "inherit" },
);
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => relay.kill(signal));
relay.on("exit", (code) => process.exit(code ?? 1));
