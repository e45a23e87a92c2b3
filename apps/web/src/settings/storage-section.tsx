/** Whether this browser promised to keep what is here, and how much room is left. */

import { useState } from "react";
import { Badge } from "../components/badge.tsx";
import { Button } from "../components/button.tsx";
import { Notice } from "../components/notice.tsx";
import { formatBytes } from "../words/format.ts";
import { say } from "../words/say.ts";
import { usePersisted, useStorageSpace } from "./use-storage.ts";

export function StorageSection() {
  const { persisted, ask } = usePersisted();
  const space = useStorageSpace();
  const [refused, setRefused] = useState(false);
  return (
    <section aria-labelledby="storage">
      <h2 id="storage">{say("storage.title")}</h2>
      {persisted ? (
        <Badge tone="done">{say("storage.persisted")}</Badge>
      ) : (
        <>
          <p>{say("storage.not-persisted")}</p>
          <div>
            <Button onClick={() => void ask().then((answer) => setRefused(!answer))}>{say("storage.ask")}</Button>
          </div>
          {refused && (
            <Notice tone="waits" live="polite">
              <p>{say("storage.refused")}</p>
            </Notice>
          )}
        </>
      )}
      {space && (
        <p className="numbers">
          {say("storage.space", { used: formatBytes(space.usedBytes), left: formatBytes(space.leftBytes) })}
        </p>
      )}
    </section>
  );
}
