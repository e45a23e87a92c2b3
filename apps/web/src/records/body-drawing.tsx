/** Front and back of a body with its marks. With `onMark` a tap on the drawing makes one; the list beside it says the same. */

import type { BodyMark } from "@saksi/domain/value";
import { termLabel } from "@saksi/domain/vocabulary";
import type { PointerEvent } from "react";
import { formatNumber } from "../words/format.ts";
import { say } from "../words/say.ts";
import { type BodyView, bodyViews, sheet } from "./body-regions.ts";

export function BodyDrawing({
  marks,
  onMark,
}: {
  readonly marks: readonly BodyMark[];
  readonly onMark?: (mark: BodyMark) => void;
}) {
  return (
    <div className="body-views" dir="ltr">
      {bodyViews.map((view) => (
        <figure key={view.view}>
          <Sheet view={view} marks={marks} {...(onMark && { onMark })} />
          <figcaption>{termLabel("body_views", view.view)}</figcaption>
        </figure>
      ))}
    </div>
  );
}

function Sheet({
  view: { view, shapes },
  marks,
  onMark,
}: {
  readonly view: BodyView;
  readonly marks: readonly BodyMark[];
  readonly onMark?: (mark: BodyMark) => void;
}) {
  function mark(event: PointerEvent<SVGSVGElement>) {
    const shape = event.target instanceof Element ? event.target.closest<SVGElement>("[data-region]") : null;
    const { region, side } = shape?.dataset ?? {};
    const box = event.currentTarget.getBoundingClientRect();
    if (!region || !onMark) return;
    const share = (part: number) => Math.round(Math.min(1, Math.max(0, part)) * 1000) / 1000;
    const x = share((event.clientX - box.left) / box.width);
    const y = share((event.clientY - box.top) / box.height);
    onMark({ view, region, side: side === "L" || side === "R" ? side : "M", x, y });
  }
  return (
    <svg
      viewBox={`0 0 ${sheet.width} ${sheet.height}`}
      className="body"
      role="img"
      aria-label={say("field.body.drawing", { view: termLabel("body_views", view) })}
      onPointerUp={mark}
      data-takes={onMark ? "marks" : undefined}
    >
      {shapes.map(({ region, side, path }) => (
        <path key={`${region}${side}`} d={path} data-region={region} data-side={side} />
      ))}
      <text x="8" y="16">
        {say(view === "BV.ANT" ? "field.body.right" : "field.body.left")}
      </text>
      <text x="192" y="16" textAnchor="end">
        {say(view === "BV.ANT" ? "field.body.left" : "field.body.right")}
      </text>
      {marks.map((one, at) =>
        one.view === view ? (
          <g key={`${one.x} ${one.y} ${one.region}`} className="body-mark">
            <circle cx={one.x * sheet.width} cy={one.y * sheet.height} r="8" />
            <text x={one.x * sheet.width} y={one.y * sheet.height + 3.5} textAnchor="middle">
              {formatNumber(at + 1)}
            </text>
          </g>
        ) : null,
      )}
    </svg>
  );
}
