/**
 * A button says what happens. `first` is the one next step of a screen; `danger` says in its label what is lost; `quiet`
 * stands inside text and tables. While `busy` it keeps its place and focus, and does nothing.
 */

import type { ComponentProps, ReactNode } from "react";
import { Link } from "wouter";
import { Icon, type IconName } from "./icon.tsx";

export type ButtonKind = "first" | "plain" | "danger" | "quiet";

interface Look {
  readonly kind?: ButtonKind;
  readonly icon?: IconName;
  readonly children: ReactNode;
}

export function Button({
  kind = "plain",
  icon,
  busy = false,
  children,
  onClick,
  type = "button",
  ...rest
}: Look & ComponentProps<"button"> & { readonly busy?: boolean }) {
  return (
    <button
      {...rest}
      className="button"
      data-kind={kind}
      type={busy ? "button" : type}
      aria-disabled={busy || undefined}
      onClick={busy ? undefined : onClick}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** Looks like a button and goes somewhere. `to` is a place of the routes table. */
export function ButtonLink({ kind = "plain", icon, to, children }: Look & { readonly to: string }) {
  return (
    <Link className="button" data-kind={kind} href={to}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}
