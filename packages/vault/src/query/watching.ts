/** Questions that stay true: asked again when what they read was touched, all of them together and once a frame. */

import type { Questions } from "../port.ts";
import type { TableQuestion, Tables, TablesContext, Touched } from "../projection/opened-change.ts";
import { answer, mayDiffer } from "./answer.ts";
import type { Reader } from "./record-row.ts";

interface Watched {
  readonly ask: () => void;
  readonly reads: (touched: Touched) => boolean;
}

export function watching(
  reader: Reader,
  { onTouched, soon }: { readonly onTouched: Tables["onTouched"]; readonly soon: TablesContext["soon"] },
): Tables["watch"] {
  const watched = new Set<Watched>();
  const due = new Set<Watched>();
  let awaited = false;

  function askDue(): void {
    awaited = false;
    const asked = [...due];
    due.clear();
    for (const each of asked) if (watched.has(each)) each.ask();
  }

  function wait(each: Watched): void {
    due.add(each);
    if (awaited) return;
    awaited = true;
    soon(askDue);
  }

  onTouched((touched) => {
    for (const each of watched) if (each.reads(touched)) wait(each);
  });

  return <Name extends TableQuestion>(
    name: Name,
    asks: Questions[Name]["asks"],
    onRows: (rows: readonly Questions[Name]["row"][]) => void,
  ) => {
    const each = {
      ask: () => onRows(answer(reader, name, asks)),
      reads: (touched: Touched) => mayDiffer(name, asks, touched),
    };
    watched.add(each);
    wait(each);
    return () => {
      watched.delete(each);
      due.delete(each);
    };
  };
}
