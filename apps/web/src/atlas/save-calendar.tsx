/** The days on the screen as a file that any calendar reads. Made here; nothing is asked of a network. */

import type { CalendarEntry } from "@saksi/treaties/calendar";
import { knownUpTo } from "@saksi/treaties/cell";
import { writeIcs } from "@saksi/treaties/ics";
import { useState } from "react";
import { Button } from "../components/button.tsx";
import { fileOut } from "../settings/save-file.ts";
import { say } from "../words/say.ts";
import { useToday } from "./use-today.ts";

export function SaveCalendar({ entries }: { readonly entries: readonly CalendarEntry[] }) {
  const today = useToday();
  const [isSaved, setIsSaved] = useState(false);

  async function save() {
    const known = knownUpTo(entries.flatMap(({ trace }) => trace)) ?? today;
    // `DTSTAMP` asks for a day; what is known up to a month or a year counts from today.
    const stamp = known.length === 10 ? known : today;
    const text = writeIcs(entries, { name: say("atlas.calendar.name"), stamp });
    const out = await fileOut("saksi-committee-calendar.ics");
    if (out === null) return;
    await out.write(new TextEncoder().encode(text));
    await out.finish();
    setIsSaved(true);
  }

  return (
    <span className="row tight">
      <span role="status">{isSaved && say("atlas.calendar.saved")}</span>
      <Button icon="file" onClick={() => void save()} disabled={entries.length === 0}>
        {say("atlas.calendar.save")}
      </Button>
    </span>
  );
}
