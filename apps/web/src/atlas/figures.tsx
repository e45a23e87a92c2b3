/** Asia in one glance: how many are bound, who is not, who may be late, what changed. Every figure with its sources. */

import type { Atlas } from "@saksi/treaties/atlas";
import { type Cell, cellsOf } from "@saksi/treaties/cell";
import { overview } from "@saksi/treaties/overview";
import { stateOf, states } from "@saksi/treaties/states";
import { statesWith, statusOf } from "@saksi/treaties/treaty-status";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { PartialDay } from "../records/partial-day.tsx";
import { formatNumber } from "../words/format.ts";
import { say } from "../words/say.ts";
import { stateName } from "./atlas-words.ts";
import { Sourced } from "./sourced.tsx";
import { useToday } from "./use-today.ts";

export function Figures({ atlas }: { readonly atlas: Atlas }) {
  const { bound, signatories, outside, late, changes, knownUpTo } = overview(useToday(), atlas);
  const likely = late.filter(({ value }) => value.late === "likely");
  const joined = (code: string, status: "party" | "declared"): readonly Cell[] =>
    cellsOf(statesWith(code, status, atlas.register).map((state) => statusOf(state, code, atlas.register)));
  return (
    <section className="stack" aria-label={say("atlas.figures")}>
      <dl className="figures">
        <Figure label={say("atlas.figure.bound", { all: formatNumber(states.length) })} trace={cellsOf(bound)}>
          {bound.length}
        </Figure>
        <Figure label={say("atlas.figure.outside")} trace={cellsOf([...signatories, ...outside])}>
          {signatories.length + outside.length}
        </Figure>
        <Figure label={say("atlas.figure.opcat")} trace={joined("OPCAT", "party")}>
          {joined("OPCAT", "party").length}
        </Figure>
        <Figure label={say("atlas.figure.complaints")} trace={joined("CAT-A22", "declared")}>
          {joined("CAT-A22", "declared").length}
        </Figure>
        <Figure label={say("atlas.figure.late")} trace={cellsOf(likely)}>
          {likely.length}
        </Figure>
      </dl>
      <div className="columns">
        <div className="stack tight">
          <h2>{say("atlas.not-bound")}</h2>
          <p>
            {[...signatories, ...outside].map(({ value }, at) => (
              <span key={value}>
                {at > 0 && " · "}
                <StateLink code={value} />
              </span>
            ))}
          </p>
        </div>
        <div className="stack tight">
          <h2>{say("atlas.changed")}</h2>
          <ul className="plain-list changes">
            {changes.slice(0, 5).map(({ value, trace }) => (
              <li key={value.id}>
                <PartialDay text={value.on} />{" "}
                <Sourced trace={trace} of={value.title}>
                  <bdi lang="en">{value.title}</bdi>
                </Sourced>
              </li>
            ))}
          </ul>
        </div>
      </div>
      {knownUpTo !== null && (
        <p className="quiet">
          {say("library.as-of")} <PartialDay text={knownUpTo} />. {say("atlas.register-again")}
        </p>
      )}
    </section>
  );
}

function Figure({
  label,
  trace,
  children,
}: {
  readonly label: string;
  readonly trace: readonly Cell[];
  readonly children: ReactNode;
}) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <Sourced trace={trace} of={label}>
          <strong className="numbers">{children}</strong>
        </Sourced>
      </dd>
    </div>
  );
}

export function StateLink({ code }: { readonly code: string }) {
  const state = stateOf(code);
  return state ? <Link href={`/atlas/${state.iso3}`}>{stateName(state)}</Link> : code;
}
