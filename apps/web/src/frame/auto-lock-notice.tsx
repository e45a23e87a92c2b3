/** A minute before the vault locks by itself, says so; any touch keeps it open. The sample has nothing to lock. */

import { useEffect, useState } from "react";
import { Button } from "../components/button.tsx";
import { Notice } from "../components/notice.tsx";
import { preferences } from "../settings/use-preferences.ts";
import { autoLock } from "../vault/auto-lock.ts";
import { useVaultHost } from "../vault/use-vault.ts";
import { formatNumber } from "../words/format.ts";
import { say } from "../words/say.ts";
import { usePage } from "./page.ts";

export function AutoLockNotice() {
  const host = useVaultHost();
  const { now } = usePage();
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    return autoLock({
      minutes: () => (host.which() === "sample" ? 0 : preferences.get().lockAfter),
      now,
      working: host.working,
      onWarn: setLeft,
      onLock: () => void host.lock(),
      onOthers: () => void host.saveDrafts(),
    });
  }, [host, now]);
  return (
    left !== null && (
      <div className="warning">
        <Notice tone="waits" live="polite">
          <p>{say("auto-lock.soon", { seconds: formatNumber(left) })}</p>
          <div>
            <Button onClick={() => setLeft(null)}>{say("auto-lock.stay")}</Button>
          </div>
        </Notice>
      </div>
    )
  );
}
