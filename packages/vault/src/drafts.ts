/** What a person is about to save becomes changes: each names what it answers, and nothing is lost when they were late. */

import type { Change, Draft } from "@saksi/domain/change";
import { checkValues } from "@saksi/domain/check-fields";
import { isRecordId, isVersion, newRecordId, type RecordId, type Version } from "@saksi/domain/id";
import type { RecordType } from "@saksi/domain/record-type";
import { recordTypeNamed } from "@saksi/domain/record-types";
import { toHex } from "@saksi/wire/bytes";
import { err, ok, type Result } from "@saksi/wire/result";
import type { Problem } from "./problem.ts";
import type { DraftsGiven, Settling, WrittenDrafts } from "./projection/opened-change.ts";
import { versionOf } from "./projection/version.ts";
import { type FoundRecord, type Reader, recordNumbered, ridOf, ridsOf } from "./query/record-row.ts";

/**
 * All the drafts or none: the first that cannot be written is named with its number.
 *
 * An id that is not known here begins a record of that id, so that drafts of one save can point at each other.
 */
export function changesOf(
  reader: Reader,
  drafts: readonly Draft[],
  given: DraftsGiven,
): Result<WrittenDrafts, Problem> {
  const changes: Change[] = [];
  const circles: number[] = [];
  const ids = new Set<string>();
  for (const [index, draft] of drafts.entries()) {
    const written = changeOf(reader, { draft, index }, given);
    if (!written.ok) return written;
    const { change, circle } = written.value;
    if (ids.has(change.record)) return badField({ draft, index }, { field: "id", reason: "twice-in-one-save" });
    ids.add(change.record);
    changes.push(change);
    circles.push(circle);
  }
  return ok({ changes, circles });
}

interface Numbered {
  readonly draft: Draft;
  readonly index: number;
}

function changeOf(
  reader: Reader,
  numbered: Numbered,
  given: DraftsGiven,
): Result<{ readonly change: Change; readonly circle: number }, Problem> {
  const { draft } = numbered;
  if (draft.space !== undefined && draft.space !== given.space) return err({ kind: "mixed-spaces" });
  if (draft.id !== undefined && !isRecordId(draft.id)) return err({ kind: "no-such-record", id: draft.id });
  const type = recordTypeNamed(draft.type);
  if (!type) return err({ kind: "unknown-type", type: draft.type });
  const [wrong] = checkValues(type, draft.fields);
  if (wrong) return badField(numbered, { field: wrong.field ?? "", reason: wrong.reason });
  const before = draft.id === undefined ? undefined : known(reader, draft.id, given);
  if (before === "elsewhere") return err({ kind: "mixed-spaces" });
  if (before && before.row.type !== draft.type) return badField(numbered, { field: "type", reason: "other-type" });
  const circle = before ? before.row.circle : circleOf(type, draft);
  if (!given.circles.includes(circle)) return err({ kind: "not-in-circle", circle });
  const answered = answeredBy(draft, before);
  if (!answered) return badField(numbered, { field: "base", reason: "not-a-version" });
  const change = {
    record: draft.id ?? newRecordId(given.random),
    type: draft.type,
    at: given.now,
    nonce: toHex(given.random(16)),
    fields: draft.fields,
    supersedes: answered,
  };
  return ok({ change, circle });
}

/** Records of one space at a time: one that lies only in another is not written to from here. */
function known(reader: Reader, id: RecordId, { space }: DraftsGiven): FoundRecord | "elsewhere" | undefined {
  const rid = ridOf(reader, id, space);
  if (rid !== undefined) return recordNumbered(reader, rid);
  return ridOf(reader, id) === undefined ? undefined : "elsewhere";
}

/** A record may be kept for fewer people than its type asks for, never for more. */
const circleOf = (type: RecordType, { circle = 0 }: Draft): number => Math.max(type.circle, circle);

/** Undefined where a base names something that is no version. */
function answeredBy(draft: Draft, before: FoundRecord | undefined): Change["supersedes"] | undefined {
  const answered = new Map<string, readonly Version[]>();
  for (const field of Object.keys(draft.fields)) {
    const base = draft.base && Object.hasOwn(draft.base, field) ? draft.base[field] : undefined;
    if (base && !base.every(isVersion)) return undefined;
    const versions = base ?? (before?.standing.get(field) ?? []).map(({ version }) => version);
    if (versions.length > 0) answered.set(field, versions);
  }
  return Object.fromEntries(answered);
}

const badField = (
  { draft, index }: Numbered,
  { field, reason }: { readonly field: string; readonly reason: string },
): Result<never, Problem> => err({ kind: "bad-field", type: draft.type, field, reason, draft: index });

/** The change by which a person chose one of the writings that stand: it says that value again and answers them all. */
export function changeToSettle(
  reader: Reader,
  { id, field, version }: Settling["asked"],
  { now, random, deviceOf }: Settling["given"],
): Result<Settling["settled"], Problem> {
  const all = ridsOf(reader, id).flatMap((rid) => recordNumbered(reader, rid) ?? []);
  const isIn = ({ standing }: FoundRecord) => standing.get(field)?.some((stand) => stand.version === version) === true;
  const found = all.find(isIn) ?? all[0]; // no version is of two spaces
  if (!found) return err({ kind: "no-such-record", id });
  const stands = found.standing.get(field) ?? [];
  const chosen = stands.find((stand) => stand.version === version);
  if (!chosen) return err({ kind: "no-such-version", id, field });
  const { space, type, circle } = found.row;
  const nonce = toHex(random(16));
  const supersedes = Object.fromEntries([[field, stands.map((stand) => stand.version)]]);
  const fields = Object.fromEntries([[field, chosen.value]]);
  const change = { record: id, type, at: now, nonce, fields, supersedes };
  return ok({
    space,
    circle,
    change,
    version: versionOf(reader.context.sha256, { space, device: deviceOf(space), nonce }),
  });
}
