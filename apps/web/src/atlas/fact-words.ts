/** Why a confirmed record was left out of the atlas, in words for whoever wrote it. */

import type { RecordFault } from "@saksi/treaties/alliance-atlas";
import type { MessageId } from "../words/say.ts";

export const refusalWords: Readonly<Record<RecordFault, MessageId>> = {
  "no-source": "atlas.left-out.no-source",
  "no-as-of": "atlas.left-out.no-as-of",
  "no-confidence": "atlas.left-out.no-confidence",
  "not-said-how-checked": "atlas.left-out.no-source",
  "bad-address": "atlas.left-out.bad-address",
  "no-such-part": "atlas.left-out.no-such-part",
  "no-such-row": "atlas.left-out.no-such-row",
  "no-such-state": "atlas.left-out.no-such-state",
  "no-treaty": "atlas.left-out.no-treaty",
  "no-section": "atlas.left-out.no-section",
  "says-nothing": "atlas.left-out.says-nothing",
  "does-not-fit": "atlas.left-out.does-not-fit",
  "day-needed": "atlas.left-out.day-needed",
  "no-title": "atlas.left-out.says-nothing",
  "no-text": "atlas.left-out.says-nothing",
  "no-stage": "atlas.left-out.no-stage",
  "bad-date": "atlas.left-out.day-needed",
  "not-said-by-whom": "atlas.left-out.by-whom",
  "grade-without-source": "atlas.left-out.grade-source",
  "grade-needs-two-sources": "atlas.left-out.two-sources",
  "standing-without-evidence": "atlas.left-out.evidence",
};
