/**
 * What waits here and our role or circles do not allow any more. It is set aside and named, so that what still fits goes
 * on; it stays readable, and goes back to the end of what waits where we may again.
 */

import { sameBytes, toHex } from "@saksi/wire/bytes";
import { kinds } from "@saksi/wire/header";
import type { RosterDevice } from "@saksi/wire/roster";
import type { Session } from "../space/session.ts";
import { isRights, myRights, type Space, type Unsent } from "../space/space.ts";

/** @returns  how many went back to what waits */
export function sortWaiting(session: Session, space: Space): number {
  const rights = myRights(space);
  if (!isRights(rights) || space.log === null || !space.anchored) return 0;
  const { epoch } = space.log.roster;
  const misfits = space.unsent.filter(
    (waiting) =>
      waiting.kind === kinds.record &&
      // circles are narrowed by a new epoch alone
      (rights.role === "reader" || (waiting.epoch !== epoch && !fits(session, rights, waiting))),
  );
  const back = space.aside.filter((waiting) => fits(session, rights, waiting));
  note(misfits, false);
  note(back, true);
  return back.length;

  function note(entries: readonly Unsent[], isBack: boolean): void {
    if (entries.length === 0) return;
    const named = entries.map(({ id }) => toHex(id));
    session.keep([{ kind: "note", note: { note: "aside", space: space.id, entries: named, back: isBack } }]);
  }

  function fits({ entryAt }: Session, { role, circles, key }: RosterDevice, { place }: Unsent): boolean {
    const { content, header } = entryAt(place);
    return (
      role !== "reader" &&
      sameBytes(header.device, key) && // not of a device that we were before
      content.kind === "parts" &&
      content.parts.every(({ circle }) => (circles & (1 << circle)) !== 0)
    );
  }
}
