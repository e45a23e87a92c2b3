/** Nobody leaves words behind by a tap on a link: it asks first. Quick exit and a closing tab do not come through here. */

import { useLayoutEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { say } from "../words/say.ts";

/** The router's own moves tell `hashchange` at once; back and forward tell `popstate` first, and `hashchange` too late. */
const moves = ["popstate", "hashchange"] as const;

/**
 * @param waits   whether there is something unsaved now
 * @param onSave  false when it could not be saved; the form then says why
 */
export function LeaveGuard({
  waits,
  onSave,
}: {
  readonly waits: () => boolean;
  readonly onSave: () => Promise<boolean>;
}) {
  const [, go] = useLocation();
  const [wanted, setWanted] = useState<string>();
  const asked = useRef(waits);
  asked.current = waits;
  const allowed = useRef(false);
  const stands = useRef(true);
  // A layout effect, so that it is gone before quick exit leaves the page.
  useLayoutEffect(() => {
    const here = location.href;
    stands.current = true;
    const onLeave = (event: Event) => {
      if (allowed.current || location.href === here || !asked.current()) return;
      // Before the router hears of it: the address goes back to where the words are.
      event.stopImmediatePropagation();
      const to = location.hash.slice(1) || "/";
      history.pushState(null, "", here);
      setWanted(to);
    };
    const onClose = (event: BeforeUnloadEvent) => {
      if (asked.current()) event.preventDefault();
    };
    for (const moved of moves) addEventListener(moved, onLeave, { capture: true });
    addEventListener("beforeunload", onClose);
    return () => {
      stands.current = false;
      for (const moved of moves) removeEventListener(moved, onLeave, { capture: true });
      removeEventListener("beforeunload", onClose);
    };
  }, []);

  if (wanted === undefined) return null;
  const leave = () => {
    allowed.current = true;
    go(wanted);
  };
  return (
    <Dialog title={say("record.leave.title")} onClose={() => setWanted(undefined)}>
      <p>{say("record.leave.text")}</p>
      <div className="row">
        <Button
          kind="first"
          onClick={() => {
            setWanted(undefined);
            void onSave().then((saved) => {
              // Who went elsewhere meanwhile is left there.
              if (saved && stands.current) leave();
            });
          }}
        >
          {say("record.leave.save")}
        </Button>
        <Button onClick={() => setWanted(undefined)}>{say("record.leave.stay")}</Button>
        <Button kind="danger" onClick={leave}>
          {say("record.leave.drop")}
        </Button>
      </div>
    </Dialog>
  );
}
