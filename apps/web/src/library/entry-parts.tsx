/** What pages of decisions and of lessons share: a part with its words, and the way back. */

import { type ReactNode, useId } from "react";
import { Link } from "wouter";
import { type MessageId, say } from "../words/say.ts";
import { Sure } from "./sure.tsx";

/** A part that nobody knows says so. The library is written in English whatever the app speaks. */
export function Part({
  title,
  text,
  sure,
  children,
}: {
  readonly title: MessageId;
  readonly text?: string | null;
  /** Given: how sure this part is, beside its heading; null is unknown */
  readonly sure?: string | null;
  readonly children?: ReactNode;
}) {
  const id = useId();
  return (
    <section className="part" aria-labelledby={id}>
      <div className="row tight">
        <h2 id={id}>{say(title)}</h2>
        {sure !== undefined && <Sure confidence={sure} />}
      </div>
      {text === null && <p>{say("unknown.not-known")}</p>}
      {typeof text === "string" && (
        <p lang="en" dir="auto">
          {text}
        </p>
      )}
      {children}
    </section>
  );
}

export function BackToLibrary() {
  return (
    <p>
      <Link href="/library">{say("library.back")}</Link>
    </p>
  );
}
