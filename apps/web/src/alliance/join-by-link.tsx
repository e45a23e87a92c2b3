/** The way in by a link for somebody whose vault is open already. */

import { Dialog } from "../components/dialog.tsx";
import { JoinForm } from "../outside/join-form.tsx";
import { say } from "../words/say.ts";

export function JoinByLink({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title={say("first.join")} onClose={onClose}>
      <JoinForm className="stack" onTaken={onClose} />
    </Dialog>
  );
}
