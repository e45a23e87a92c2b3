/** What stays behind, field by field, and why: codes and names of fields, never their contents. */

import type { CaseRecord } from "@saksi/domain/case-file";
import type { RecordId } from "@saksi/domain/id";
import { fieldsOf } from "@saksi/domain/record-type";
import { recordTypeNamed } from "@saksi/domain/record-types";
import { isUnknown } from "@saksi/domain/value";

/** By record and field (`id field`): whether it appears as it is or in a coarser form */
export type Shown = Map<string, "whole" | "coarser">;

export type WithheldReason =
  /** Names someone, or leads to them */
  | "identifying"
  /** For the smaller circle */
  | "restricted"
  /** For the team only */
  | "internal"
  /** Somebody's words: they pass only as a passage */
  | "own-words"
  /** More exact than this level; a coarser form may appear */
  | "too-exact"
  /** Was in a publication's reach, but says more than a brief needs */
  | "not-in-brief"
  /** A passage that nobody cleared for this level, purpose and audience */
  | "not-cleared"
  /** A passage about someone whose grant does not cover what it holds */
  | "not-granted"
  /** A picture that shows people, or of which nobody said whom: it needs IL.6 and their grant for images */
  | "shows-people"
  /** Nothing on this device can draw pictures anew, or the picture cannot be read */
  | "cannot-redraw"
  /** An original file: pictures enter only drawn anew */
  | "original-file";

export interface Withheld {
  readonly record: RecordId;
  readonly type: string;
  readonly field: string;
  readonly reason: WithheldReason;
}

/** Why each field that holds something is not in the brief. Link fields say nothing by themselves and are passed over. */
export function withheldOf(
  record: CaseRecord,
  shown: Readonly<Shown>,
  chosen: WithheldReason | undefined,
): readonly Withheld[] {
  const type = recordTypeNamed(record.type);
  if (["publication", "approval", "consent", "grant"].includes(record.type)) return [];
  const entries = type ? fieldsOf(type) : Object.keys(record.fields).map((name) => [name, undefined] as const);
  return entries.flatMap(([field, declared]): readonly Withheld[] => {
    const value = record.fields[field];
    const how = shown.get(`${record.id} ${field}`);
    if (value === undefined || value === null || isUnknown(value) || how === "whole") return [];
    if (Array.isArray(value) && value.length === 0) return [];
    if (declared?.kind === "link" || declared?.kind === "links") return [];
    const own = declared?.kind === "file" || record.type === "passage" ? chosen : undefined;
    const reason = how === "coarser" ? "too-exact" : (own ?? reasonFor(declared));
    return [{ record: record.id, type: record.type, field, reason }];
  });
}

function reasonFor(field: ReturnType<typeof fieldsOf>[number][1] | undefined): WithheldReason {
  if (field === undefined || field.class === "identifying") return "identifying";
  if (field.kind === "file") return "original-file";
  if (field.class === "restricted" || field.class === "internal") return field.class;
  return field.kind === "text" || field.kind === "texts" ? "own-words" : "not-in-brief";
}
