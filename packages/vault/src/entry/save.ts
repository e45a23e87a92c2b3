/** What a person saves: drafts of one space, or a decision between writings that stand. */

import type { Draft } from "@saksi/domain/change";
import type { RecordId, SpaceId, Version } from "@saksi/domain/id";
import { err, ok, type Result } from "@saksi/wire/result";
import { circlesOf } from "@saksi/wire/roster-body";
import type { Saved } from "../port.ts";
import type { Problem } from "../problem.ts";
import type { Session } from "../space/session.ts";
import { isRights, myRights, type Space } from "../space/space.ts";
import { writeChanges } from "./write.ts";

export function saveDrafts(
  session: Session,
  drafts: readonly Draft[],
  given: { readonly space: SpaceId | undefined; readonly now: number },
): Result<Saved & { readonly space: Space | null }, Problem> {
  if (drafts.length === 0) return ok({ ids: [], space: null });
  const found = spaceOfDrafts(session, drafts, given.space);
  if (!found.ok) return found;
  const space = found.value;
  const rights = myRights(space);
  if (!isRights(rights)) return err(rights);
  const changes = session.tables.changesOf(drafts, {
    space: space.id,
    now: new Date(given.now).toISOString(),
    random: session.crypto.random,
    circles: circlesOf(rights.circles),
  });
  if (!changes.ok) return changes;
  const written = writeChanges(session, space, { ...changes.value, now: given.now });
  return written.ok ? ok({ ids: changes.value.changes.map(({ record }) => record), space }) : written;
}

export function settleConflict(
  session: Session,
  asked: { readonly id: RecordId; readonly field: string; readonly version: Version },
  now: number,
): Result<{ readonly version: Version; readonly space: Space }, Problem> {
  const settled = session.tables.changeToSettle(asked, {
    now: new Date(now).toISOString(),
    random: session.crypto.random,
    deviceOf: (space) => session.ledger.spaces.get(space)?.device.signer.publicKey ?? new Uint8Array(32),
  });
  if (!settled.ok) return settled;
  const { change, circle, version } = settled.value;
  const space = session.ledger.spaces.get(settled.value.space);
  if (space === undefined) return err({ kind: "no-such-space", space: settled.value.space });
  const written = writeChanges(session, space, { changes: [change], circles: [circle], now });
  return written.ok ? ok({ version, space }) : written;
}

/** Said outright, or where the records are, or the only one there is. */
function spaceOfDrafts(
  { tables, ledger }: Session,
  drafts: readonly Draft[],
  said: SpaceId | undefined,
): Result<Space, Problem> {
  const named = new Set<SpaceId>(said === undefined ? [] : [said]);
  for (const { space, id } of drafts) {
    const homes = space !== undefined ? [space] : id === undefined ? [] : tables.spacesOf(id);
    if (homes.length > 1 && said === undefined) return err({ kind: "which-space", spaces: homes });
    const home = homes.find((one) => one === said) ?? homes[0];
    if (home !== undefined) named.add(home);
  }
  if (named.size > 1) return err({ kind: "mixed-spaces" });
  const could = named.size === 1 ? [...named] : writableSpaces([...ledger.spaces.values()]);
  if (could.length > 1) return err({ kind: "which-space", spaces: could });
  const [only = ""] = could;
  const space = ledger.spaces.get(only);
  return space === undefined ? err({ kind: "no-such-space", space: only }) : ok(space);
}

/** Where it can be written; else where it could, so that the answer says why not. */
function writableSpaces(spaces: readonly Space[]): readonly SpaceId[] {
  const open = spaces.filter((space) => isRights(myRights(space)));
  return (open.length > 0 ? open : spaces).map(({ id }) => id);
}
