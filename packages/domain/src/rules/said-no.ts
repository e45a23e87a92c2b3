/**
 * A use that a person was asked about and refused, in a row of their consent, stays refused until they say yes later.
 *
 * Source: R-DNH-1 (hard): whoever said no, or not now, is not touched by the action. What the row leaves open counts as
 * refused.
 */

import type { CaseRecord } from "../case-file.ts";
import { asCode, asCodes, asText } from "../field-values.ts";
import { isBefore } from "../partial-date.ts";
import { identityOrder, type Use } from "../use.ts";
import type { Fields } from "../value.ts";

/** Whether a refused row is about this use: the same purpose and audience, this much of a name or less, some of the content. */
export function refuses({ fields }: CaseRecord, use: Use): boolean {
  if (asCode(fields.state) !== "CT.REFUSED" || asCode(fields.purpose) !== use.purpose) return false;
  const [audiences, content, territory] = [fields.audiences, fields.content, fields.territory].map(asCodes);
  const [refused, wanted] = [identityOrder(asCode(fields.identityLevel)), identityOrder(use.identityLevel)];
  return (
    (audiences?.includes(use.audience) ?? true) &&
    (content === undefined || content.length === 0 || use.content.some((part) => content.includes(part))) &&
    (territory?.some((area) => area === "WORLD" || use.territory === "WORLD" || area === use.territory) ?? true) &&
    (refused === undefined || wanted === undefined || wanted >= refused)
  );
}

/** Whether a yes was surely given after a no, by the days of their conversations. On one day, the no stands. */
export function isLater(yes: Conversation, no: Conversation): boolean {
  const [said, refused] = [dayOf(yes), dayOf(no)];
  return said !== undefined && refused !== undefined && isBefore(refused, said) === true;
}

export interface Conversation {
  readonly grant: Fields;
  readonly consent: Fields | undefined;
}

const dayOf = ({ grant, consent }: Conversation): string | undefined => asText(consent?.held) ?? asText(grant.from);
