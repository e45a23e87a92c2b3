/** How a state came to ratify, or did not, beside up to three others: one line of years, then each in its own words. */

import type { Atlas } from "@saksi/treaties/atlas";
import type { Cell } from "@saksi/treaties/cell";
import { journeyOf, type Milestone, type MilestoneType, milestoneCell } from "@saksi/treaties/journeys";
import { neighboursOf } from "@saksi/treaties/neighbours";
import { type State, stateOf, states } from "@saksi/treaties/states";
import { ButtonLink } from "../components/button.tsx";
import { Field } from "../components/field.tsx";
import { PartialDay } from "../records/partial-day.tsx";
import { useUntilLock } from "../search/use-until-lock.ts";
import { comparing } from "../words/format.ts";
import { say } from "../words/say.ts";
import { stateName } from "./atlas-words.ts";
import { StateLink } from "./figures.tsx";
import { Lanes, type MarkKind, MarkLegend } from "./lanes.tsx";
import { Sourced } from "./sourced.tsx";
import type { AtlasInUse } from "./use-atlas.ts";
import { useToday } from "./use-today.ts";

type Chosen = Readonly<Record<string, readonly string[]>>;

export function Journey({ state, facts }: { readonly state: State; readonly facts: AtlasInUse }) {
  const today = useToday();
  const [chosen, setChosen] = useUntilLock<Chosen>("atlas beside", {});
  const beside = chosen[state.iso3] ?? neighboursOf(state).map(({ iso3 }) => iso3);
  const shown = [state, ...beside.flatMap((code) => stateOf(code) ?? [])];
  return (
    <>
      <Beside state={state} beside={beside} onBeside={(next) => setChosen({ ...chosen, [state.iso3]: next })} />
      <Lanes
        today={today}
        lanes={shown.map((one) => ({
          name: stateName(one),
          marks: milestonesOf(one, facts.atlas).map((milestone) => ({
            key: keyOf(milestone),
            when: milestone.date,
            kind: markOf(milestone.type),
            title: `${milestone.date} ${milestone.title}`,
          })),
        }))}
      />
      <MarkLegend kinds={["joined", "law", "setback", "step"]} />
      <div className="journeys">
        {shown.map((one) => (
          <section key={one.iso3} className="stack tight" aria-label={stateName(one)}>
            <h2 className="small-heading">{one === state ? stateName(one) : <StateLink code={one.iso3} />}</h2>
            <p lang="en">{journeyOf(one.iso3, facts.atlas.journeys)?.summary || say("atlas.journey.none")}</p>
            <ol className="plain-list milestones">
              {milestonesOf(one, facts.atlas).map((milestone) => (
                <Step key={keyOf(milestone)} milestone={milestone} cell={milestoneCell(one.iso3, milestone)} />
              ))}
            </ol>
          </section>
        ))}
      </div>
      {facts.chosen !== null && facts.chosen.space.role !== "reader" && (
        <div data-print="no">
          <ButtonLink icon="add" to={`/atlas/${state.iso3}/correct/AP.MILESTONE`}>
            {say("atlas.add.step")}
          </ButtonLink>
        </div>
      )}
    </>
  );
}

function Step({
  milestone: { date, type, title, note },
  cell,
}: {
  readonly milestone: Milestone;
  readonly cell: Cell;
}) {
  return (
    <li>
      <i className="lane-mark" data-kind={markOf(type)} aria-hidden="true" />
      <div>
        <small>
          <PartialDay text={date} />
        </small>
        <div>
          <Sourced trace={[cell]} of={title}>
            <bdi lang="en">{title}</bdi>
          </Sourced>
        </div>
        {note !== null && <small lang="en">{note}</small>}
      </div>
    </li>
  );
}

function Beside({
  state,
  beside,
  onBeside,
}: {
  readonly state: State;
  readonly beside: readonly string[];
  readonly onBeside: (beside: readonly string[]) => void;
}) {
  const inOrder = comparing();
  const choices = states.filter(({ iso3 }) => iso3 !== state.iso3).sort((a, b) => inOrder(a.name, b.name));
  return (
    <div className="library-filters" data-print="no">
      {[0, 1, 2].map((at) => (
        <Field key={at} label={say("atlas.beside", { at: at + 1 })}>
          {(input) => (
            <select
              {...input}
              value={beside[at] ?? ""}
              onChange={({ target }) =>
                onBeside([0, 1, 2].flatMap((each) => (each === at ? target.value : beside[each]) || []))
              }
            >
              <option value="">{say("atlas.beside.nobody")}</option>
              {choices
                .filter(({ iso3 }) => iso3 === beside[at] || !beside.includes(iso3))
                .map((one) => (
                  <option key={one.iso3} value={one.iso3}>
                    {stateName(one)}
                  </option>
                ))}
            </select>
          )}
        </Field>
      ))}
    </div>
  );
}

const milestonesOf = ({ iso3 }: State, { journeys }: Atlas): readonly Milestone[] =>
  [...(journeyOf(iso3, journeys)?.milestones ?? [])].sort((a, b) => (a.date < b.date ? -1 : 1));

const keyOf = ({ date, title }: Milestone): string => `${date} ${title}`;

const joining: readonly MilestoneType[] = [
  "signature",
  "accession",
  "ratification",
  "complaints",
  "reservation-withdrawn",
];
const lawful: readonly MilestoneType[] = ["law", "court", "oversight", "bill", "plan"];

function markOf(type: MilestoneType): MarkKind {
  if (type === "setback") return "setback";
  return joining.includes(type) ? "joined" : lawful.includes(type) ? "law" : "step";
}
