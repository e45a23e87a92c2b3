/** A question by its name: who answers it, and whether something that was touched may change the answer. */

import type { Questions } from "../port.ts";
import type { TableQuestion, Touched } from "../projection/opened-change.ts";
import { conflicts } from "./conflicts.ts";
import { count } from "./count.ts";
import { history } from "./history.ts";
import { linked } from "./linked.ts";
import { record } from "./record.ts";
import type { Reader } from "./record-row.ts";
import { records } from "./records.ts";
import { search } from "./search.ts";
import { withheld } from "./withheld.ts";

type Answers = {
  readonly [Name in TableQuestion]: {
    readonly rows: (reader: Reader, asks: Questions[Name]["asks"]) => readonly Questions[Name]["row"][];
    readonly reads: (asks: Questions[Name]["asks"], touched: Touched) => boolean;
  };
};

const answers: Answers = {
  records: {
    rows: records,
    reads: (asks, touched) => inSpace(asks, touched) && (touched.types.has(asks.type) || textRead(asks, touched)),
  },
  count: {
    rows: count,
    reads: (asks, touched) =>
      inSpace(asks, touched) &&
      ((asks.type === undefined ? touched.types.size > 0 : touched.types.has(asks.type)) || textRead(asks, touched)),
  },
  record: { rows: record, reads: ofRecord },
  linked: {
    rows: linked,
    reads: ({ type }, touched) => (type === undefined ? touched.types.size > 0 : touched.types.has(type)),
  },
  withheld: { rows: withheld, reads: inSpace },
  history: { rows: history, reads: ofRecord },
  conflicts: { rows: conflicts, reads: inSpace },
  search: { rows: search, reads: (asks, touched) => touched.text || inSpace(asks, touched) },
};

export const answer = <Name extends TableQuestion>(
  reader: Reader,
  name: Name,
  asks: Questions[Name]["asks"],
): readonly Questions[Name]["row"][] => answers[name].rows(reader, asks);

/** Whether the answer needs the search index. */
export const readsText = <Name extends TableQuestion>(name: Name, asks: Questions[Name]["asks"]): boolean =>
  name === "search" || ("words" in asks && asks.words !== undefined) || ("where" in asks && asks.where !== undefined);

/** False only where the answer is surely the same as before. */
export const mayDiffer = <Name extends TableQuestion>(
  name: Name,
  asks: Questions[Name]["asks"],
  touched: Touched,
): boolean => answers[name].reads(asks, touched);

function inSpace({ space }: { readonly space?: string }, { spaces }: Touched): boolean {
  return space === undefined ? spaces.size > 0 : [...spaces].some((each) => each === space);
}

function ofRecord({ id }: { readonly id: string }, { records: named }: Touched): boolean {
  return named === "all" || [...named].some((each) => each === id);
}

const textRead = (asks: { readonly words?: string; readonly where?: object }, { text }: Touched): boolean =>
  text && (asks.words !== undefined || asks.where !== undefined);
