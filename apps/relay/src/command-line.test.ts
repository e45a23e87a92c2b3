import { expect, test } from "vitest";
import { readCommandLine } from "./command-line.ts";

const started = (words: string, environment: Record<string, string> = {}) => {
  const asked = readCommandLine(words.split(" ").filter(Boolean), environment);
  return asked.ok && asked.value.ask === "start" ? asked.value.start : asked;
};

test("with nothing said it listens on this machine alone, and anyone there may begin a space", () => {
  expect(started("")).toEqual({
    port: 8420,
    host: "127.0.0.1",
    data: "relay-data",
    origin: null,
    admission: null,
    connect: [],
    app: null,
    siteKeys: [],
    behindProxy: false,
  });
});

test("a flag wins over the environment, with an equals sign or without", () => {
  const environment = {
    SAKSI_PORT: "1",
    SAKSI_DATA: "there",
    SAKSI_CONNECT: "https://one.example https://two.example",
  };
  expect(started("--port 9000 --data=here --behind-proxy", environment)).toMatchObject({
    port: 9000,
    data: "here",
    connect: ["https://one.example", "https://two.example"],
    behindProxy: true,
  });
  expect(started("--connect https://three.example --connect=http://localhost:1", environment)).toMatchObject({
    connect: ["https://three.example", "http://localhost:1"],
  });
});

test("what cannot be meant is refused and named", () => {
  for (const words of [
    "--prot 1",
    "--port",
    "--port x",
    "--port 70000",
    "extra",
    "--origin relay.example",
    "--connect https://a.example/path",
    "--connect javascript:1",
  ])
    expect(started(words), words).toMatchObject({ ok: false, error: { kind: "misused" } });
  for (const words of ["--database postgres://x", "--objects s3://x"])
    expect(started(words), words).toMatchObject({ ok: false, error: { kind: "not-in-this-version" } });
});

test("help is an answer, not a mistake", () => {
  expect(readCommandLine(["--help"], {})).toEqual({ ok: true, value: { ask: "help" } });
});
