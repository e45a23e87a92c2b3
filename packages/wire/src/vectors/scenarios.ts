import type { LogState } from "../admit.ts";
import { toHex } from "../bytes.ts";
import {
  type ExampleDevice,
  exampleBytes,
  exampleDevice,
  examplePart,
  pinOf,
  sha256,
  type Written,
  writeParts,
  writeRoster,
} from "../example-log.ts";
import { entryId, type Header } from "../header.ts";
import { type Role, roles } from "../roster-body.ts";
import { recorder, standing } from "./logs.ts";

const founder = exampleDevice("Aya's laptop", { person: "Aya" });
const second = exampleDevice("Aya's phone", { person: "Aya", role: "writer" });
const clinic = exampleDevice("Farid's laptop", { person: "Farid", role: "writer" });
const field = exampleDevice("Gita's phone", { person: "Gita", role: "writer", circles: 0b1 });
const editor = exampleDevice("Hana's laptop", { person: "Hana", role: "reader", circles: 0b1 });
const other = exampleDevice("Indra's laptop", { person: "Indra", role: "keeper" });

type Script = ReturnType<typeof recorder>;

function begin(...devices: readonly ExampleDevice[]): Script {
  const script = recorder();
  script.offer("Aya founds the space", writeRoster(null, founder, { op: "genesis", device: founder }));
  for (const device of devices)
    script.offer(`Aya adds a ${device.role}`, writeRoster(script.log(), founder, { op: "add", device }));
  return script;
}

const record = (script: Script, what: string, by: ExampleDevice, circle = 0, other: Partial<Header> = {}) =>
  script.offer(what, writeParts(script.log(), by, [examplePart(`${what} ${script.log().tree.size()}`, circle)], other));
const rightsOf = ({ member }: ExampleDevice, role: Role, circles: number) => ({ member, role, circles });

/** A clinician's circle that the field does not see; it is widened, narrowed, and one is removed. */
function twoCircles(): Script {
  const script = begin(clinic, field, editor);
  for (let day = 1; day <= 3; day += 1) {
    record(script, `testimony of day ${day}`, field);
    record(script, `clinical finding of day ${day}`, clinic, 1);
    record(script, `the field reaches for circle 1 on day ${day}`, field, 1);
  }
  script.offer(
    "the clinician lets the field in, and may not",
    writeRoster(script.log(), clinic, { op: "change", ...rightsOf(field, "writer", 0b11) }),
  );
  script.offer(
    "Aya lets the field into circle 1",
    writeRoster(script.log(), founder, { op: "change", ...rightsOf(field, "writer", 0b11) }),
  );
  record(script, "the field writes in circle 1", field, 1);
  script.offer(
    "narrowing without new keys",
    writeRoster(script.log(), founder, { op: "change", ...rightsOf(field, "writer", 0b1) }),
  );
  script.offer(
    "narrowing with new keys",
    writeRoster(script.log(), founder, { op: "rotate", changes: [rightsOf(field, "writer", 0b1)] }),
  );
  record(script, "the field writes in circle 1 again, and may not", field, 1);
  record(script, "the field writes in circle 0", field);
  script.offer(
    "the clinician leaves",
    writeRoster(script.log(), founder, { op: "rotate", pins: [pinOf(script.log(), clinic)] }),
  );
  record(script, "the clinician writes late", clinic, 1);
  record(script, "Aya writes in circle 1", founder, 1);
  script.offer("Aya adds her phone", writeRoster(script.log(), founder, { op: "add", device: second }));
  record(script, "Aya's phone writes in circle 1", second, 1);
  return script;
}

/** A device works offline while the keys change: its queue is refused, sealed anew from there on, and accepted. */
function resealing(): Script {
  const script = begin(field, clinic);
  record(script, "before going offline", field);
  const offline = { log: script.log(), size: script.log().tree.size() };
  const quote = { seenSize: offline.size, seenRoot: offline.log.tree.root() };
  const queue = chainOf(script.log(), field, { ...quote, epoch: 0, rosterHead: script.log().roster.head });
  const [first, ...rest] = queue;
  script.offer("the first of the queue gets through", first);
  script.offer(
    "keys change",
    writeRoster(script.log(), founder, { op: "rotate", pins: [pinOf(script.log(), clinic)] }),
  );
  for (const [index, written] of rest.entries()) script.offer(`the queue, ${index}: as it was sealed`, written);
  const anew = chainOf(script.log(), field, {
    epoch: 1,
    rosterHead: script.log().roster.head,
    seenSize: script.log().tree.size(),
    seenRoot: script.log().tree.root(),
  });
  script.offer("the queue sealed anew, out of order", anew[1]);
  for (const [index, written] of anew.entries()) script.offer(`the queue sealed anew, ${index}`, written);
  for (const [index, written] of rest.entries()) script.offer(`the old queue again, ${index}: nowhere valid`, written);
  record(script, "the one who was removed", clinic);
  record(script, "and after", field);
  return script;
}

/** Five entries of one device that follow each other, written without seeing what the relay did meanwhile. */
function chainOf(log: LogState, by: ExampleDevice, base: Partial<Header>) {
  let { dseq, id } = log.chains.get(toHex(by.key)) ?? { dseq: -1, id: new Uint8Array(32) };
  const next = (index: number): Written => {
    const written = writeParts(log, by, [examplePart(`queued ${index} ${base.epoch}`)], {
      ...base,
      dseq: dseq + 1,
      dprev: id,
    });
    dseq += 1;
    id = entryId(sha256, written.entry.header);
    return written;
  };
  return [next(0), next(1), next(2), next(3), next(4)] as const;
}

/** Two keepers act at once: the first stands, the other sees it and decides again. One removes the other. */
function twoKeepers(): Script {
  const script = begin(other, clinic, field);
  for (let round = 1; round <= 4; round += 1) {
    const log = script.log();
    const guest = exampleDevice(`guest ${round}`, { role: "reader", circles: 0b1 });
    const ofAya = writeRoster(log, founder, { op: "add", device: guest });
    const ofIndra = writeRoster(log, other, { op: "change", ...rightsOf(field, round % 2 ? "reader" : "writer", 0b1) });
    script.offer(`round ${round}: Indra is first`, ofIndra);
    script.offer(`round ${round}: Aya is second`, ofAya);
    script.offer(`round ${round}: Aya decides again`, writeRoster(script.log(), founder, { op: "add", device: guest }));
    record(script, `round ${round}: the field tries to write`, field);
    record(script, `round ${round}: the clinic writes`, clinic, 1);
  }
  const log = script.log();
  const againstIndra = writeRoster(log, founder, { op: "rotate", pins: [pinOf(log, other)] });
  const againstAya = writeRoster(log, other, { op: "rotate", pins: [pinOf(log, founder)] });
  script.offer("Aya removes Indra", againstIndra);
  script.offer("Indra removes Aya, too late", againstAya);
  script.offer(
    "Aya steps down and is the last",
    writeRoster(script.log(), founder, { op: "change", ...rightsOf(founder, "writer", 0b11) }),
  );
  script.offer(
    "Aya hands over",
    writeRoster(script.log(), founder, { op: "change", ...rightsOf(clinic, "keeper", 0b11) }),
  );
  script.offer(
    "and steps down",
    writeRoster(script.log(), founder, { op: "change", ...rightsOf(founder, "reader", 0b11) }),
  );
  record(script, "Aya reads only", founder);
  script.offer("the clinic changes the keys", writeRoster(script.log(), clinic, { op: "rotate" }));
  record(script, "the clinic writes under them", clinic, 1);
  return script;
}

/** Sixty attempts by anyone at anything, drawn from hashes. */
function dice(label: string): Script {
  const script = begin(other, clinic, field, editor);
  const everyone = [founder, second, other, clinic, field, editor, exampleDevice(`stranger ${label}`)];
  for (let turn = 0; turn < 55; turn += 1) {
    const roll = exampleBytes(`dice ${label} ${turn}`, 8);
    const pick = (at: number, count: number): number => (roll[at] ?? 0) % count;
    const by = everyone[pick(0, everyone.length)] ?? founder;
    const target = everyone[pick(1, everyone.length)] ?? founder;
    const role = roles[pick(2, 3)] ?? "reader";
    const circles = [0b1, 0b11, 0b11, 0b101][pick(3, 4)] ?? 0b1;
    const log = script.log();
    const kind = pick(4, 8);
    if (kind < 4) record(script, `turn ${turn}: a record`, by, pick(5, 3));
    else if (kind === 4)
      script.offer(
        `turn ${turn}: an addition`,
        writeRoster(log, by, { op: "add", device: { ...target, role, circles } }),
      );
    else if (kind === 5)
      script.offer(
        `turn ${turn}: a change`,
        writeRoster(log, by, { op: "change", ...rightsOf(target, role, circles) }),
      );
    else if (kind === 6) script.offer(`turn ${turn}: new keys`, writeRoster(log, by, { op: "rotate" }));
    else if (pick(6, 4) === 0)
      script.offer(`turn ${turn}: a removal`, writeRoster(log, by, { op: "rotate", pins: [pinOf(log, target)] }));
    else record(script, `turn ${turn}: a record of an old epoch`, by, 0, { epoch: 0 });
  }
  return script;
}

/** Whole scripts: what was offered in which order, what the log said, and where it stands in the end. */
export const scenarioCases = () =>
  Object.entries({
    "two circles": twoCircles(),
    "sealed anew after a rotation": resealing(),
    "two keepers": twoKeepers(),
    "dice, one": dice("one"),
    "dice, two": dice("two"),
  }).map(([name, script]) => ({ name, entries: script.entries, stands: standing(script.log()) }));
