/** The days on the screen as a file: for any calendar, or for any reader of feeds. Made here; nothing is asked of a network. */

import { atlasName } from "@saksi/treaties/atlas-name";
import { writeAtom } from "@saksi/treaties/atom";
import type { CalendarEntry } from "@saksi/treaties/calendar";
import { knownUpTo } from "@saksi/treaties/cell";
import { writeIcs } from "@saksi/treaties/ics";
import { useState } from "react";
import { Button } from "../components/button.tsx";
import { fileOut } from "../settings/save-file.ts";
import { say } from "../words/say.ts";
import { useToday } from "./use-today.ts";

type Entries = readonly CalendarEntry[];

export function SaveCalendar({ entries }: { readonly entries: Entries }) {
  const today = useToday();
  const [isSaved, setIsSaved] = useState(false);
  const known = knownUpTo(entries.flatMap(({ trace }) => trace)) ?? today;

  async function save(name: string, text: string) {
    const out = await fileOut(name);
    if (out === null) return;
    await out.write(new TextEncoder().encode(text));
    await out.finish();
    setIsSaved(true);
  }
  function calendarFile(): string {
    // `DTSTAMP` asks for a day; what is known up to a month or a year counts from today.
    const stamp = known.length === 10 ? known : today;
    return writeIcs(entries, { name: say("atlas.calendar.name"), stamp });
  }

  return (
    <span className="row tight">
      <span role="status">{isSaved && say("atlas.calendar.saved")}</span>
      <Button
        icon="file"
        onClick={() => void save("saksi-committee-calendar.ics", calendarFile())}
        disabled={entries.length === 0}
      >
        {say("atlas.calendar.save")}
      </Button>
      <Button
        icon="file"
        onClick={() => void save("saksi-committee-days.atom", feedOf(entries, known))}
        disabled={entries.length === 0}
      >
        {say("atlas.calendar.save-feed")}
      </Button>
    </span>
  );
}

const committee = "https://www.ohchr.org/en/treaty-bodies/cat";

/** Links lead to the sources, never to the address of this app: the file may be passed on. */
const feedOf = (entries: Entries, updated: string): string =>
  writeAtom({
    id: `urn:uuid:${atlasName}#days`,
    title: say("atlas.calendar.name"),
    author: "Saksi",
    url: committee,
    selfUrl: `urn:uuid:${atlasName}#days`,
    updated,
    language: "en",
    entries: entries.map(({ id, on, title, note, trace }) => ({
      id: `urn:uuid:${atlasName}#${id}`,
      title: `${on}: ${title}`,
      url: trace.find(({ sourceUrl }) => sourceUrl !== null)?.sourceUrl ?? committee,
      updated: trace.map(({ asOf }) => asOf).sort()[0] ?? updated,
      summary: note,
    })),
  });
