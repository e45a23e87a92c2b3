/** How codes of the library read: topics, articles, forums and states as words. */

import { termLabel } from "@saksi/domain/vocabulary";
import { confidenceCode } from "@saksi/treaties/confidence";
import type { Facet } from "@saksi/treaties/precedents";
import { formatCountry } from "../words/format.ts";
import type { MessageId } from "../words/say.ts";

export function facetLabel(facet: Facet, value: string): string {
  switch (facet) {
    case "state":
      return formatCountry(value);
    case "forum":
      return termLabel("precedent_kinds", value);
    case "article":
      return termLabel("treaty_articles", value);
    case "topic":
      return termLabel("precedent_topics", value);
  }
}

export const facetTitles: Readonly<Record<Facet, MessageId>> = {
  topic: "library.topic",
  state: "library.state",
  forum: "library.forum",
  article: "library.article",
};

/** `high`, `medium`, `low` as a code; whatever else is unknown, never guessed upwards. */
export const sureCode = (confidence: string | null): string => confidenceCode(confidence) ?? "CF.UNK";
