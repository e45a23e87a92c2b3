/** What every fact says of itself: from where, known up to when, how sure. None is shown in the atlas without all three. */

import type { Field } from "./record-type.ts";

export const sourcedFields = {
  source: {
    kind: "text",
    label: "Source",
    class: "public",
    required: true,
    search: "words",
    help: "A document that a second member can look up: title, number, date",
  },
  sourceUrl: { kind: "text", label: "Address of the source", class: "public", help: "Begins with https://" },
  asOf: {
    kind: "date",
    label: "Known up to",
    class: "public",
    required: true,
    help: "The day on which you saw it there",
  },
  confidence: {
    kind: "choice",
    vocabulary: "confidence",
    label: "How sure",
    class: "public",
    required: true,
  },
} as const satisfies Readonly<Record<string, Field>>;
