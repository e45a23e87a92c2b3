/** A few things to do with one row, behind one button. A native popover: Esc and a tap elsewhere close it. */

import { type KeyboardEvent, useId, useRef } from "react";
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

  function place() {
    const at = button.current?.getBoundingClientRect();
    const element = menu.current;
    if (!at || !element) return;
    const below = at.bottom + element.offsetHeight < innerHeight;
    element.style.top = `${below ? at.bottom + 4 : Math.max(8, at.top - element.offsetHeight - 4)}px`;
    element.style.left = `${Math.max(8, Math.min(at.left, innerWidth - element.offsetWidth - 8))}px`;
    element.querySelector("button")?.focus();
  }

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
        onToggle={(event) => event.newState === "open" && place()}
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
