/** Every case on this device: found by words, narrowed by state and space, in the order one wants. */

import { isSpaceId, type SpaceId } from "@saksi/domain/id";
import type { RecordRow } from "@saksi/vault/port";
import { useEffect, useState } from "react";
import { ButtonLink } from "../components/button.tsx";
import { Empty } from "../components/empty.tsx";
import { Field, sensitive } from "../components/field.tsx";
import { Heading } from "../components/heading.tsx";
import { Skeleton } from "../components/skeleton.tsx";
import { VirtualList } from "../components/virtual-list.tsx";
import { useRows } from "../vault/use-vault.ts";
import { formatNumber } from "../words/format.ts";
import { say } from "../words/say.ts";
import { CaseRow } from "./case-row.tsx";
import { caseStates, stateName } from "./states.ts";

type Order = "changed" | "when" | "title";

/** Rows are asked for by the page, so that ten thousand cases cost no more than the first screenful. */
const pageSize = 200;

export function CasesPage() {
  const [words, setWords] = useState("");
  const [state, setState] = useState("");
  const [space, setSpace] = useState<SpaceId | "">("");
  const [order, setOrder] = useState<Order>("changed");
  const [limit, setLimit] = useState(pageSize);
  const spaces = useRows("spaces", {}) ?? [];
  const narrowing = {
    type: "case",
    ...(words.trim() === "" ? {} : { words }),
    ...(state === "" ? {} : { state }),
    ...(space === "" ? {} : { space }),
  };
  const rows = useRows("records", { ...narrowing, order, descending: order !== "title", limit }, "keep");
  const counts = useRows("count", narrowing, "keep");
  const total = (counts ?? []).reduce((sum, { count }) => sum + count, 0);
  const narrowed = Object.keys(narrowing).length > 1;

  return (
    <>
      <div className="row apart">
        <Heading>{say("place.cases")}</Heading>
        <div className="row">
          <ButtonLink kind="first" icon="add" to="/minimum">
            {say("cases.minimum")}
          </ButtonLink>
          <ButtonLink to="/new/case">{say("cases.new")}</ButtonLink>
        </div>
      </div>
      <search className="filters">
        <Field label={say("cases.words")}>
          {(input) => (
            <input
              {...input}
              {...sensitive}
              type="search"
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
        </Field>
        <Field label={say("cases.state")}>
          {(input) => (
            <select {...input} value={state} onChange={(event) => setState(event.target.value)}>
              <option value="">{say("cases.every-state")}</option>
              {caseStates.map(({ code }) => (
                <option key={code} value={code}>
                  {stateName(code)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {spaces.length > 1 && (
          <Field label={say("cases.space")}>
            {(input) => (
              <select
                {...input}
                value={space}
                onChange={({ target }) => setSpace(isSpaceId(target.value) ? target.value : "")}
              >
                <option value="">{say("cases.every-space")}</option>
                {spaces.map(({ space: id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <Field label={say("cases.order")}>
          {(input) => (
            <select {...input} value={order} onChange={({ target }) => setOrder(target.value as Order)}>
              <option value="changed">{say("cases.order.changed")}</option>
              <option value="when">{say("cases.order.when")}</option>
              <option value="title">{say("cases.order.title")}</option>
            </select>
          )}
        </Field>
      </search>
      {rows === undefined ? (
        <Skeleton rows={6} />
      ) : rows.length === 0 ? (
        <NoCases narrowed={narrowed} />
      ) : (
        <>
          <p role="status" className="quiet">
            {say("cases.count", { count: total, shown: formatNumber(total) })}
          </p>
          <VirtualList<RecordRow | "more">
            label={say("place.cases")}
            rows={rows.length < total ? [...rows, "more"] : rows}
            keyOf={(row) => (row === "more" ? row : row.id)}
            estimate={88}
          >
            {(row) =>
              row === "more" ? (
                <More onSeen={() => setLimit(limit + pageSize)} />
              ) : (
                <CaseRow
                  row={row}
                  space={spaces.length > 1 ? spaces.find((one) => one.space === row.space)?.name : undefined}
                />
              )
            }
          </VirtualList>
        </>
      )}
    </>
  );
}

/** Stands after the last row that was asked for; to see it is to ask for more. */
function More({ onSeen }: { readonly onSeen: () => void }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time it comes into sight
  useEffect(onSeen, []);
  return <p className="quiet">{say("loading")}</p>;
}

function NoCases({ narrowed }: { readonly narrowed: boolean }) {
  return narrowed ? (
    <Empty title={say("cases.none.title")}>{say("cases.none.text")}</Empty>
  ) : (
    <Empty
      title={say("cases.empty.title")}
      action={
        <ButtonLink kind="first" icon="add" to="/minimum">
          {say("cases.minimum")}
        </ButtonLink>
      }
    >
      {say("cases.empty.text")}
    </Empty>
  );
}
