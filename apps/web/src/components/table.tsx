/**
 * A small table. On a narrow screen one of many columns becomes a card a row, each cell under the name of its column; one
 * whose columns are named by more than words scrolls sideways by itself. For more than a few hundred rows take
 * `VirtualList`.
 */

import type { ReactNode } from "react";

export interface Column<Row> {
  readonly name: string;
  readonly label: ReactNode;
  readonly cell: (row: Row) => ReactNode;
}

/** So many columns of short words still stand side by side on a phone. */
const fitsPhone = 3;

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
  const isCards = columns.length > fitsPhone && columns.every(({ label }) => typeof label === "string");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
    <section className="scroll-x" tabIndex={0} aria-label={typeof caption === "string" ? caption : undefined}>
      <table className={isCards ? "table cards" : "table"}>
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
              {columns.map(({ name, label, cell }, at) =>
                at === 0 ? (
                  <th key={name} scope="row">
                    {cell(row)}
                  </th>
                ) : (
                  <td key={name} data-column={isCards ? label : undefined}>
                    {isCards ? <div>{cell(row)}</div> : cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
