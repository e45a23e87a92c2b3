/** Passages and pictures that an editor chose: each enters only as somebody cleared and granted it. */

import { type CaseFile, recordById, settledFields } from "@saksi/domain/case-file";
import { asCode, asCodes, asLinks, asText } from "@saksi/domain/field-values";
import type { RecordId } from "@saksi/domain/id";
import { type Day, lastDay } from "@saksi/domain/partial-date";
import { useGate } from "@saksi/domain/rules/use-gate";
import type { Use } from "@saksi/domain/use";
import type { Image } from "./dossier.ts";
import type { RedrawAnswer } from "./images.ts";
import { isLang } from "./lang.ts";
import { levelOf } from "./level.ts";
import type { WithheldReason } from "./withheld.ts";

/** For which use, on which day, out of which case */
export interface Asked {
  readonly file: CaseFile;
  readonly use: Use;
  readonly today: Day;
}

export interface PublishedPassage {
  readonly heading?: string;
  readonly text: string;
  readonly lang: string;
  readonly ownWords: boolean;
}

export interface PublishedFigure {
  readonly image: Image;
  readonly alt: string;
  readonly caption: string;
}

/** A picture that an editor chose: alternative text and caption are the editor's, never the exhibit's. */
export interface ChosenFigure {
  readonly exhibit: RecordId;
  readonly alt: string;
  readonly caption: string;
  readonly redrawn: RedrawAnswer;
}

type PassageAnswer = { readonly passage?: PublishedPassage; readonly refused?: "not-cleared" | "not-granted" };

/** Cleared for exactly this level: a text that is safe at one level says too much, or exposes too much, at another. */
export function passageFor(id: RecordId, question: Asked): PassageAnswer {
  const { file, use, today } = question;
  const record = recordById(file, id);
  if (record?.type !== "passage") return { refused: "not-cleared" };
  const fields = settledFields(record);
  const [text, lang] = [asText(fields.text), asCode(fields.language)];
  const cleared =
    asCode(fields.identityLevel) === use.identityLevel &&
    asCodes(fields.purposes)?.includes(use.purpose) === true &&
    asCodes(fields.audiences)?.includes(use.audience) === true &&
    asText(fields.clearedBy) !== undefined &&
    (lastDay(asText(fields.clearedOn) ?? "") ?? "9999") <= today;
  const people = asLinks(fields.people);
  if (!cleared || text === undefined || !isLang(lang) || people.length === 0) return { refused: "not-cleared" };
  const content = asCodes(fields.content) ?? ["unknown"];
  if (useGate({ file, use: { ...use, content }, today, people }).length > 0) return { refused: "not-granted" };
  const heading = asText(fields.heading);
  const ownWords = asCode(fields.origin) === "ORIGIN.CLEARED";
  return { passage: { text, lang, ownWords, ...(heading === undefined ? {} : { heading }) } };
}

/** The chosen passages that enter, each as it was cleared and granted. */
export const entering = (question: Asked & { readonly passages: readonly RecordId[] }): readonly RecordId[] =>
  question.passages.filter((id) => passageFor(id, question).passage !== undefined);

/** A picture of nobody enters at any level that shows facts; a picture of someone only as they granted it. */
export function figureFor(
  { exhibit, alt, caption, redrawn }: ChosenFigure,
  { file, use, today }: Asked,
): { readonly shown?: PublishedFigure; readonly refused?: WithheldReason } {
  const record = recordById(file, exhibit);
  if (record?.type !== "exhibit" || levelOf(use.identityLevel) === 0) return { refused: "not-cleared" };
  const people = asCodes(settledFields(record).showsPeople) && asLinks(settledFields(record).showsPeople);
  if (people === undefined) return { refused: "shows-people" };
  const asked =
    people.length > 0 ? useGate({ file, use: { ...use, content: [...use.content, "CC.IMAGE"] }, today, people }) : [];
  if (people.length > 0 && (levelOf(use.identityLevel) < 6 || asked.length > 0)) return { refused: "shows-people" };
  return "image" in redrawn ? { shown: { image: redrawn.image, alt, caption } } : { refused: "cannot-redraw" };
}
