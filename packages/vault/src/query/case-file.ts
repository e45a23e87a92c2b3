/**
 * A case as rules, gate and pages walk it: the case, everything that belongs to it, what is known of its people, and
 * what those records point at.
 */

import type { CaseFile, CaseRecord, Signer } from "@saksi/domain/case-file";
import { isRecordId, type RecordId, type SpaceId } from "@saksi/domain/id";
import { type Field, fieldsOf } from "@saksi/domain/record-type";
import { recordTypeNamed } from "@saksi/domain/record-types";
import type { Value } from "@saksi/domain/value";
import type { RecordRow, Vault } from "../port.ts";

/** Types that many cases share: they are taken along, but what else points at them is not this case's. */
const shared: ReadonlySet<string> = new Set(["institution", "place", "precedent", "lesson"]);

/** Null where this device has no such case, or two spaces have one and nobody said which is meant. */
export async function caseFileOf(vault: Pick<Vault, "ask">, id: RecordId, space?: SpaceId): Promise<CaseFile | null> {
  const [kase, ...others] = await vault.ask("record", { id, ...(space === undefined ? {} : { space }) });
  if (kase === undefined || others.length > 0 || kase.type !== "case") return null;
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

/** Their authors matter: who wrote a brief, or a passage of it, does not approve it. */
const signed: ReadonlySet<string> = new Set(["publication", "passage", "approval"]);

async function asCaseRecord(vault: Pick<Vault, "ask">, row: RecordRow): Promise<CaseRecord> {
  const { id, space, type, conflicts } = row;
  const record = signed.has(type)
    ? await signedRecord(vault, row)
    : { id, type, fields: row.fields, ...(await pastOf(vault, row)) };
  if (conflicts.length === 0) return record;
  const [detail] = await vault.ask("record", { id, space });
  const standing = Object.entries(detail?.standing ?? {}).map(([field, writings]) => [
    field,
    writings.map(({ value }) => value),
  ]);
  return { ...record, standing: Object.fromEntries(standing) };
}

/** Earlier values of what must not be published: a spelling that was corrected leads to the same person. */
async function pastOf(
  vault: Pick<Vault, "ask">,
  { id, space, type, fields }: RecordRow,
): Promise<Pick<CaseRecord, "past">> {
  const declared = recordTypeNamed(type);
  const secret = declared === undefined ? [] : fieldsOf(declared).filter(([, field]) => isSecret(field.class));
  if (secret.length === 0) return {};
  const history = await vault.ask("history", { id, space });
  if (history.length < 2) return {};
  const said = (name: string): readonly Value[] =>
    history.flatMap((change) => (Object.hasOwn(change.fields, name) ? [change.fields[name] ?? null] : []));
  return {
    past: Object.fromEntries(secret.map(([name]) => [name, said(name).filter((value) => value !== fields[name])])),
  };
}

const isSecret = (name: Field["class"]): boolean => name === "identifying" || name === "restricted";

/** Who wrote and who approved is read from the signatures, whatever the fields say: nobody acts in another's name. */
async function signedRecord(vault: Pick<Vault, "ask">, row: RecordRow): Promise<CaseRecord> {
  const { id, type } = row;
  const signers = await signersOf(vault, row);
  if (type === "passage") return { id, type, fields: row.fields, signers };
  const { author: _, member: __, ...rest } = row.fields;
  const [first, ...others] = signers;
  if (type === "publication") return { id, type, fields: { ...rest, author: first?.member ?? "" }, signers };
  const members = await vault.ask("members", { space: row.space });
  // whose keys may be in other hands vouches for nothing
  const isDoubtful = members.some(({ member, twoFaced }) => twoFaced && member === first?.member);
  const isOnes = first !== undefined && others.length === 0 && !isDoubtful;
  return { id, type, fields: isOnes ? { ...rest, member: first.member } : rest, signers: isDoubtful ? [] : signers };
}

/** What is noted of a publication once its words are there: who asks for approval or hands it out wrote nothing of it. */
const notes: ReadonlySet<string> = new Set(["dossierHash", "state", "released", "copies"]);

/** Members whose writings of a record still stand or once did, the first of them first. */
export async function signersOf(
  vault: Pick<Vault, "ask">,
  { id, space, type }: Pick<RecordRow, "id" | "space" | "type">,
): Promise<readonly Signer[]> {
  const history = await vault.ask("history", { id, space });
  const wrote = history.filter(
    ({ fields }) => type !== "publication" || Object.keys(fields).some((field) => !notes.has(field)),
  );
  return [...new Map(wrote.map(({ member, by }) => [member, { member, name: by }])).values()];
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
