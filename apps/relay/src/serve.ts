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
const mostConnections = 4000;
const patienceMs = 5000;

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

  const stop = async (): Promise<void> => {
    relay?.close();
    await new Promise<void>((resolve) => {
      const impatient = setTimeout(() => {
        if ("closeAllConnections" in server) server.closeAllConnections();
      }, patienceMs);
      server.close(() => {
        clearTimeout(impatient);
        resolve();
      });
      if ("closeIdleConnections" in server) server.closeIdleConnections();
    });
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
