/** Lock and quick exit: the same corner of every page, under the thumb, and by key. */

import { useEffect, useRef } from "react";
import { Icon } from "../components/icon.tsx";
import { useOpening, useVaultHost } from "../vault/use-vault.ts";
import { say } from "../words/say.ts";
import { usePage } from "./page.ts";

const tripleEscMs = 1500;

export function Corner() {
  const host = useVaultHost();
  const opening = useOpening();
  const { leave, now } = usePage();
  useExitKeys(leave, now);
  const open = opening.state === "open" && host.which() === "vault";
  return (
    <aside className="corner" aria-label={say("corner.label")}>
      {open && (
        <button type="button" onClick={() => void host.lock()}>
          <Icon name="lock" />
          {say("corner.lock")}
        </button>
      )}
      <button type="button" className="exit" title={say("corner.exit.keys")} onClick={leave}>
        <Icon name="exit" />
        {say("corner.exit")}
      </button>
    </aside>
  );
}

/** Esc three times in a second and a half, or Ctrl+Shift+X. Listens before anything else on the page can. */
function useExitKeys(leave: () => void, now: () => number): void {
  const escapes = useRef<readonly number[]>([]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey && event.shiftKey && event.code === "KeyX") return leave();
      if (event.key !== "Escape" || event.repeat) return;
      escapes.current = [...escapes.current, now()].filter((at) => now() - at < tripleEscMs);
      if (escapes.current.length >= 3) leave();
    };
    addEventListener("keydown", onKey, { capture: true });
    return () => removeEventListener("keydown", onKey, { capture: true });
  }, [leave, now]);
}
