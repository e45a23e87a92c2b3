/** The worker ended by itself: says what that means for saved and unsaved work, and starts it again. */

import { Button } from "../components/button.tsx";
import { Notice } from "../components/notice.tsx";
import { useVaultHost } from "../vault/use-vault.ts";
import { say } from "../words/say.ts";
import { Outside } from "./outside.tsx";

export function CrashedScreen() {
  const host = useVaultHost();
  return (
    <Outside title={say("crashed.title")}>
      <Notice tone="danger" live="assertive">
        <p>{say("problem.vault-stopped")}</p>
      </Notice>
      <div className="row">
        <Button kind="first" onClick={() => host.restart()}>
          {say("crashed.again")}
        </Button>
        {host.which() === "sample" && (
          <Button
            onClick={() => {
              sessionStorage.removeItem("saksi.which");
              host.turnTo("vault");
            }}
          >
            {say("sample.leave")}
          </Button>
        )}
      </div>
    </Outside>
  );
}
