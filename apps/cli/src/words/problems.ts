/** Sentences for every way in which the vault could not, and the exit code of each. A missing one does not compile. */

import type { Problem } from "@saksi/vault/problem";
import type { Outcome } from "../command.ts";

type Sentences = { readonly [Kind in Problem["kind"]]: (problem: Extract<Problem, { kind: Kind }>) => string };

const sentences: Sentences = {
  locked: () => "The vault is locked.",
  "vault-exists": () => "There is a vault in this folder already.",
  "no-vault": () => "There is no vault in this folder. Make one with: saksi init --name NAME --organisation ORG",
  "wrong-passphrase": () => "This passphrase does not open the vault. Nothing was changed.",
  "weak-passphrase": ({ least }) => `A passphrase needs at least ${least} characters.`,
  "another-writer": () =>
    "Another program has this vault open. Close it first; two writers would damage each other's work.",
  "vault-stopped": () => "The vault stopped unexpectedly. What was saved is kept; open it again.",
  "disk-full": () => "There is no room left on this disk. Nothing was half saved; make room and try again.",
  "no-storage": () => "Nothing can be kept here.",
  "damaged-file": ({ what }) =>
    what === "backup"
      ? "This backup is damaged, or it was cut short. Nothing was restored."
      : `A file of the vault is damaged: ${what}. Restore a backup, or sync from the relay.`,
  "not-a-backup": () => "This file is not a backup of a vault, or it was cut short.",
  "stopped-by-person": () => "Stopped. What was finished is kept.",
  "no-such-record": ({ id }) => `No record ${id} in this vault.`,
  "no-such-version": ({ id, field }) =>
    `The field ${field} of ${id} has no such standing version. See: saksi conflicts`,
  "no-such-space": ({ space }) => `No space ${space} in this vault. See: saksi space list`,
  "which-space": ({ spaces }) => `There are ${spaces.length} spaces here. Name one with --space: ${spaces.join(", ")}`,
  "unknown-type": ({ type }) => `There is no record type ${type}. See: saksi types`,
  "bad-field": ({ type, field, reason, draft }) =>
    `Draft ${draft + 1}: the field ${field} of a ${type} was refused: ${whyRefused[reason] ?? reason}. See: saksi types ${type}. Nothing was saved.`,
  "mixed-spaces": () => "These drafts belong to different spaces. Save them one space at a time.",
  "record-too-large": ({ draft, bytes, most }) =>
    `Draft ${draft + 1} has ${bytes} bytes; at most ${most} fit one record. Attach long texts as files.`,
  "not-a-file-record": ({ id }) => `${id} is not an exhibit; only exhibits hold files.`,
  "file-not-here": ({ missing }) =>
    `The file has not arrived yet: ${missing} pieces are missing. They come from the device that attached it.`,
  "file-altered": () => "The file does not match its hash. It was not handed out.",
  "not-allowed": ({ needs }) => `Your role in this space does not allow this; it needs a ${needs}.`,
  "not-in-circle": ({ circle }) => `You are not in circle ${circle} of this space.`,
  "no-such-member": ({ member }) => `No member ${member} in this space. See: saksi space members`,
  "last-keeper": () => "A space needs at least one keeper; this is the last one.",
  "bad-link": () => "This is not an invitation, or part of the link is missing.",
  "link-expired": () => "This invitation has expired. Ask for a new one.",
  "link-used": () => "This invitation was used already. Each link lets one person in; ask for a new one.",
  "wrong-code": ({ waiting }) =>
    `No waiting request has this code (${waiting} waiting). Compare all six words with the person who joins.`,
  "already-member": () => "You are in this space already.",
  "answered-by-another": ({ member }) =>
    `Somebody else who has this link answered at the door before you. ${member} is in the roster, but may have been told something false. Ask them whether they see the space; if not: saksi space remove ${member}, and send a new link by another way.`,
  "unsafe-relay": () =>
    "This address begins with http: and leads to another machine, so whoever is on the way would see who talks to this relay. Use an address with https:, an onion service, or a tunnel that ends on localhost.",
  "no-relay": () => "This space lives on this device alone. Give it a relay first: saksi space connect --relay URL",
  offline: () => "The relay cannot be reached. Everything is kept on this device; try again later.",
  "relay-refused": ({ refusal, status }) => `The relay refused: ${refusal} (${status}).`,
  removed: ({ unsent = 0 }) =>
    `You were removed from this space. What this device already has stays readable here.${unsent > 0 ? ` Entries that nobody else will see: ${unsent}.` : ""}`,
  "set-aside": ({ entries }) =>
    `Your role or circles in this space changed. Entries written before that no longer fit: ${entries}. They stay readable on this device and are not sent.`,
  "forked-history": ({ size }) =>
    `The relay showed a history that contradicts what it showed before (at ${size} entries). Nothing of it was taken. Tell the other members by another way.`,
  "shrunken-history": ({ had, has }) =>
    `The relay now shows ${has} entries where it had ${had}. Nothing was taken. Tell the other members.`,
  "cloned-device": () =>
    "The relay knows work of this device that is not here: it is a restored or copied vault. Join again as a new device.",
  "bad-entry": ({ position, reason }) =>
    `Entry ${position} of the relay's log was refused: ${reason}. Nothing after it was taken.`,
};

const whyRefused: Readonly<Record<string, string>> = {
  "unknown-field": "there is no such field",
  "wrong-kind": "it takes another kind of value",
  "unknown-code": "this code is not in its list",
  "not-an-id": "it takes ids of records",
  "other-type": "the record of this id is of another type",
  "not-a-version": "a base names something that is no version",
  "out-of-range": "the number is too small or too large",
  "too-many": "it takes fewer values",
  "said-twice": "a value is said twice",
  "no-such-month": "there is no such month",
  "no-such-day": "there is no such day",
};

const misuse: ReadonlySet<Problem["kind"]> = new Set([
  "which-space",
  "unknown-type",
  "bad-field",
  "mixed-spaces",
  "weak-passphrase",
  "bad-link",
  "unsafe-relay",
  "not-a-file-record",
  "record-too-large",
]);

/** What a person typed for an id may be a name, and an error may end in a log. */
function withoutWords(problem: Problem): Problem {
  const plain = (id: string): string => (/^([a-z2-7]{26}|[0-9a-f]{1,64})$/.test(id) ? id : "of this id");
  if (problem.kind === "no-such-record") return { ...problem, id: plain(problem.id) };
  if (problem.kind === "no-such-member") return { ...problem, member: plain(problem.member) };
  return problem.kind === "no-such-space" ? { ...problem, space: plain(problem.space) } : problem;
}

export function failed(met: Problem): Outcome {
  const problem = withoutWords(met);
  const sentence = sentences[problem.kind] as (problem: Problem) => string; // the table pairs each kind with its own problem
  return { kind: "failed", exit: misuse.has(problem.kind) ? 2 : 3, problem, message: sentence(problem) };
}
