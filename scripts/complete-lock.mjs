// Names in package-lock.json every platform's part of every package, also those that this machine's registry did not
// serve: without them `npm ci` refuses the lock on other machines. Held by lockfile.test.ts.
import { readFileSync, writeFileSync } from "node:fs";

const file = new URL("../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(file, "utf8"));
const { packages } = lock;
const systems = ["android", "darwin", "linux", "win32", "freebsd", "openharmony", "sunos", "aix", "netbsd", "openbsd"];
const processors = ["x64", "arm64", "ia32", "arm", "riscv64", "s390x", "ppc64"];

for (const [place, owner] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(owner.optionalDependencies ?? {})) {
    const top = `node_modules/${name}`;
    if (packages[`${place}/${top}`] ?? packages[top]) continue;
    const tail = name.split("/").at(-1);
    const os = systems.find((system) => tail.includes(system));
    const cpu = processors.find((processor) => new RegExp(`(^|-)${processor}(-|$)`).test(tail));
    const libc = tail.includes("musl") ? ["musl"] : os === "linux" && tail.includes("gnu") ? ["glibc"] : null;
    packages[top] = {
      version,
      ...(cpu && { cpu: [cpu] }),
      ...(owner.dev && { dev: true }),
      ...(libc && { libc }),
      ...(owner.license && { license: owner.license }),
      optional: true,
      ...(os && { os: [os] }),
      ...(owner.engines && { engines: owner.engines }),
    };
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([one], [other]) => (one < other ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
