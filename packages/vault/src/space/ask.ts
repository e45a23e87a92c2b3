/** Every question of the port, answered by whoever knows: the ledger for spaces and people, the tables for records. */

import type { QuestionName, Questions } from "../port.ts";
import type { TableQuestion } from "../projection/opened-change.ts";
import { type Doing, joiningRows, memberRows, spaceRows } from "./questions.ts";
import type { Session } from "./session.ts";
import type { Space } from "./space.ts";

export interface Asking {
  readonly session: Session;
  readonly now: () => number;
  readonly doing: (space: Space) => Doing;
  readonly transfers: () => readonly Questions["transfers"]["row"][];
  readonly watchLedger: (ask: () => readonly object[], onRows: (rows: readonly object[]) => void) => () => void;
}

type Rows<Name extends QuestionName> = readonly Questions[Name]["row"][];

/** Null: a question for the tables. */
export function askLedger(asking: Asking, name: QuestionName, asks: object): readonly object[] | null {
  switch (name) {
    case "spaces":
      return spaceRows(asking.session, asking.doing);
    case "members":
      return memberRows(asking.session.ledger, "space" in asks && typeof asks.space === "string" ? asks.space : "");
    case "joining":
      return joiningRows(asking.session.ledger, asking.now());
    case "transfers":
      return asking.transfers();
    default:
      return null;
  }
}

export function ask<Name extends QuestionName>(asking: Asking, name: Name, asks: Questions[Name]["asks"]): Rows<Name> {
  const rows = askLedger(asking, name, asks);
  // the name decides the shape, and both halves answer by name; TypeScript cannot follow a union of names
  if (rows !== null) return rows as Rows<Name>;
  return asking.session.tables.ask(name as TableQuestion, asks as never) as Rows<Name>;
}

export function watch<Name extends QuestionName>(
  asking: Asking,
  name: Name,
  asks: Questions[Name]["asks"],
  onRows: (rows: Rows<Name>) => void,
): () => void {
  if (askLedger(asking, name, asks) === null)
    return asking.session.tables.watch(name as TableQuestion, asks as never, onRows as never);
  return asking.watchLedger(
    () => askLedger(asking, name, asks) ?? [],
    (rows) => onRows(rows as Rows<Name>),
  );
}
