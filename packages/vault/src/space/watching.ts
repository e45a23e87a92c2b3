/** A question over the ledger that stays true: asked again when anything it could be made of changed, told when it differs. */

export interface LedgerWatch {
  watch<Row>(ask: () => readonly Row[], onRows: (rows: readonly Row[]) => void): () => void;
  /** Everything is asked again, once, soon. */
  changed(): void;
}

export function ledgerWatch(soon: (work: () => void) => void): LedgerWatch {
  const watches = new Set<() => void>();
  let asked = false;

  function askAll(): void {
    asked = false;
    for (const look of watches) look();
  }

  return {
    watch(ask, onRows) {
      let before = "";
      const look = () => {
        const rows = ask();
        const now = JSON.stringify(rows);
        if (now === before) return;
        before = now;
        onRows(rows);
      };
      watches.add(look);
      look();
      return () => void watches.delete(look);
    },
    changed() {
      if (asked) return;
      asked = true;
      soon(askAll);
    },
  };
}
