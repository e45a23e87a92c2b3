/**
 * Something a person should know here, in one calm block. `danger` is only for danger to a person or loss of work.
 *
 * A notice that appears after an action has `live`, so that a screen reader says it.
 */

import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

export type Tone = "plain" | "done" | "waits" | "info" | "danger";

const icons: Readonly<Record<Tone, IconName>> = {
  plain: "info",
  done: "done",
  waits: "waiting",
  info: "info",
  danger: "warning",
};

export function Notice({
  tone = "plain",
  icon = icons[tone],
  live,
  children,
}: {
  readonly tone?: Tone;
  readonly icon?: IconName;
  readonly live?: "polite" | "assertive";
  readonly children: ReactNode;
}) {
  return (
    <div className="notice" data-tone={tone} role={live === "assertive" ? "alert" : live && "status"}>
      <Icon name={icon} />
      <div className="stack tight">{children}</div>
    </div>
  );
}
