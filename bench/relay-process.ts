/** The real relay, built, in a process of its own over a folder: what a device would meet. */

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

export interface RelayProcess {
  readonly url: string;
  stop(): Promise<void>;
}

export async function startRelay(given: {
  /** The built relay */
  readonly program: string;
  readonly data: string;
  /** 0: any; a space remembers its relay's address, so that stored data needs the one it was written with */
  readonly port: number;
  /** What it serves as the web app */
  readonly app?: string;
}): Promise<RelayProcess> {
  const words = [given.program, "--data", given.data, "--port", String(given.port)];
  const child = spawn(process.execPath, [...words, ...(given.app === undefined ? [] : ["--app", given.app])], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the relay did not start (${code})`)));
    createInterface({ input: child.stdout }).on("line", (line) => {
      const told = /^saksi-relay on (\S+)$/.exec(line);
      if (told?.[1]) resolve(told[1]);
    });
  });
  return {
    url,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
