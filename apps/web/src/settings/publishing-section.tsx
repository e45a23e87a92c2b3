/** What publishing needs beside the app is large: the person chooses when it comes, before a journey without a network. */

import { useEffect, useRef, useState } from "react";
import { Badge } from "../components/badge.tsx";
import { Button } from "../components/button.tsx";
import { Notice } from "../components/notice.tsx";
import { Progress } from "../components/progress.tsx";
import type { Ahead } from "../service-worker/files.ts";
import { formatBytes } from "../words/format.ts";
import { say } from "../words/say.ts";
import { fetchAhead, whatIsAhead } from "./publish-ahead.ts";

export function PublishingSection() {
  const [files, setFiles] = useState<readonly Ahead[]>();
  const [fetched, setFetched] = useState<number>();
  const [broken, setBroken] = useState(false);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => {
    void whatIsAhead(navigator.serviceWorker).then(setFiles);
    return () => stop.current?.abort();
  }, []);
  if (files === undefined) return null;

  const missing = files.filter(({ kept }) => !kept).reduce((sum, { bytes }) => sum + bytes, 0);
  const all = files.reduce((sum, { bytes }) => sum + bytes, 0);

  async function fetchAll(wanted: readonly Ahead[]) {
    const control = new AbortController();
    stop.current = control;
    setBroken(false);
    setFetched(0);
    try {
      await fetchAhead(wanted, {
        signal: control.signal,
        onKept: (bytes) => setFetched((sofar) => (sofar ?? 0) + bytes),
      });
    } catch {
      // No network, or the person stopped it: what came is kept, and the next time goes on from there.
      setBroken(!control.signal.aborted);
    }
    setFiles(await whatIsAhead(navigator.serviceWorker));
    setFetched(undefined);
  }

  return (
    <section aria-labelledby="publishing">
      <h2 id="publishing">{say("ahead.title")}</h2>
      <p>{say("ahead.text", { size: formatBytes(all) })}</p>
      {fetched !== undefined ? (
        <Progress
          label={say("ahead.running", { done: formatBytes(fetched), size: formatBytes(missing) })}
          done={fetched}
          total={missing}
          onStop={() => stop.current?.abort()}
        />
      ) : missing === 0 ? (
        <Badge tone="done">{say("ahead.here")}</Badge>
      ) : (
        <div>
          <Button onClick={() => void fetchAll(files)}>{say("ahead.fetch", { size: formatBytes(missing) })}</Button>
        </div>
      )}
      {broken && (
        <Notice tone="waits" live="assertive">
          <p>{say("ahead.broken")}</p>
        </Notice>
      )}
    </section>
  );
}
