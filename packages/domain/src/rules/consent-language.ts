/**
 * Consent in a language the person does not understand, or without a comprehension check, is not consent.
 *
 * Source: R-CON-7; Istanbul Protocol (2022), informed consent.
 */

import { type Answer, answerOf } from "../answer.ts";
import { asYesNo } from "../field-values.ts";
import type { Fields } from "../value.ts";

export type LanguageGap = "language-not-understood" | "not-said-back";

export function languageGaps(consent: Fields | undefined): readonly (readonly [LanguageGap, Answer])[] {
  return [
    ["language-not-understood", answerOf(asYesNo(consent?.understood))],
    ["not-said-back", answerOf(asYesNo(consent?.comprehension))],
  ];
}
