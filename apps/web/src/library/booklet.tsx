/** The book of what was found: what is in it, whether another member approved exactly this, and its files. */

import type { LibraryPrecedent } from "@saksi/treaties/precedents";
import { Notice } from "../components/notice.tsx";
import { Skeleton } from "../components/skeleton.tsx";
import { RenderFiles } from "../publish/render-files.tsx";
import { formatNumber } from "../words/format.ts";
import { say } from "../words/say.ts";
import { ApproveBooklet } from "./approve-booklet.tsx";
import { useBooklet } from "./use-booklet.ts";

export function Booklet({ precedents }: { readonly precedents: readonly LibraryPrecedent[] }) {
  const gated = useBooklet(precedents);
  return (
    <section className="card booklet" aria-labelledby="booklet">
      <h2 id="booklet">{say("library.booklet")}</h2>
      <p>{say("library.booklet.text", { count: precedents.length, shown: formatNumber(precedents.length) })}</p>
      {gated === undefined ? (
        <Skeleton />
      ) : (
        <>
          {gated.cleared ? (
            <Notice tone="done" live="polite">
              {say("library.booklet.cleared")}
            </Notice>
          ) : (
            <Notice tone="waits">{say("library.booklet.draft")}</Notice>
          )}
          <ApproveBooklet hash={gated.hash} />
          <RenderFiles
            key={`${gated.hash} ${gated.cleared}`}
            answer={{ dossier: gated.dossier, cleared: gated.cleared, protect: [] }}
          />
        </>
      )}
    </section>
  );
}
