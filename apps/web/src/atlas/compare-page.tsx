/** Any states side by side on a checklist, and what followed ratification in each. */

import "../style/atlas.css";
import "../library/library.css";
import type { Atlas } from "@saksi/treaties/atlas";
import { type ComparedCell, type ComparedList, comparedLists, compareIn } from "@saksi/treaties/compare";
import { type State, stateOf, states } from "@saksi/treaties/states";
import { Link } from "wouter";
import { Badge } from "../components/badge.tsx";
import { Button } from "../components/button.tsx";
import { Empty } from "../components/empty.tsx";
import { Field } from "../components/field.tsx";
import { Heading } from "../components/heading.tsx";
import { Table } from "../components/table.tsx";
import { Tabs } from "../components/tabs.tsx";
import { useUntilLock } from "../search/use-until-lock.ts";
import { comparing } from "../words/format.ts";
import { type MessageId, say } from "../words/say.ts";
import { sayValue, stateName } from "./atlas-words.ts";
import { StateLink } from "./figures.tsx";
import { ReformPaths } from "./reform-paths.tsx";
import { Sourced } from "./sourced.tsx";
import { useAtlas } from "./use-atlas.ts";
import { useToday } from "./use-today.ts";

const listNames: Readonly<Record<ComparedList, MessageId>> = {
  treaties: "atlas.part.treaties",
  procedures: "atlas.part.doors",
  reporting: "atlas.part.reporting",
  prevention: "atlas.mode.prevention",
  law: "atlas.part.law",
  reform: "atlas.compare.reform",
};

const atFirst: readonly string[] = ["MYS", "IDN", "THA", "PHL"];

export function ComparePage() {
  const [codes, setCodes] = useUntilLock<readonly string[]>("atlas compared", atFirst);
  const { atlas } = useAtlas();
  const [list, setList] = useUntilLock<ComparedList>("atlas list", "treaties");
  return (
    <>
      <p>
        <Link href="/atlas">{say("atlas.back")}</Link>
      </p>
      <Heading>{say("atlas.compare")}</Heading>
      <Chosen codes={codes} onCodes={setCodes} />
      {codes.length === 0 ? (
        <Empty title={say("atlas.compare.none")}>{say("atlas.compare.none.text")}</Empty>
      ) : (
        <Tabs
          label={say("atlas.compare.lists")}
          open={list}
          onOpen={setList}
          tabs={comparedLists.map((name) => ({ name, label: say(listNames[name]) }))}
        >
          {list === "reform" && <ReformPaths codes={codes} atlas={atlas} />}
          <ComparedTable codes={codes} list={list} atlas={atlas} />
        </Tabs>
      )}
    </>
  );
}

function Chosen({
  codes,
  onCodes,
}: {
  readonly codes: readonly string[];
  readonly onCodes: (codes: readonly string[]) => void;
}) {
  const inOrder = comparing();
  const others = states.filter(({ iso3 }) => !codes.includes(iso3)).sort((a, b) => inOrder(a.name, b.name));
  return (
    <div className="stack tight" data-print="no">
      <ul className="row tight plain-list">
        {codes
          .flatMap((code) => stateOf(code) ?? [])
          .map((state: State) => (
            <li key={state.iso3}>
              <Button icon="close" onClick={() => onCodes(codes.filter((code) => code !== state.iso3))}>
                <span className="unseen">{say("atlas.compare.drop")} </span>
                {stateName(state)}
              </Button>
            </li>
          ))}
      </ul>
      <Field label={say("atlas.compare.add")}>
        {(input) => (
          <select
            {...input}
            value=""
            onChange={({ target }) => target.value !== "" && onCodes([...codes, target.value])}
          >
            <option value="">{say("atlas.compare.choose")}</option>
            {others.map((one) => (
              <option key={one.iso3} value={one.iso3}>
                {stateName(one)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}

function ComparedTable({
  codes,
  list,
  atlas,
}: {
  readonly codes: readonly string[];
  readonly list: ComparedList;
  readonly atlas: Atlas;
}) {
  const today = useToday();
  const rows = compareIn({ states: codes, list, today, atlas });
  return (
    <Table
      caption={say("atlas.compare.caption", { list: say(listNames[list]) })}
      rows={rows}
      keyOf={({ key }) => key}
      columns={[
        { name: "row", label: say("atlas.compare.point"), cell: ({ label }) => <bdi lang="en">{label}</bdi> },
        ...codes.map((code, at) => ({
          name: code,
          label: <StateLink code={code} />,
          cell: ({ cells, label }: (typeof rows)[number]) =>
            cells[at] && <Compared cell={cells[at]} of={label} list={list} />,
        })),
      ]}
    />
  );
}

function Compared({
  cell: { value, detail, isDoubtful, trace, state },
  of,
  list,
}: {
  readonly cell: ComparedCell;
  readonly of: string;
  readonly list: ComparedList;
}) {
  return (
    <>
      <Sourced trace={trace} of={`${stateOf(state)?.name ?? state}: ${of}`}>
        {sayValue(value)}
      </Sourced>
      {detail !== null && <small className="beneath">{sayDetail(list, value, detail)}</small>}
      {isDoubtful && value !== "unknown" && <Badge tone="waits">{say("atlas.compare.doubtful")}</Badge>}
    </>
  );
}

/** A day under a status says whose day it is: of the deposit, never of entry into force. */
function sayDetail(list: ComparedList, value: string, detail: string): string {
  if (list === "reform") return say("atlas.compare.years", { years: detail });
  if (list === "procedures") return say("atlas.doors.accepted", { day: sayValue(detail) });
  if (list !== "treaties") return sayValue(detail);
  return say(value === "signatory" ? "atlas.card.signed" : "atlas.compare.deposited", { day: sayValue(detail) });
}
