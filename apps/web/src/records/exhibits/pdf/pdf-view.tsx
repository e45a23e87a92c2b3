/** A PDF, one page at a time: drawn in the closed frame, shown here as a picture, with its words beside it. */

import type { RecordId } from "@saksi/domain/id";
import type { FileValue } from "@saksi/domain/value";
import { useEffect, useRef, useState } from "react";
import { Button } from "../../../components/button.tsx";
import { Notice } from "../../../components/notice.tsx";
import { say } from "../../../words/say.ts";
import { Opening } from "../opening.tsx";
import { useOpenedFile } from "../use-opened-file.ts";
import { PdfPages } from "./pdf-pages.tsx";
import { PdfPassword } from "./pdf-password.tsx";
import { type PdfReader, type PdfTrouble, startPdfReader } from "./pdf-reader.ts";
import { troubleWords } from "./trouble-words.ts";

type Shown =
  | { readonly reader: PdfReader; readonly pages: number }
  | { readonly reader: PdfReader; readonly asks: "password"; readonly wrong: boolean }
  | { readonly trouble: PdfTrouble };

export function PdfView({ exhibit, file }: { readonly exhibit: RecordId; readonly file: FileValue }) {
  const [shown, setShown] = useState<Shown>();
  const [again, setAgain] = useState(0);
  return (
    <PdfOpening
      key={again}
      exhibit={exhibit}
      file={file}
      shown={shown}
      onShown={setShown}
      onAgain={() => {
        setShown(undefined);
        setAgain(again + 1);
      }}
    />
  );
}

function PdfOpening({
  exhibit,
  file,
  shown,
  onShown,
  onAgain,
}: {
  readonly exhibit: RecordId;
  readonly file: FileValue;
  readonly shown: Shown | undefined;
  readonly onShown: (shown: Shown) => void;
  readonly onAgain: () => void;
}) {
  const reading = useRef<PdfReader>(undefined);
  const opened = useOpenedFile(exhibit, async (bytes, signal) => {
    const reader = await startPdfReader(file.bytes);
    if (typeof reader === "string") return signal.aborted ? undefined : onShown({ trouble: reader });
    signal.addEventListener("abort", reader.close, { once: true });
    reading.current = reader;
    if (signal.aborted || !(await bytes(reader.give))) return reader.close();
    await open(reader);
  });
  useEffect(() => () => reading.current?.close(), []);

  async function open(reader: PdfReader, password?: string) {
    const pages = await reader.open(password);
    if (typeof pages === "number") onShown({ reader, pages });
    else if (pages === "password") onShown({ reader, asks: "password", wrong: password !== undefined });
    else onShown({ trouble: pages });
  }

  if (!shown) return <Opening opened={opened} />;
  if ("pages" in shown) return <PdfPages {...shown} onTrouble={(trouble) => onShown({ trouble })} />;
  if ("asks" in shown)
    return <PdfPassword wrong={shown.wrong} onPassword={(password) => open(shown.reader, password)} />;
  const mayHelp = shown.trouble === "too-long" || shown.trouble === "broken" || shown.trouble === "no-drawing";
  return (
    <Notice tone="waits" live="polite">
      <p>{say(troubleWords[shown.trouble])}</p>
      {mayHelp && (
        <div>
          <Button onClick={onAgain}>{say("exhibit.pdf.again")}</Button>
        </div>
      )}
    </Notice>
  );
}
