/** A dossier as a reader will find it: every block of the model, drawn on the screen. Nothing withheld can be in it. */

import type { Dossier } from "@saksi/publish/dossier";
import type { Block, ChartData, Inline } from "@saksi/publish/model";
import type { ReactNode } from "react";
import { say } from "../words/say.ts";

export function DossierPreview({ dossier, draft }: { readonly dossier: Dossier; readonly draft: boolean }) {
  return (
    <article className="preview" lang={dossier.lang} dir={dossier.dir} translate="no">
      <p className="row apart quiet">
        <span>{dossier.classification}</span>
        {draft && <strong>{say("publish.draft-mark")}</strong>}
      </p>
      <h3>{dossier.title}</h3>
      {dossier.sections.map(({ title, blocks }) => (
        <section key={title}>
          <h4>{title}</h4>
          {keyed(blocks).map(([key, block]) => (
            <Shown key={key} block={block} />
          ))}
        </section>
      ))}
    </article>
  );
}

/** Blocks have no names of their own: their place is their key, and a preview is drawn whole each time. */
const keyed = <One,>(list: readonly One[]): readonly (readonly [string, One])[] =>
  list.map((one, index) => [String(index), one]);

function Shown({ block }: { readonly block: Block }): ReactNode {
  const { lang, dir } = block.attrs;
  switch (block.type) {
    case "heading":
      return (
        <h5 lang={lang} dir={dir}>
          <Inlines of={block.content} />
        </h5>
      );
    case "paragraph":
      return (
        <p lang={lang} dir={dir}>
          <Inlines of={block.content} />
        </p>
      );
    case "bulletList":
    case "orderedList":
      return (
        <ul lang={lang} dir={dir}>
          {keyed(block.content).map(([key, item]) => (
            <li key={key}>
              {keyed(item.content).map(([inner, one]) => (
                <Shown key={inner} block={one} />
              ))}
            </li>
          ))}
        </ul>
      );
    case "blockquote":
      return (
        <blockquote lang={lang} dir={dir}>
          {keyed(block.content).map(([key, one]) => (
            <Shown key={key} block={one} />
          ))}
        </blockquote>
      );
    case "table":
      return (
        <table className="table" lang={lang} dir={dir}>
          <caption>{block.attrs.caption}</caption>
          <tbody>
            {keyed(block.content).map(([row, { content }]) => (
              <tr key={row}>
                {keyed(content).map(([cell, one]) => (
                  <td key={cell}>
                    <Inlines of={one.content} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    case "chart":
      return (
        <figure lang={lang} dir={dir}>
          <ChartRows data={block.attrs.data} />
          <figcaption>{block.attrs.caption}</figcaption>
        </figure>
      );
    case "figure":
      return <p className="quiet">{block.attrs.alt}</p>;
    case "caseReference":
      return <p>{block.attrs.label}</p>;
    case "toc":
      return null;
  }
}

/** A drawing as the lines it says; the files draw it. */
function ChartRows({ data }: { readonly data: ChartData }) {
  const lines =
    data.kind === "bar"
      ? data.bars.map(({ label, value }) => `${label}: ${value}`)
      : data.kind === "timeline"
        ? data.spans.map(({ label, when }) => `${label}: ${when}`)
        : data.rungs.map(({ label, note }) => `${label}: ${note}`);
  return (
    <ul>
      {keyed(lines).map(([key, line]) => (
        <li key={key}>{line}</li>
      ))}
    </ul>
  );
}

function Inlines({ of }: { readonly of: readonly Inline[] }) {
  return keyed(of).map(([key, inline]) => <span key={key}>{textOf(inline)}</span>);
}

function textOf(inline: Inline): ReactNode {
  if (inline.type === "redaction") return say("publish.redacted");
  if (inline.type === "citation") return <sup>{inline.attrs.source}</sup>;
  if (inline.type === "footnote")
    return (
      <small>
        {" "}
        (
        {keyed(inline.content).map(([key, one]) => (
          <span key={key}>{textOf(one)}</span>
        ))}
        )
      </small>
    );
  return inline.marks?.some(({ type }) => type === "strong") ? <strong>{inline.text}</strong> : inline.text;
}
