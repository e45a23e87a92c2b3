/** A few things to do with one row, behind one button. A native popover: Esc and a tap elsewhere close it. */

import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from "react";
import { Button } from "./button.tsx";
import type { IconName } from "./icon.tsx";

export interface MenuChoice {
  readonly label: string;
  readonly kind?: "danger";
  readonly onChoose: () => void;
}

export function Menu({
  label,
  icon = "more",
  choices,
}: {
  /** Says of what the menu is, since it stands in many rows */
  readonly label: string;
  readonly icon?: IconName;
  readonly choices: readonly MenuChoice[];
}) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);

  const place = useCallback(() => {
    const at = button.current?.getBoundingClientRect();
    const element = menu.current;
    if (!at || !element) return;
    const below = at.bottom + element.offsetHeight < innerHeight;
    element.style.top = `${below ? at.bottom + 4 : Math.max(8, at.top - element.offsetHeight - 4)}px`;
    const start = getComputedStyle(element).direction === "rtl" ? at.right - element.offsetWidth : at.left;
    element.style.left = `${Math.max(8, Math.min(start, innerWidth - element.offsetWidth - 8))}px`;
  }, []);

  useEffect(() => {
    if (!isOpen) return;
    place();
    menu.current?.querySelector("button")?.focus();
    // A phone that is turned, or a page that moves beneath, must not part the menu from its button.
    const stop = new AbortController();
    addEventListener("resize", place, { signal: stop.signal });
    addEventListener("scroll", place, { signal: stop.signal, capture: true, passive: true });
    return () => stop.abort();
  }, [isOpen, place]);

  function onKeyDown(event: KeyboardEvent) {
    const buttons = [...(menu.current?.querySelectorAll("button") ?? [])];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = buttons.findIndex((button) => button.matches(":focus"));
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  }

  return (
    <>
      <Button ref={button} kind="quiet" icon={icon} aria-haspopup="menu" popoverTarget={id}>
        <span className="unseen">{label}</span>
      </Button>
      <div
        id={id}
        ref={menu}
        className="menu"
        popover="auto"
        role="menu"
        aria-label={label}
        tabIndex={-1}
        onToggle={(event) => setOpen(event.newState === "open")}
        onKeyDown={onKeyDown}
      >
        {choices.map(({ label: text, kind, onChoose }) => (
          <button
            key={text}
            type="button"
            role="menuitem"
            tabIndex={-1}
            data-kind={kind}
            onClick={() => {
              menu.current?.hidePopover();
              onChoose();
            }}
          >
            {text}
          </button>
        ))}
      </div>
    </>
  );
}
