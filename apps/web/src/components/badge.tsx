/** A state in a list: a mark and a word. Colour never says it alone: each tone has a mark of its own. */

import type { ReactNode } from "react";
import type { Tone } from "./notice.tsx";

export function Badge({ tone = "plain", children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return (
    <span className="badge" data-tone={tone}>
      {children}
    </span>
  );
}
