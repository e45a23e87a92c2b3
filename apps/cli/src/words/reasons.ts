/** Sentences for the reasons of the gate, as the web app says them. A reason of a newer rule is shown by its own name. */

const sentences: Readonly<Record<string, string>> = {
  stale: "This device has not checked with the relay for a day: a withdrawal may be on its way. Sync first.",
  "cannot-read-all":
    "Part of this space is for a smaller circle: a name that must not appear may be there, and this device cannot look.",
  "nobody-asked": "No person whose consent could cover this is recorded.",
  "no-grant": "This person was not asked about this use: there is no grant.",
  "not-covered": "No grant of this person covers this use.",
  "cannot-tell": "It is not known whether a grant of this person covers this use.",
  "said-no": "This person said no to this.",
  refused: "This person refuses this. That is final.",
  "person-not-found": "A person is named whose record is not here.",
  "child-above-il1": "A child is never shown more closely than anonymous.",
  "age-not-known": "It is not known whether this person is a child.",
  "protected-string": "The text holds a protected name or number, which is kept in this record.",
  "not-approved": "Another member has not approved exactly this text.",
  "author-is-approver": "Nobody approves their own text.",
  "other-dossier": "An approval exists, but for another wording.",
  "taken-back": "A member did not approve this, or took it back.",
  "condition-missing": "A condition of the approval has nobody who vouched for it.",
  "condition-not-met": "A condition of the approval is not met.",
  "answer-not-fresh": "Ask this person again: their answer is too old.",
  "answered-no": "When asked again, this person did not say yes.",
  "risk-critical": "The risk of this case is critical: only protective actions.",
  "risk-not-current": "The risk assessment of the case is missing or too old.",
};

export const sentenceOf = (reason: string): string => sentences[reason] ?? reason;
