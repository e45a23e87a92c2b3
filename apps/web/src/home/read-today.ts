/**
 * What needs somebody today, out of the cases of this device: read a few at a time, so that the page stays quick and can
 * show what it found so far.
 */

import { asCode } from "@saksi/domain/field-values";
import type { RecordId, SpaceId } from "@saksi/domain/id";
import type { Day } from "@saksi/domain/partial-date";
import { type Task, taskKinds, tasksToday } from "@saksi/domain/today";
import type { RecordRow, Vault } from "@saksi/vault/port";
import { caseFileOf } from "@saksi/vault/query/case-file";

export interface Today {
  /** Of the cases read so far; the greatest harm first, then the nearest day */
  readonly tasks: readonly Task[];
  /** For the atlas of an alliance, written by others; read last */
  readonly facts: readonly RecordRow[];
  /** For a row: what its case is called */
  readonly titles: ReadonlyMap<RecordId, string>;
  readonly read: number;
  readonly of: number;
  /** Cases beyond the most that are read: the list says that it did not look at them */
  readonly unread: number;
}

type Asked = Pick<Vault, "ask">;

const mostCases = 400;
const mostListed = 2000;
const atOnce = 4;

/** Yields what is known after each few cases; the last one is the whole answer. */
export async function* readToday(vault: Asked, today: Day): AsyncGenerator<Today> {
  const cases = await casesToRead(vault);
  const counts = await vault.ask("count", { type: "case" });
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const members = await myMembers(vault);
  const titles = new Map(cases.map(({ id, title }) => [id, title]));
  const of = Math.min(cases.length, mostCases);
  let tasks: readonly Task[] = [];
  for (let read = 0; ; read += atOnce) {
    const facts = read >= of ? await waitingFacts(vault) : [];
    yield { tasks, facts, titles, read: Math.min(read, of), of, unread: Math.max(0, total - of) };
    if (read >= of) return;
    const some = await Promise.all(
      cases.slice(read, Math.min(read + atOnce, of)).map(async ({ id, space }) => {
        const file = await caseFileOf(vault, id);
        return file === null ? [] : tasksToday([file], { today, ...memberIn(members, space) });
      }),
    );
    tasks = [...tasks, ...some.flat()].sort(byHarm);
  }
}

/** Not with the first screen: most people's spaces keep no atlas. */
const waitingFacts = async (vault: Asked): Promise<readonly RecordRow[]> =>
  (await import("@saksi/vault/query/facts-for-me")).factsForMe(vault);

const memberIn = (members: ReadonlyMap<SpaceId, string>, space: SpaceId): { readonly member?: string } => {
  const member = members.get(space);
  return member === undefined ? {} : { member };
};

/** Who this person is in each space: their own drafts do not wait for them. */
async function myMembers(vault: Asked): Promise<ReadonlyMap<SpaceId, string>> {
  const spaces = await vault.ask("spaces", {});
  const mine = await Promise.all(
    spaces.map(async ({ space }) => {
      const me = (await vault.ask("members", { space })).find((row) => row.me);
      return me === undefined ? [] : [[space, me.member] as const];
    }),
  );
  return new Map(mine.flat());
}

const lastStates: readonly string[] = ["CASE.CLOSED", "CASE.ARCHIVED", "CASE.DECLINED", "CASE.REFERRED"];
const triages: readonly string[] = ["TRIAGE.NOW", "TRIAGE.SOON"];

/** The most urgent first; those that ended come last, because of them only what was published can need somebody. */
async function casesToRead(vault: Asked): Promise<readonly RecordRow[]> {
  const rows = await vault.ask("records", { type: "case", order: "changed", descending: true, limit: mostListed });
  const rank = ({ fields }: RecordRow) => {
    const triage = triages.indexOf(asCode(fields.triage) ?? "");
    return (lastStates.includes(asCode(fields.state) ?? "") ? 10 : 0) + (triage < 0 ? triages.length : triage);
  };
  return [...rows].sort((a, b) => rank(a) - rank(b));
}

const byHarm = (a: Task, b: Task): number =>
  taskKinds.indexOf(a.kind) - taskKinds.indexOf(b.kind) || (a.due ?? "9999").localeCompare(b.due ?? "9999");
