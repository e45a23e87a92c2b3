import { aya, budi, chitra, stranger } from "../example-alliance.ts";
import { exampleBytes, examplePart, receivedAt, take, taken, writeParts, writeRoster } from "../example-log.ts";
import type { Header } from "../header.ts";
import { type OfferedEntry, offered } from "./logs.ts";

/** One entry each, offered where nothing is yet: a beginning, or a refusal of one. */
export function genesisCases(): OfferedEntry[] {
  const of = (what: string, written: Parameters<typeof take>[1]) => {
    const next = take(null, written);
    return offered(what, written, { received: receivedAt(0), expect: next.ok ? "accepted" : next.error.kind });
  };
  const genesis = { op: "genesis", device: aya } as const;
  const withHeader = (what: string, header: Partial<Header>) => of(what, writeRoster(null, aya, genesis, { header }));
  const other = exampleBytes("other", 32);
  const begun = taken(null, writeRoster(null, aya, genesis));
  const whole = writeRoster(null, aya, genesis);
  return [
    of("a founder begins a space", whole),
    of("in circle 0 alone", writeRoster(null, budi, { op: "genesis", device: budi })),
    withHeader("it names a space", { space: other }),
    withHeader("it is not its device's first", { dseq: 1 }),
    withHeader("it names an entry before it", { dprev: other }),
    withHeader("it names a roster before it", { rosterHead: other }),
    withHeader("it quotes a log", { seenSize: 1 }),
    withHeader("it quotes another nothing", { seenRoot: other }),
    withHeader("it stands in epoch 1", { epoch: 1 }),
    of("it opens epoch 1", writeRoster(null, aya, { ...genesis, epoch: 1 })),
    of("another device signs", writeRoster(null, aya, { op: "genesis", device: stranger })),
    of("the founder is no keeper", writeRoster(null, chitra, { op: "genesis", device: chitra })),
    of("a circle has no commitment", writeRoster(null, aya, { ...genesis, commitments: [0] })),
    of("a circle too many has one", writeRoster(null, aya, { ...genesis, commitments: [0, 1, 2] })),
    of("no wrap", writeRoster(null, aya, genesis, { alter: (blob) => ({ ...blob, wraps: [] }) })),
    of(
      "a wrap for somebody else too",
      writeRoster(null, aya, genesis, {
        alter: ({ wraps, bundles }) => ({
          wraps: [...wraps, ...wraps.slice(0, 1).map((wrap) => ({ ...wrap, device: budi.key }))],
          bundles,
        }),
      }),
    ),
    of(
      "a bundle of older keys, of which there are none",
      writeRoster(null, aya, genesis, {
        alter: ({ wraps }) => ({ wraps, bundles: [{ circle: 0, nonce: new Uint8Array(24), sealed: other }] }),
      }),
    ),
    of("beside another's blob", { ...whole, wraps: other }),
    of("an addition", writeRoster(begun, aya, { op: "add", device: stranger })),
    of("a record", writeParts(begun, aya, [examplePart("first")])),
  ];
}
