// biome-ignore-all lint/a11y/useSemanticElements: a table lays its rows out itself, and here each has its place
// biome-ignore-all lint/a11y/useFocusableInteractive: the row takes the focus; its one cell need not

/**
 * Thousands of rows, of which only those in sight exist. A grid of one column for screen readers: rows are counted and
 * numbered although they are not there. Arrows, Page Up and Down, Home and End move; Enter follows the row's link.
 *
 * Rows may differ in height; `estimate` is a good guess in pixels. The list fills the height of its parent, or `height`.
 */

import { useVirtualizer } from "@tanstack/react-virtual";
import { type CSSProperties, type KeyboardEvent, type ReactNode, useRef, useState } from "react";

export function VirtualList<Row>({
  label,
  rows,
  keyOf,
  children,
  estimate = 72,
  height = "70dvh",
}: {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** One row; a link in it makes the whole row the target */
  readonly children: (row: Row) => ReactNode;
  readonly estimate?: number;
  readonly height?: string;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimate,
    overscan: 8,
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : keyOf(row);
    },
  });
  const seen = virtual.getVirtualItems();
  // The tab stop is the current row, or the first in sight after scrolling away from it.
  const stop = seen.some(({ index }) => index === current) ? current : (seen[0]?.index ?? 0);

  function moveTo(index: number) {
    const to = Math.max(0, Math.min(rows.length - 1, index));
    setCurrent(to);
    virtual.scrollToIndex(to);
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-index="${to}"]`)?.focus());
  }

  function onKeyDown(event: KeyboardEvent) {
    const page = Math.max(1, seen.length - 10);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: stop + 1,
      ArrowUp: stop - 1,
      PageDown: stop + page,
      PageUp: stop - page,
      Home: 0,
      End: rows.length - 1,
    };
    const to = steps[event.key];
    if (to !== undefined) {
      event.preventDefault();
      moveTo(to);
    } else if (event.key === "Enter" && event.target instanceof HTMLElement && event.target.role === "row") {
      event.target.querySelector("a")?.click();
    }
  }

  return (
    <div
      className="rows"
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length}
      style={sized({ "--rows-height": `min(${height}, ${virtual.getTotalSize() + 2}px)` })}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" style={sized({ "--rows-whole": `${virtual.getTotalSize()}px` })}>
        {seen.map(({ index, key, start }) => {
          const row = rows[index];
          return (
            row !== undefined && (
              <div
                key={key}
                role="row"
                aria-rowindex={index + 1}
                data-index={index}
                ref={virtual.measureElement}
                tabIndex={index === stop ? 0 : -1}
                onFocus={() => setCurrent(index)}
                style={sized({ "--row-start": `${start}px` })}
              >
                <div role="gridcell">{children(row)}</div>
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}

/** Sizes reach the style sheet as custom properties, so that paper can lay rows out in its own way. */
const sized = (sizes: Readonly<Record<`--${string}`, string>>): CSSProperties => sizes;
