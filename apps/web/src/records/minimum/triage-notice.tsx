/** How soon someone must look at the case, and that they hear of it only when there is a network. */

import type { Triage } from "@saksi/domain/rules/triage";
import { Notice, type Tone } from "../../components/notice.tsx";
import { useOnline } from "../../frame/page.ts";
import { type MessageId, say } from "../../words/say.ts";

const sentences: Readonly<Record<Triage, readonly [Tone, MessageId]>> = {
  "TRIAGE.NOW": ["danger", "minimum.triage.now"],
  "TRIAGE.SOON": ["waits", "minimum.triage.soon"],
  "TRIAGE.NORMAL": ["plain", "minimum.triage.normal"],
};

export function TriageNotice({ triage }: { readonly triage: Triage }) {
  const online = useOnline();
  const [tone, sentence] = sentences[triage];
  return (
    <Notice tone={tone}>
      <p>
        <strong>{say(sentence)}</strong>
      </p>
      {triage !== "TRIAGE.NORMAL" && !online && <p>{say("minimum.triage.offline")}</p>}
    </Notice>
  );
}
