/** One case in a list: title, how soon, state, where, when it changed. The whole row opens it. */

import { asCode, asPlace, asText } from "@saksi/domain/field-values";
import type { RecordRow } from "@saksi/vault/port";
import { Link } from "wouter";
import { Badge } from "../components/badge.tsx";
import { Ago } from "../components/date.tsx";
import { useNow } from "../frame/page.ts";
import { formatCountry } from "../words/format.ts";
import { say } from "../words/say.ts";
import { stateName, stateTone, triageName, triageTone } from "./states.ts";

export function CaseRow({ row, space }: { readonly row: RecordRow; readonly space: string | undefined }) {
  const now = useNow();
  const { fields, title, conflicts, changedAt, id } = row;
  const state = asCode(fields.state);
  const triage = asCode(fields.triage);
  const area = asPlace(fields.area);
  const where = [area?.district, area?.country && formatCountry(area.country)].filter(Boolean).join(", ");
  return (
    <Link href={`/cases/${id}`} className="case-row">
      <span className="case-row-title" dir="auto">
        {title}
      </span>
      <span className="row tight">
        {triage !== undefined && triage !== "TRIAGE.NORMAL" && (
          <Badge tone={triageTone(triage)}>{triageName(triage)}</Badge>
        )}
        {state !== undefined && <Badge tone={stateTone(state)}>{stateName(state)}</Badge>}
        {conflicts.length > 0 && <Badge tone="waits">{say("cases.conflict")}</Badge>}
      </span>
      <span className="quiet">
        {[asText(fields.code), where, space].filter(Boolean).join(" · ")} · <Ago iso={changedAt} now={now} />
      </span>
    </Link>
  );
}
