/** One question over the port of a closed frame, and its answer within a time: what runs there may never come back. */

import { type FromPdf, readAnswer, type ToPdf } from "./pdf-messages.ts";

export function oneAnswer(
  port: MessagePort,
  question: ToPdf,
  { given, longestMs }: { readonly given: Transferable[]; readonly longestMs: number },
): Promise<FromPdf | "too-long"> {
  return new Promise((resolve) => {
    const over = (answer: FromPdf | "too-long") => {
      clearTimeout(timer);
      port.removeEventListener("message", heard);
      resolve(answer);
    };
    // What is no answer is as good as none: whoever is there does not speak as we do any more.
    const heard = ({ data }: MessageEvent<unknown>) => over(readAnswer(data) ?? { kind: "broken" });
    const timer = setTimeout(() => over("too-long"), longestMs);
    port.addEventListener("message", heard);
    port.postMessage(question, given);
  });
}
