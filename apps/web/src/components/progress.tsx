/**
 * Long work: what is being done, how far, how much time is left when that is known, and how to stop.
 *
 * Time left is guessed from what was done so far, after three seconds, and only when the end is known.
 */

import { useEffect, useState } from "react";
import { formatDuration, formatNumber } from "../words/format.ts";
import { say } from "../words/say.ts";
import { Button } from "./button.tsx";

export function Progress({
  label,
  done,
  total,
  onStop,
}: {
  readonly label: string;
  readonly done?: number;
  /** null or not given: nobody knows how much there is */
  readonly total?: number | null;
  readonly onStop?: () => void;
}) {
  const seconds = useSecondsSinceStart();
  const known = done !== undefined && total !== undefined && total !== null && total > 0;
  const left = known && done > 0 && seconds >= 3 ? Math.ceil((seconds * (total - done)) / done) : null;
  return (
    <div className="progress">
      <div className="row apart">
        <span role="status">{label}</span>
        {known && (
          <span className="numbers soft">
            {say("progress.part", { percent: formatNumber(done / total, "percent") })}
          </span>
        )}
      </div>
      <progress aria-label={label} {...(known && { value: done, max: total })} />
      {left !== null && left > 0 && <small>{say("progress.left", { time: formatDuration(left) })}</small>}
      {onStop && (
        <div>
          <Button onClick={onStop}>{say("progress.stop")}</Button>
        </div>
      )}
    </div>
  );
}

function useSecondsSinceStart(): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return seconds;
}
