/** A law on paper against the Convention, article by article. What is not known is hatched, and never counts as missing. */

import type { ItemStatus } from "@saksi/treaties/domestic-laws";
import { lawWarning } from "@saksi/treaties/domestic-laws";
import type { GapCell, GapRow } from "@saksi/treaties/law-gap";
import type { StateCard } from "@saksi/treaties/state-card";
import { Badge } from "../components/badge.tsx";
import { Notice } from "../components/notice.tsx";
import { formatNumber } from "../words/format.ts";
import { say } from "../words/say.ts";
import { sayValue, stateName } from "./atlas-words.ts";
import { Swatch } from "./patterns.tsx";
import { Sourced } from "./sourced.tsx";
import { sayBand } from "./status-card.tsx";

const looks: Readonly<Record<ItemStatus, Parameters<typeof Swatch>[0]["of"]>> = {
  met: { shade: 0, pattern: "solid" },
  partly: { shade: 2, pattern: "dots" },
  not: { shade: 4, pattern: "cross" },
  unknown: { shade: null, pattern: "lines" },
  na: { shade: null, pattern: "empty" },
};
const statuses: readonly ItemStatus[] = ["met", "partly", "not", "unknown", "na"];

export function GapMatrix({ card: { state, law } }: { readonly card: StateCard }) {
  const { act, score, matrix } = law;
  if (act === null) return <Notice>{say("atlas.law.none", { state: stateName(state) })}</Notice>;
  const cells = matrix.flatMap((row) => row.cells);
  return (
    <>
      <div className="stack tight">
        <p lang="en">
          <strong>{act.title}</strong>
        </p>
        <p lang="en">{act.overview}</p>
        <p>
          <Sourced trace={score.trace} of={say("atlas.card.law")}>
            <strong>{sayBand(score.value)}</strong>
          </Sourced>{" "}
          {score.value !== "unknown" &&
            say("atlas.law.range", {
              known: formatNumber(score.value.coverage, "percent"),
              least: formatNumber(score.value.least),
              most: formatNumber(score.value.most),
            })}
        </p>
        <Notice tone="waits">
          <p lang="en">{lawWarning}</p>
        </Notice>
      </div>
      <ul className="legend">
        {statuses.map((status) => (
          <li key={status}>
            <Swatch of={looks[status]} />
            <span>
              {sayValue(status)}{" "}
              <strong className="numbers">{formatNumber(cells.filter((cell) => cell.status === status).length)}</strong>
            </span>
          </li>
        ))}
      </ul>
      <div className="gap-glance" aria-hidden="true">
        {matrix.map(({ article, cells: row }) => (
          <div key={article}>
            <small>{articleName(article)}</small>
            <span>
              {row.map(({ item, status }) => (
                <Swatch key={item.id} of={looks[status]} />
              ))}
            </span>
          </div>
        ))}
      </div>
      <GapTable matrix={matrix} />
    </>
  );
}

function GapTable({ matrix }: { readonly matrix: readonly GapRow[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
    <div className="scroll-x" tabIndex={0}>
      <table className="table gap-table">
        <caption>{say("atlas.law.table")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("atlas.law.point")}</th>
            <th scope="col">{say("atlas.law.status")}</th>
            <th scope="col">{say("atlas.law.section")}</th>
          </tr>
        </thead>
        {matrix.map(({ article, title, cells }) => (
          <tbody key={article}>
            <tr className="gap-article">
              <th scope="rowgroup" colSpan={3}>
                {articleName(article)} <bdi lang="en">{title}</bdi>
              </th>
            </tr>
            {cells.map((cell) => (
              <GapLine key={cell.item.id} cell={cell} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function GapLine({ cell: { item, status, section, note, isDoubtful, trace } }: { readonly cell: GapCell }) {
  return (
    <tr data-doubtful={isDoubtful || status === "unknown"}>
      <th scope="row">
        <bdi lang="en">{item.text}</bdi>
        {item.isKnockOut && <Badge tone="waits">{say("atlas.law.knock-out")}</Badge>}
      </th>
      <td>
        <span className="swatched">
          <Swatch of={looks[status]} />
          {sayValue(status)}
        </span>
        {isDoubtful && <Badge tone="waits">{say("atlas.law.doubtful")}</Badge>}
      </td>
      <td>
        <Sourced trace={trace} of={item.text}>
          <bdi lang="en">{section ?? say("atlas.law.no-section")}</bdi>
        </Sourced>
        {note !== null && (
          <small className="beneath" lang="en">
            {note}
          </small>
        )}
      </td>
    </tr>
  );
}

function articleName(article: string): string {
  if (article === "opcat") return say("atlas.card.opcat");
  return article === "safeguards" ? say("atlas.law.safeguards") : say("atlas.law.article", { article });
}
