/** What members wrote for the atlas, and which of it counts. */

import type { Counts } from "@saksi/domain/rules/second-member";
import { type Command, done, misused } from "../command.ts";
import { atlasHere } from "./atlas-here.ts";

const why: Readonly<Record<string, string>> = {
  "nobody-yet": "waits for another member",
  own: "only who wrote it said yes; waits for another member",
  "edited-since": "edited after it was confirmed; waits to be confirmed again",
  "in-conflict": "two writings stand; settle them first",
};

/** Reads; never writes. Exits 0 with the list, 2 where no space is named as the atlas. */
export const facts: Command = {
  name: "facts",
  usage: "saksi facts [--space ID]",
  help: 'What members wrote for the atlas: facts, bills, recommendations, commitments; which count because another member confirmed them, and which were left out, with the reason. Confirm one with its versions: echo \'{"about": ID, "versions": […], "decision": "CONFIRM.YES", "on": DAY}\' | saksi put confirmation',
  words: [0, 0],
  async run(call) {
    await call.open();
    const { all, from } = await atlasHere(call);
    if (from === null)
      return misused(
        "no-atlas",
        'No space here is named as the atlas. A keeper names one: echo \'{"title": NAME, "on": DAY, "kept": true}\' | saksi put atlas-space --space ID',
      );
    // Said before anyone confirms it, so that nobody looks at a source in vain.
    const { allianceAtlas } = await import("@saksi/treaties/alliance-atlas");
    const { refused } = allianceAtlas(all.map(({ record }) => record));
    const rows = all.map(({ record: { id, type, title, fields }, counts, versions, authors }) => ({
      id,
      type,
      state: fields.state ?? null,
      title,
      counts,
      versions,
      authors: authors.map(({ member }) => member),
      refused: refused.find(({ record }) => record === id)?.why ?? [],
    }));
    return done(
      { space: from.space, facts: rows },
      `${from.name}${from.isSample ? " (sample, made up)" : ""}`,
      ...rows.map(
        ({ id, type, title, counts, refused }) =>
          `${id}  ${type}  ${title}: ${standing(counts)}${refused.length > 0 ? `; lacks, so that the atlas leaves it out: ${refused.join(", ")}` : ""}`,
      ),
    );
  },
};

const standing = (counts: Counts): string =>
  counts.is === "confirmed"
    ? "confirmed"
    : counts.is === "refused"
      ? "a member said no"
      : (why[counts.why] ?? counts.why);
