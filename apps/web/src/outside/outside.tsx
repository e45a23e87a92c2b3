/** The plain sheet that every screen before the open vault is written on. */

import type { ReactNode } from "react";
import { Link } from "wouter";
import { Heading } from "../components/heading.tsx";
import { say } from "../words/say.ts";

export function Outside({
  title,
  back,
  children,
}: {
  readonly title: ReactNode;
  /** A way back to the first screen */
  readonly back?: true;
  readonly children: ReactNode;
}) {
  return (
    <main className="outside">
      <div className="mark">
        <img src="./icon.svg" alt="" width="40" height="40" />
        <span translate="no">Saksi</span>
      </div>
      <Heading>{title}</Heading>
      {children}
      {back && (
        <p>
          <Link href="/">{say("outside.back")}</Link>
        </p>
      )}
    </main>
  );
}
