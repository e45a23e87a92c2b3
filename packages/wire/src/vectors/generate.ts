import { allianceEntries } from "../example-alliance.ts";
import { receivedAt } from "../example-log.ts";
import { bodyCases } from "./bodies.ts";
import { checkpointCases } from "./checkpoints.ts";
import { codecCases } from "./codec.ts";
import { entryCases } from "./entries.ts";
import { genesisCases } from "./genesis.ts";
import { headerCases } from "./headers.ts";
import { offered, standing } from "./logs.ts";
import { merkleCases } from "./merkle.ts";
import { scenarioCases } from "./scenarios.ts";
import { signatureCases } from "./signatures.ts";

/** Every vector file by name: the same bytes on every run. README.md says what each field means. */
export function vectorFiles(): ReadonlyMap<string, string> {
  const { log, entries } = allianceEntries();
  const begins = entries.map((written, at) =>
    offered(`entry ${at} of the alliance`, written, { received: receivedAt(at), expect: "accepted" }),
  );
  const families = {
    codec: { cases: codecCases() },
    headers: { cases: headerCases() },
    signatures: { cases: signatureCases() },
    bodies: { cases: bodyCases() },
    merkle: { cases: merkleCases() },
    checkpoints: { cases: checkpointCases() },
    genesis: { cases: genesisCases() },
    entries: { begins, stands: standing(log), cases: entryCases() },
    scenarios: { cases: scenarioCases() },
  };
  return new Map(
    Object.entries(families).map(([name, family]) => [
      `${name}.json`,
      `${JSON.stringify({ licence: "CC-BY-4.0", format: "saksi/v1", ...family }, null, 1)}\n`,
    ]),
  );
}
