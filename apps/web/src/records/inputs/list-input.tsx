/** Rows of the same few fields, such as a chain of custody: a card a row, added at the end. */

import { asRows } from "@saksi/domain/field-values";
import type { Json, Value } from "@saksi/domain/value";
import { useRef } from "react";
import { Button } from "../../components/button.tsx";
import { FieldSet } from "../../components/field.tsx";
import { formatNumber } from "../../words/format.ts";
import { say } from "../../words/say.ts";
import type { FieldProps, ShownField } from "../field-props.ts";
import { problemsWithin } from "../problems-within.ts";
import { FieldLabel } from "./field-label.tsx";

/** @param row  how one cell is shown: handed in, because a cell is a field row itself */
export function ListInput({
  field,
  value,
  problems,
  space,
  onChange,
  row: Cell,
}: FieldProps<"list"> & { readonly row: ShownField }) {
  const rows = asRows(value);
  const keys = useRowKeys(rows.length);
  const setCell = (at: number, name: string, cell: Value | undefined) =>
    onChange(rows.map((row, index) => (index === at ? withCell(row, name, cell) : row)));
  return (
    <FieldSet label={<FieldLabel field={field} />} help={field.help}>
      {rows.map((row, at) => (
        <div key={keys.at(at)} className="card">
          <div className="row apart">
            <strong>{say("field.row", { number: formatNumber(at + 1) })}</strong>
            <Button
              kind="quiet"
              icon="close"
              onClick={() => {
                keys.drop(at);
                onChange(rows.filter((_, index) => index !== at));
              }}
            >
              {say("field.row.drop", { number: formatNumber(at + 1) })}
            </Button>
          </div>
          {Object.entries(field.of).map(([name, cell]) => (
            <Cell
              key={name}
              name={name}
              field={cell}
              value={row[name]}
              problems={problemsWithin(problems, `${at}.${name}`)}
              space={space}
              onChange={(next) => setCell(at, name, next)}
            />
          ))}
        </div>
      ))}
      <div>
        <Button icon="add" onClick={() => onChange([...rows, {}])}>
          {say("field.row.add")}
          <span className="unseen">: {field.label}</span>
        </Button>
      </div>
    </FieldSet>
  );
}

function withCell(row: Readonly<Record<string, Json>>, name: string, cell: Value | undefined) {
  const { [name]: _, ...rest } = row;
  return cell === undefined || cell === "" ? rest : { ...rest, [name]: cell };
}

/** Names for rows that have none, so that taking one out does not move what is typed in the next. */
function useRowKeys(count: number) {
  const keys = useRef<number[]>([]);
  const next = useRef(0);
  while (keys.current.length < count) keys.current.push(next.current++);
  keys.current.length = count;
  return {
    at: (index: number) => keys.current[index],
    drop: (index: number) => {
      keys.current.splice(index, 1);
    },
  };
}
