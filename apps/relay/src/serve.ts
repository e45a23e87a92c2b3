/** A relay behind a socket: limits on slow senders, and a stop that lets answers finish. */

import type { AddressInfo } from "node:net";
import { createAdaptorServer, type HttpBindings } from "@hono/node-server";
import type { Relay } from "./app.ts";

export interface Served {
  readonly port: number;
  stop(): Promise<void>;
}

const timeouts = {
  headersTimeout: 15_000,
  // a chunk of 1 MiB over a bad line, and no longer
  requestTimeout: 300_000,
  keepAliveTimeout: 20_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16 * 1024,
};
/** A reader that takes nothing for so long is let go; a live stream's heartbeat is shorter. */
const idleMs = 120_000;
const mostConnections = 4000;
const patienceMs = 3000;

/** @param given.relay  made once the port is known, since a relay's name may hold it */
export function serveRelay(given: {
  readonly host: string;
  readonly port: number;
  readonly relay: (port: number) => Relay;
}): Promise<Served> {
  let relay: Relay | null = null;
  const server = createAdaptorServer({
    // HTTP/1 only: there is no other kind of server here
    fetch: (request, env) =>
      relay === null ? new Response(null, { status: 503 }) : relay.fetch(request, env as HttpBindings),
    serverOptions: timeouts,
  });
  if ("maxConnections" in server) server.maxConnections = mostConnections;
  server.setTimeout(idleMs);

  const stop = async (): Promise<void> => {
    relay?.close();
    if (!("closeIdleConnections" in server)) throw new Error("this server speaks HTTP/1");
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const impatient = setTimeout(() => server.closeAllConnections(), patienceMs);
    await new Promise((resolve) => server.close(resolve));
    clearInterval(idle);
    clearTimeout(impatient);
  };

  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(given.port, given.host, () => {
      server.off("error", reject);
      const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
      relay = given.relay(port);
      resolve({ port, stop });
    });
  });
}
