/** A small table that scrolls sideways by itself on a narrow screen. For more than a few hundred rows take `VirtualList`. */

import type { ReactNode } from "react";

export interface Column<Row> {
  readonly name: string;
  readonly label: ReactNode;
  readonly cell: (row: Row) => ReactNode;
}

export function Table<Row>({
  caption,
  columns,
  rows,
  keyOf,
}: {
  readonly caption: ReactNode;
  /** The first column names the row */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
    <section className="scroll-x" tabIndex={0} aria-label={typeof caption === "string" ? caption : undefined}>
      <table className="table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ name, label }) => (
              <th key={name} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ name, cell }, at) =>
                at === 0 ? (
                  <th key={name} scope="row">
                    {cell(row)}
                  </th>
                ) : (
                  <td key={name}>{cell(row)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
