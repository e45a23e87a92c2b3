/** A conversation about consent as records: the conversation itself, and a grant for each use that was allowed or refused. */

import type { Draft } from "@saksi/domain/change";
import { addDays } from "@saksi/domain/day";
import type { RecordId } from "@saksi/domain/id";
import type { Day } from "@saksi/domain/partial-date";
import type { Value } from "@saksi/domain/value";

export interface Use {
  readonly key: UseKey;
  readonly purpose: string;
  readonly audiences: readonly string[];
  /** Goes out to everyone: asked again sooner */
  readonly open: boolean;
}

/** The uses that a person is asked about, from the nearest to the farthest; rarer ones are grants of their own. */
export const uses = [
  { key: "care", purpose: "CP.CARE", audiences: ["AU.SERVICE"], open: false },
  { key: "legal", purpose: "CP.LEGAL", audiences: ["AU.LAWYER"], open: false },
  { key: "complaint", purpose: "CP.COMPLAINT", audiences: ["AU.NATAUTH", "AU.COURT"], open: false },
  { key: "un", purpose: "CP.UNINDIV", audiences: ["AU.UNCONF", "AU.UNGOV"], open: false },
  { key: "alliance", purpose: "CP.TRANSFER", audiences: ["AU.ALLY"], open: false },
  { key: "report", purpose: "CP.REPORT", audiences: ["AU.PUBLIC"], open: true },
  { key: "media", purpose: "CP.MEDIA", audiences: ["AU.PUBLIC"], open: true },
] as const satisfies readonly {
  readonly key: string;
  readonly purpose: string;
  readonly audiences: readonly string[];
  readonly open: boolean;
}[];
export type UseKey = (typeof uses)[number]["key"];

export const namings = ["IL.1", "IL.2", "IL.4", "IL.5"] as const;
export type Naming = (typeof namings)[number];

/** Refusing is an answer of one tap, like agreeing; nothing is chosen for the person. */
export type UseAnswer =
  | { readonly given: "no" }
  | {
      readonly given: "yes";
      readonly naming: Naming | undefined;
      /** A code of `territories` */
      readonly where: string | undefined;
      readonly months: 6 | 12 | 24 | undefined;
      readonly content: readonly string[];
    };

/** Longest time for a use: 12 months in public, else 24 (R-CON-3). */
export const longestMonths = (use: Use): 12 | 24 => (use.open ? 12 : 24);

/** A yes of which nothing is said yet. */
export const bareYes: Extract<UseAnswer, { readonly given: "yes" }> = {
  given: "yes",
  naming: undefined,
  where: undefined,
  months: undefined,
  content: [],
};

/** A use that was allowed says how named, of what, where and until when. */
export const isWhole = (answer: UseAnswer): boolean =>
  answer.given === "no" || ![answer.naming, answer.where, answer.months, answer.content[0]].includes(undefined);

export interface Conversation {
  readonly case: RecordId;
  readonly person: RecordId;
  readonly keep: string | undefined;
  readonly mode: string | undefined;
  readonly language: string | undefined;
  readonly understood: boolean | undefined;
  readonly comprehension: boolean | undefined;
  readonly inCustody: boolean | undefined;
  readonly words: string;
  readonly answers: Readonly<Partial<Record<UseKey, UseAnswer>>>;
}

/** A grant that stands from an earlier conversation. */
export interface EarlierGrant {
  readonly id: RecordId;
  readonly purpose: string;
}

/**
 * All in one save: the conversation, its grants, and the end of earlier grants for the same purpose. An earlier yes that
 * became a no is taken back; custody makes all of it provisional by the conversation's own field (R-CON-6).
 */
export function consentDrafts(
  asked: Conversation,
  given: { readonly today: Day; readonly newId: () => RecordId; readonly earlier: readonly EarlierGrant[] },
): readonly Draft[] {
  const consent = given.newId();
  const told: Readonly<Record<string, Value | undefined>> = {
    case: asked.case,
    person: asked.person,
    keep: asked.keep,
    keepWords: asked.words.trim() === "" ? undefined : asked.words,
    held: given.today,
    giver: "GIVER.SELF",
    mode: asked.mode,
    language: asked.language,
    understood: asked.understood ?? { unknown: "not-asked" },
    comprehension: asked.comprehension ?? { unknown: "not-asked" },
    inCustody: asked.inCustody ?? { unknown: "not-known" },
  };
  const answered = uses.flatMap((use) => {
    const answer = asked.answers[use.key];
    return answer ? [grantDraft(use, answer, { ...given, asked, consent })] : [];
  });
  const ended = given.earlier.flatMap(({ id, purpose }) => {
    const use = uses.find((one) => one.purpose === purpose);
    const answer = use && asked.answers[use.key];
    if (!answer) return [];
    return [answer.given === "no" ? takenBack(id, given.today) : replaced(id)];
  });
  return [{ id: consent, type: "consent", fields: defined(told) }, ...answered, ...ended];
}

const replaced = (id: RecordId): Draft => ({ id, type: "grant", fields: { state: "CT.SUPERSEDED" } });

/** Takes effect at once. It answers whatever stands when it is saved, so that no late writing of a yes survives it here. */
export const takenBack = (id: RecordId, today: Day): Draft => ({
  id,
  type: "grant",
  fields: { state: "CT.WITHDRAWN", withdrawn: today, lastAsked: today, lastAnswer: "ANSWER.NO" },
});

function grantDraft(
  use: Use,
  answer: UseAnswer,
  {
    asked,
    consent,
    today,
    newId,
  }: {
    readonly asked: Conversation;
    readonly consent: RecordId;
    readonly today: Day;
    readonly newId: () => RecordId;
  },
): Draft {
  const about = {
    case: asked.case,
    consent,
    person: asked.person,
    purpose: use.purpose,
    audiences: use.audiences,
    from: today,
    lastAsked: today,
  };
  if (answer.given === "no") {
    const refused = {
      identityLevel: "IL.0",
      content: [],
      territory: [],
      until: today,
      state: "CT.REFUSED",
      lastAnswer: "ANSWER.NO",
    };
    return { id: newId(), type: "grant", fields: { ...about, ...refused } };
  }
  const allowed = {
    identityLevel: answer.naming ?? "IL.1",
    content: answer.content,
    territory: answer.where === undefined ? [] : [answer.where],
    until: addMonths(today, answer.months ?? 0),
    state: "CT.ACTIVE",
    lastAnswer: "ANSWER.YES",
  };
  return { id: newId(), type: "grant", fields: { ...about, ...allowed } };
}

/** Whole months as thirty days and a half, so that a grant ends a little early rather than late. */
export const addMonths = (day: Day, months: number): Day => addDays(day, Math.floor(months * 30.4));

const defined = (fields: Readonly<Record<string, Value | undefined>>): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
