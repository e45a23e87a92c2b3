/** The shape of what is coming, with words for who cannot see it. Rows are as tall as the rows that follow. */

import { say } from "../words/say.ts";

export function Skeleton({ rows = 3 }: { readonly rows?: number }) {
  return (
    <div className="skeleton" role="status">
      <span className="unseen">{say("loading")}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows without content have nothing else to be known by
        <i key={row} aria-hidden="true" />
      ))}
    </div>
  );
}
