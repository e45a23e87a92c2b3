/** The states of a case and how soon it must be seen, with the tone that goes with each; the word is always there too. */

import { termLabel, vocabulary } from "@saksi/domain/vocabulary";
import type { Tone } from "../components/notice.tsx";

export const caseStates = vocabulary("case_states");
export const stateName = (code: string): string => termLabel("case_states", code);

const tones: Readonly<Record<string, Tone>> = {
  "CASE.ACTIVE": "done",
  "CASE.INTAKE": "waits",
  "CASE.SCREENING": "waits",
  "CASE.PAUSED": "waits",
  "CASE.CLOSED": "info",
  "CASE.ARCHIVED": "info",
};
export const stateTone = (code: string): Tone => tones[code] ?? "plain";

export const triageName = (code: string): string => termLabel("triage", code);
export const triageTone = (code: string): Tone =>
  code === "TRIAGE.NOW" ? "danger" : code === "TRIAGE.SOON" ? "waits" : "plain";
