/** A day or a moment for the reader's language and calendar; the ISO form one hover, or one tap on the details, away. */

import { formatAgo, formatDay, formatMoment } from "../words/format.ts";

/** A calendar day, ISO. For partial dates the domain says what is known; this shows whole days only. */
export function Day({ iso }: { readonly iso: string }) {
  return (
    <time dateTime={iso} title={iso} className="numbers">
      {formatDay(iso)}
    </time>
  );
}

/** A moment, ISO with offset: for facts of the log. */
export function Moment({ iso }: { readonly iso: string }) {
  return (
    <time dateTime={iso} title={iso} className="numbers">
      {formatMoment(iso)}
    </time>
  );
}

/** How long ago, seen from `now` (milliseconds); the moment itself on hover. */
export function Ago({ iso, now }: { readonly iso: string; readonly now: number }) {
  return (
    <time dateTime={iso} title={formatMoment(iso)}>
      {formatAgo(iso, now)}
    </time>
  );
}
