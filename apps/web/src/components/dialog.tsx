/**
 * A native modal dialog: the browser keeps focus inside, Esc closes, focus goes back to where it was.
 *
 * Render it when it is open and not otherwise; its state is then fresh each time.
 */

import { type ReactNode, useEffect, useId, useRef } from "react";
import { say } from "../words/say.ts";
import { Button } from "./button.tsx";

export function Dialog({
  title,
  onClose,
  children,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="stack">
        <div className="dialog-head">
          <h2 id={id}>{title}</h2>
          <Button kind="quiet" icon="close" onClick={onClose}>
            {say("dialog.close")}
          </Button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
