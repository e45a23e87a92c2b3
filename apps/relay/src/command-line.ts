/** What an operator may say when starting a relay: flags, or the same in the environment. A flag wins. */

import { fromHex } from "@saksi/wire/bytes";
import { err, ok, type Result } from "@saksi/wire/result";

export interface Start {
  readonly port: number;
  readonly host: string;
  readonly data: string;
  /** `null`: the address it listens on */
  readonly origin: string | null;
  readonly admission: string | null;
  readonly connect: readonly string[];
  readonly app: string | null;
  /** Ed25519 public keys, 32 bytes each, that may replace the public site */
  readonly siteKeys: readonly Uint8Array[];
  readonly behindProxy: boolean;
}

export type Asked = { readonly ask: "start"; readonly start: Start } | { readonly ask: "help" };

/** Sentences for the operator who mistyped. */
export interface Misuse {
  readonly kind: "misused" | "not-in-this-version";
  readonly message: string;
}

export const usage = `saksi-relay: keeps sealed entries in order; cannot read them

  --port N           where to listen (8420; 0 for any free one)         SAKSI_PORT
  --host ADDRESS     on which address (127.0.0.1)                       SAKSI_HOST
  --data DIR         where everything is kept (./relay-data)            SAKSI_DATA
  --origin ORIGIN    how devices reach it, https://relay.example        SAKSI_ORIGIN
  --admission CODE   what to know to begin a space (anyone may)         SAKSI_ADMISSION
  --connect ORIGIN   another relay that the app may ask; repeatable     SAKSI_CONNECT (spaces between)
  --app DIR          the built web app                                  SAKSI_APP
  --site-key KEY     may publish the public site; repeatable            SAKSI_SITE_KEY (spaces between)
  --behind-proxy     believe the last X-Forwarded-For                   SAKSI_BEHIND_PROXY=1
  --help
`;

const names: Readonly<Record<string, string>> = {
  "--port": "SAKSI_PORT",
  "--host": "SAKSI_HOST",
  "--data": "SAKSI_DATA",
  "--origin": "SAKSI_ORIGIN",
  "--admission": "SAKSI_ADMISSION",
  "--app": "SAKSI_APP",
};
const notYet = ["--database", "--objects"];

type Environment = Readonly<Record<string, string | undefined>>;

export function readCommandLine(words: readonly string[], environment: Environment): Result<Asked, Misuse> {
  const said = new Map<string, string>();
  const connect: string[] = [];
  const siteKeys: string[] = [];
  let behindProxy = environment.SAKSI_BEHIND_PROXY === "1";
  for (let at = 0; at < words.length; at += 1) {
    const [name = "", glued] = splitAtEquals(words[at] ?? "");
    if (name === "--help") return ok({ ask: "help" });
    if (name === "--behind-proxy") {
      behindProxy = true;
      continue;
    }
    if (notYet.includes(name))
      return err({
        kind: "not-in-this-version",
        message: `${name} is not in this version: the relay keeps everything under --data`,
      });
    if (!(name in names) && name !== "--connect" && name !== "--site-key") return misused(`unknown: ${name}`);
    if (glued === undefined) at += 1;
    const value = glued ?? words[at];
    if (value === undefined || value === "") return misused(`${name} needs a value`);
    if (name === "--connect") connect.push(value);
    else if (name === "--site-key") siteKeys.push(value);
    else said.set(name, value);
  }
  const told = (name: string): string | null => said.get(name) ?? (environment[names[name] ?? ""] || null);
  const orFrom = (given: readonly string[], name: string): readonly string[] =>
    given.length > 0 ? given : (environment[name] ?? "").split(/\s+/).filter(Boolean);
  const others = orFrom(connect, "SAKSI_CONNECT");
  return started(told, { connect: others, behindProxy, siteKeys: orFrom(siteKeys, "SAKSI_SITE_KEY") });
}

function started(
  told: (name: string) => string | null,
  given: { connect: readonly string[]; behindProxy: boolean; siteKeys: readonly string[] },
): Result<Asked, Misuse> {
  const port = Number(told("--port") ?? "8420");
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return misused("--port is a number from 0 to 65535");
  const origin = told("--origin");
  for (const each of [...given.connect, ...(origin === null ? [] : [origin])])
    if (originOf(each) !== each) return misused(`not an origin such as https://relay.example: ${each}`);
  const siteKeys: Uint8Array[] = [];
  for (const each of given.siteKeys) {
    const key = fromHex(each);
    if (key?.length !== 32) return misused(`not a public key of 64 hexadecimal digits: ${each}`);
    siteKeys.push(key);
  }
  const start: Start = {
    port,
    host: told("--host") ?? "127.0.0.1",
    data: told("--data") ?? "relay-data",
    origin,
    admission: told("--admission"),
    app: told("--app"),
    ...given,
    siteKeys,
  };
  return ok({ ask: "start", start });
}

const misused = (message: string): Result<never, Misuse> => err({ kind: "misused", message });

/** Only this form goes into a policy header and under signatures. */
function originOf(text: string): string | null {
  try {
    const { protocol, origin } = new URL(text);
    return protocol === "https:" || protocol === "http:" ? origin : null;
  } catch {
    return null;
  }
}

function splitAtEquals(word: string): [string, string | undefined] {
  const at = word.indexOf("=");
  return word.startsWith("--") && at > 0 ? [word.slice(0, at), word.slice(at + 1)] : [word, undefined];
}
