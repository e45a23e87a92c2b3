/**
 * A case as rules, gate and pages walk it: the case, everything that belongs to it, what is known of its people, and
 * what those records point at.
 */

import type { CaseFile, CaseRecord } from "@saksi/domain/case-file";
import { isRecordId, type RecordId } from "@saksi/domain/id";
import { fieldsOf } from "@saksi/domain/record-type";
import { recordTypeNamed } from "@saksi/domain/record-types";
import type { Fields } from "@saksi/domain/value";
import type { RecordRow, Vault } from "../port.ts";

/** Types that many cases share: they are taken along, but what else points at them is not this case's. */
const shared: ReadonlySet<string> = new Set(["institution", "place", "precedent", "lesson"]);

/** Null where this device has no such case. */
export async function caseFileOf(vault: Pick<Vault, "ask">, id: RecordId): Promise<CaseFile | null> {
  const [kase] = await vault.ask("record", { id });
  if (kase === undefined || kase.type !== "case") return null;
  const found = new Map<RecordId, RecordRow>([[id, kase]]);
  const toAsk: RecordRow[] = [kase];
  for (let row = toAsk.pop(); row !== undefined; row = toAsk.pop()) {
    const near = shared.has(row.type) ? [] : await vault.ask("linked", { id: row.id, space: kase.space });
    const named = await Promise.all(
      targetsOf(row)
        .filter((target) => !found.has(target))
        .map((target) => vault.ask("record", { id: target, space: kase.space })),
    );
    for (const next of [...near, ...named.flat()]) {
      const ours = next.case === null || next.case === id || shared.has(next.type);
      if (found.has(next.id) || next.space !== kase.space || next.type === "case" || !ours) continue;
      found.set(next.id, next);
      toAsk.push(next);
    }
  }
  return { case: id, records: await Promise.all([...found.values()].map((row) => asCaseRecord(vault, row))) };
}

async function asCaseRecord(vault: Pick<Vault, "ask">, row: RecordRow): Promise<CaseRecord> {
  const { id, space, type, conflicts } = row;
  const fields = type === "publication" || type === "approval" ? await signedFields(vault, row) : row.fields;
  if (conflicts.length === 0) return { id, type, fields };
  const [detail] = await vault.ask("record", { id, space });
  const standing = Object.entries(detail?.standing ?? {}).map(([field, writings]) => [
    field,
    writings.map(({ value }) => value),
  ]);
  return { id, type, fields, standing: Object.fromEntries(standing) };
}

/**
 * Who wrote a publication and who approved it are read from the signatures, whatever the fields say: nobody can approve
 * in another's name, and whoever wrote any of the text counts as its author.
 */
async function signedFields(vault: Pick<Vault, "ask">, row: RecordRow): Promise<Fields> {
  const claimed = ["author", "member"];
  const rest = Object.fromEntries(Object.entries(row.fields).filter(([name]) => !claimed.includes(name)));
  const writers = await writersOf(vault, row);
  if (row.type === "publication") return { ...rest, author: writers[0] ?? "" };
  const [signer] = writers;
  if (signer === undefined || writers.length > 1) return rest;
  const authors = await authorsOf(vault, row);
  return { ...rest, member: authors.includes(signer) ? (authors[0] ?? signer) : signer };
}

/** Of the publication that an approval names. A brief without a record has whoever makes it for its author. */
async function authorsOf(vault: Pick<Vault, "ask">, { fields, space }: RecordRow): Promise<readonly string[]> {
  const about = fields.publication;
  if (typeof about !== "string" || !isRecordId(about)) return [];
  const [publication] = await vault.ask("record", { id: about, space });
  return publication?.type === "publication" ? writersOf(vault, publication) : [];
}

/** Members whose writings of a record still stand or once did, the first of them first. */
async function writersOf(
  vault: Pick<Vault, "ask">,
  { id, space }: Pick<RecordRow, "id" | "space">,
): Promise<readonly string[]> {
  const history = await vault.ask("history", { id, space });
  return [...new Set(history.map(({ member }) => member))];
}

/** Every record that a record's link fields name. */
function targetsOf({ type, fields }: RecordRow): RecordId[] {
  const declared = recordTypeNamed(type);
  if (declared === undefined) return [];
  return fieldsOf(declared).flatMap(([name, field]) => {
    if (field.kind !== "link" && field.kind !== "links") return [];
    const value = fields[name];
    const ids = Array.isArray(value) ? value : [value];
    return ids.filter((one): one is RecordId => typeof one === "string" && isRecordId(one));
  });
}
