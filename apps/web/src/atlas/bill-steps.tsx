/** A bill as steps on its road: reached, not said, still ahead. What befell it off the road stands beneath. */

import { termLabel } from "@saksi/domain/vocabulary";
import { asideOf, type Bill, type BillStep, billCell, standingOf, stepsOf } from "@saksi/treaties/bills";
import { Link } from "wouter";
import { PartialDay } from "../records/partial-day.tsx";
import { type MessageId, say } from "../words/say.ts";
import { ConfirmedBadge, type Seen } from "./confirmed-badge.tsx";
import { Sourced } from "./sourced.tsx";

const ises: Readonly<Record<BillStep["is"], MessageId>> = {
  reached: "atlas.bill.reached",
  "not-said": "atlas.bill.not-said",
  ahead: "atlas.bill.ahead",
};

export function BillSteps({ bills }: { readonly bills: readonly Seen<Bill>[] }) {
  return (
    <section className="stack">
      <h2 className="small-heading">{say("atlas.followed.bills")}</h2>
      {bills.map(({ value: bill, isConfirmed }) => (
        <article key={bill.id} className="fact-item stack tight">
          <div className="row apart">
            <Sourced trace={[billCell(bill)]} of={bill.title}>
              <Link href={`/records/${bill.id}`}>
                <bdi>{bill.title}</bdi>
              </Link>
            </Sourced>
            <ConfirmedBadge isConfirmed={isConfirmed} />
          </div>
          <p className="soft">{say("atlas.bill.stands", { stage: stageName(standingOf(bill)?.stage) })}</p>
          <ol className="bill-steps">
            {stepsOf(bill).map(({ stage, is, on }) => (
              <li key={stage} data-is={is}>
                <strong>{stageName(stage)}</strong>
                <small>{on === null ? say(ises[is]) : <PartialDay text={on} />}</small>
              </li>
            ))}
          </ol>
          {asideOf(bill).map(({ stage, on, note }) => (
            <p key={`${stage} ${on ?? ""}`}>
              {stageName(stage)}
              {on !== null && (
                <>
                  {" · "}
                  <PartialDay text={on} />
                </>
              )}
              {note !== null && (
                <>
                  {" · "}
                  <bdi>{note}</bdi>
                </>
              )}
            </p>
          ))}
        </article>
      ))}
    </section>
  );
}

const stageName = (stage: string | undefined): string =>
  stage === undefined ? say("atlas.value.unknown") : termLabel("reform_states", stage);
