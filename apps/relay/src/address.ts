/** Where a request comes from: for rate limits, in memory only. Never written anywhere. */

import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";

export interface RelayEnv {
  Bindings: Partial<HttpBindings>;
  Variables: { readonly address: string };
}

export const addressOf = (c: Context<RelayEnv>): string => c.get("address");

/**
 * @param given.behindProxy  a proxy of the operator's own stands in front and adds the address it saw, last
 * @returns                  an address; of IPv6 the half that one customer holds
 */
export function senderOf(c: Context<RelayEnv>, given: { readonly behindProxy: boolean }): string {
  const direct = c.env?.incoming?.socket.remoteAddress ?? "in-process";
  const forwarded = given.behindProxy ? c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
  const address = (forwarded ?? direct).slice(0, 64);
  return address.includes(":") && !address.startsWith("::ffff:") ? address.split(":").slice(0, 4).join(":") : address;
}
