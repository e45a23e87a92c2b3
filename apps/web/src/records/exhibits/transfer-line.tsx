/** Where a file is on its way to or from colleagues, why it waits, and how to pause it and go on. */

import type { TransferRow } from "@saksi/vault/port";
import { Button } from "../../components/button.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { useAction } from "../../vault/use-action.ts";
import { useVault } from "../../vault/use-vault.ts";
import { formatNumber } from "../../words/format.ts";
import { type MessageId, say } from "../../words/say.ts";

type Moving = Exclude<TransferRow["state"], "unfinished">;

const words: Readonly<Record<TransferRow["direction"], Readonly<Record<Moving, MessageId>>>> = {
  up: {
    moving: "exhibit.up.moving",
    paused: "exhibit.up.paused",
    "waiting-for-network": "exhibit.up.waits",
    "waiting-for-sender": "exhibit.up.waits",
    stopped: "exhibit.up.stopped",
  },
  down: {
    moving: "exhibit.down.moving",
    paused: "exhibit.down.paused",
    "waiting-for-network": "exhibit.down.waits",
    "waiting-for-sender": "exhibit.down.sender",
    stopped: "exhibit.down.waits",
  },
};

export function TransferLine({ row }: { readonly row: TransferRow & { readonly state: Moving } }) {
  const vault = useVault();
  const pause = useAction(vault.pauseTransfer);
  const resume = useAction(vault.resumeTransfer);
  const leave = useAction(vault.leaveTransfer);
  const { chunks, direction, done, exhibit, state } = row;
  const said = say(words[direction][state], { done: formatNumber(done), chunks: formatNumber(chunks) });
  return (
    <div className="stack tight" data-print="no">
      <p role="status">{said}</p>
      <progress aria-label={say("exhibit.moving")} value={done} max={chunks} />
      <div className="row">
        {state === "paused" ? (
          <>
            <Button kind="first" busy={resume.running} onClick={() => void resume.run(exhibit)}>
              {say("exhibit.resume")}
            </Button>
            {direction === "down" && (
              <Button busy={leave.running} onClick={() => void leave.run(exhibit)}>
                {say("exhibit.leave")}
              </Button>
            )}
          </>
        ) : (
          <Button busy={pause.running} onClick={() => void pause.run(exhibit)}>
            {say("exhibit.pause")}
          </Button>
        )}
      </div>
      <ProblemNotice problem={pause.problem ?? resume.problem ?? leave.problem} />
    </div>
  );
}

/** What moves of this exhibit, or waits to; nothing up where there is no relay to send it to. */
export const movingOf = (
  rows: readonly TransferRow[],
  { exhibit, hasRelay }: { readonly exhibit: string; readonly hasRelay: boolean },
): (TransferRow & { readonly state: Moving }) | undefined =>
  rows.find(
    (row): row is TransferRow & { readonly state: Moving } =>
      row.exhibit === exhibit && row.state !== "unfinished" && (row.direction === "down" || hasRelay),
  );
