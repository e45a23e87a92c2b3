/** Turns the pages of an open PDF. Only the page in sight exists: memory stays that of one page, however many there are. */

import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { Button } from "../../../components/button.tsx";
import { Notice } from "../../../components/notice.tsx";
import { formatNumber } from "../../../words/format.ts";
import { say } from "../../../words/say.ts";
import type { DrawnPage } from "./pdf-messages.ts";
import type { PdfReader, PdfTrouble } from "./pdf-reader.ts";
import { troubleWords } from "./trouble-words.ts";

const zooms = [1, 1.5, 2, 3] as const;

export function PdfPages({
  reader,
  pages,
  onTrouble,
}: {
  readonly reader: PdfReader;
  readonly pages: number;
  readonly onTrouble: (trouble: PdfTrouble) => void;
}) {
  const [page, setPage] = useState(0);
  const [zoom, setZoom] = useState(0);
  const [drawn, setDrawn] = useState<DrawnPage | "bad-page">();
  const scale = zooms[zoom] ?? 1;
  const sheet = useRef<HTMLElement>(null);
  const width = useWidthOf(sheet);
  const turnTo = (to: number) => {
    setPage(Math.min(pages - 1, Math.max(0, to)));
    sheet.current?.scrollTo(0, 0);
  };
  const zoomTo = (to: number) => setZoom(Math.min(zooms.length - 1, Math.max(0, to)));

  // biome-ignore lint/correctness/useExhaustiveDependencies: whom trouble is told does not change what is drawn
  useEffect(() => {
    if (width === 0) return;
    let wanted = true;
    const pixels = Math.round(width * scale * Math.min(2, devicePixelRatio));
    void reader.page(page, pixels).then((answer) => {
      if (!wanted) return;
      if (typeof answer === "object" || answer === "bad-page") setDrawn(answer);
      else onTrouble(answer);
    });
    return () => {
      wanted = false;
    };
  }, [reader, page, width, scale]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement) return;
    const to = pageBy(event.key, { page, pages });
    const step = { "+": 1, "-": -1 }[event.key];
    if (to === undefined && step === undefined) return;
    event.preventDefault();
    if (to !== undefined) turnTo(to);
    if (step !== undefined) zoomTo(zoom + step);
  }

  const where = say("exhibit.pdf.where", { page: formatNumber(page + 1), pages: formatNumber(pages) });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that its buttons have too
    <div className="pdf stack tight" onKeyDown={onKeyDown}>
      <div className="row" role="toolbar" aria-label={say("exhibit.pdf.turn")} data-print="no">
        <div className="pdf-turn">
          <Button aria-disabled={page === 0} aria-label={say("exhibit.pdf.before")} onClick={() => turnTo(page - 1)}>
            {say("exhibit.pdf.before.short")}
          </Button>
          <PageNumber key={page} page={page} pages={pages} onPage={turnTo} />
          <Button
            aria-disabled={page === pages - 1}
            aria-label={say("exhibit.pdf.next")}
            onClick={() => turnTo(page + 1)}
          >
            {say("exhibit.pdf.next.short")}
          </Button>
        </div>
        <div className="pdf-turn">
          <Button aria-disabled={zoom === 0} aria-label={say("exhibit.pdf.smaller")} onClick={() => zoomTo(zoom - 1)}>
            −
          </Button>
          <span className="numbers soft">{formatNumber(scale, "percent")}</span>
          <Button
            aria-disabled={zoom === zooms.length - 1}
            aria-label={say("exhibit.pdf.larger")}
            onClick={() => zoomTo(zoom + 1)}
          >
            +
          </Button>
        </div>
      </div>
      <section
        className="pdf-sheet"
        ref={sheet}
        aria-label={where}
        aria-busy={drawn === undefined || (typeof drawn === "object" && drawn.page !== page)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keys that turn pages work from here
        tabIndex={0}
      >
        {drawn === "bad-page" ? (
          <Notice tone="waits">
            <p>{say(troubleWords["bad-page"])}</p>
          </Notice>
        ) : (
          drawn && <Sheet drawn={drawn} scale={scale} label={where} />
        )}
      </section>
      <p className="unseen" role="status">
        {where}
      </p>
      {typeof drawn === "object" && <PageText text={drawn.text} />}
    </div>
  );
}

/** Undefined where a key turns no page. */
function pageBy(key: string, { page, pages }: { readonly page: number; readonly pages: number }): number | undefined {
  if (key === "PageDown") return page + 1;
  if (key === "PageUp") return page - 1;
  if (key === "Home") return 0;
  return key === "End" ? pages - 1 : undefined;
}

function Sheet({ drawn, scale, label }: { readonly drawn: DrawnPage; readonly scale: number; readonly label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const pixels = new ImageData(drawn.pixels, drawn.width, drawn.height);
    canvas.current?.getContext("2d")?.putImageData(pixels, 0, 0);
  }, [drawn]);
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={label}
      width={drawn.width}
      height={drawn.height}
      style={{ inlineSize: `${scale * 100}%` }}
    />
  );
}

/** For who cannot see the picture, and for who wants to copy a passage: the page's words in the file's own order. */
function PageText({ text }: { readonly text: string }) {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  return (
    <details className="pdf-text">
      <summary>{say("exhibit.pdf.text")}</summary>
      {lines.length === 0 ? (
        <p className="soft">{say("exhibit.pdf.text.none")}</p>
      ) : (
        <p dir="auto" translate="no">
          {lines.join("\n")}
        </p>
      )}
    </details>
  );
}

function PageNumber({
  page,
  pages,
  onPage,
}: {
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
}) {
  const [typed, setTyped] = useState(String(page + 1));
  const go = () => onPage(Number.parseInt(typed, 10) - 1 || 0);
  return (
    <form
      className="pdf-turn"
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <input
        className="page-number numbers"
        inputMode="numeric"
        aria-label={say("exhibit.pdf.page")}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={go}
      />
      <span className="soft numbers">{say("exhibit.pdf.of", { pages: formatNumber(pages) })}</span>
    </form>
  );
}

/** What a sheet may take; 0 until it is known. */
function useWidthOf(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const { current } = element;
    if (!current) return;
    const observer = new ResizeObserver(() => setWidth(current.clientWidth));
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
