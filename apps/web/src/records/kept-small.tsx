/** Says before anything is written that few people will read it. A type's fields are all of its circle (`recordType`). */

import type { RecordType } from "@saksi/domain/record-type";
import { Notice } from "../components/notice.tsx";
import { say } from "../words/say.ts";

export function KeptSmall({ type }: { readonly type: RecordType }) {
  return (
    type.circle === 1 && (
      <Notice tone="info" icon="lock">
        <p>{say("record.kept-small")}</p>
      </Notice>
    )
  );
}
