/** What a person allows now. Each can be taken back at once; what cannot be undone is said before and after. */

import { asCode, asText, asTexts } from "@saksi/domain/field-values";
import type { Day } from "@saksi/domain/partial-date";
import { termLabel } from "@saksi/domain/vocabulary";
import type { RecordRow } from "@saksi/vault/port";
import { useState } from "react";
import { Badge } from "../../components/badge.tsx";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { useAction } from "../../vault/use-action.ts";
import { useVault } from "../../vault/use-vault.ts";
import { formatList } from "../../words/format.ts";
import { say } from "../../words/say.ts";
import { PartialDay } from "../partial-day.tsx";
import { takenBack } from "./conversation.ts";

export function Grants({ grants, today }: { readonly grants: readonly RecordRow[]; readonly today: Day }) {
  const [asking, setAsking] = useState<RecordRow>();
  if (grants.length === 0) return null;
  return (
    <section className="stack tight">
      <h2>{say("consent.now")}</h2>
      <ul className="grants">
        {grants.map((grant) => (
          <li key={grant.id}>
            <div className="stack tight">
              <strong>{purposeOf(grant)}</strong>
              <span className="soft">{levelOf(grant)}</span>
              <small>
                {say("consent.until")} <PartialDay text={asText(grant.fields.until) ?? ""} />
              </small>
              <Badge tone={isActive(grant) ? "done" : "info"}>{termLabel("consent_states", stateOf(grant))}</Badge>
            </div>
            {isActive(grant) && (
              <Button onClick={() => setAsking(grant)}>
                {say("consent.take-back")}
                <span className="unseen">: {purposeOf(grant)}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {asking && <TakeBack grant={asking} today={today} onClose={() => setAsking(undefined)} />}
    </section>
  );
}

const stateOf = ({ fields }: RecordRow): string => asCode(fields.state) ?? "";
const isActive = (grant: RecordRow): boolean => stateOf(grant) === "CT.ACTIVE";
const purposeOf = ({ fields }: RecordRow): string => termLabel("consent_purposes", asCode(fields.purpose) ?? "");
const levelOf = ({ fields }: RecordRow): string =>
  [
    formatList(asTexts(fields.audiences).map((code) => termLabel("consent_audiences", code))),
    termLabel("identity_levels", asCode(fields.identityLevel) ?? ""),
  ]
    .filter((words) => words !== "")
    .join(" · ");

function TakeBack({
  grant,
  today,
  onClose,
}: {
  readonly grant: RecordRow;
  readonly today: Day;
  readonly onClose: () => void;
}) {
  const vault = useVault();
  const save = useAction(vault.write);
  return (
    <Dialog title={say("consent.take-back.title", { purpose: purposeOf(grant) })} onClose={onClose}>
      <p>{say("consent.take-back.does")}</p>
      <p>{say("consent.take-back.cannot")}</p>
      <ProblemNotice problem={save.problem} />
      <div className="row">
        <Button
          kind="first"
          busy={save.running}
          onClick={() =>
            void save.run([takenBack(grant.id, today)], grant.space).then((saved) => {
              if (saved) onClose();
            })
          }
        >
          {say("consent.take-back.do")}
        </Button>
        <Button onClick={onClose}>{say("consent.take-back.not")}</Button>
      </div>
    </Dialog>
  );
}
