/** The screens of the minimum record: one question a screen; kind of place and district are one question. */

import {
  type MinimumAnswers,
  type MinimumKey,
  type MinimumQuestion,
  minimumQuestions,
} from "@saksi/domain/minimum-record";

export interface Step {
  readonly key: MinimumKey;
  readonly questions: readonly MinimumQuestion[];
}

/** @param inCircle  whether this member may write for the smaller circle, where the safe contact is kept */
export function stepsFor(inCircle: boolean): readonly Step[] {
  const asked = minimumQuestions.filter(({ key }) => key !== "area" && (inCircle || key !== "safeContact"));
  return asked.map((question) => ({
    key: question.key,
    questions:
      question.key === "placeType" ? [question, ...minimumQuestions.filter(({ key }) => key === "area")] : [question],
  }));
}

/** Words of the person are kept only once somebody asked whether they may be. */
export const mayKeep = ({ safe, keep }: MinimumAnswers): boolean => safe === "SAFE.YES" && keep !== undefined;
