/** Which other record is meant. A dialog finds records of the allowed types in the same space, or begins one. */

import { asLinks } from "@saksi/domain/field-values";
import type { RecordId } from "@saksi/domain/id";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { FieldProblem, FieldSet } from "../../components/field.tsx";
import { say } from "../../words/say.ts";
import type { FieldProps, ShownField } from "../field-props.ts";
import { LinkDialog } from "../link-dialog.tsx";
import { RecordName } from "../record-name.tsx";
import { FieldLabel } from "./field-label.tsx";

export function LinkInput({
  field,
  value,
  problems,
  space,
  of,
  row,
  onChange,
}: FieldProps<"link" | "links"> & { readonly row: ShownField }) {
  const [choosing, setChoosing] = useState(false);
  const ids = asLinks(value);
  const several = field.kind === "links";
  const take = (id: RecordId) => {
    setChoosing(false);
    if (several) onChange(ids.includes(id) ? ids : [...ids, id]);
    else onChange(id);
  };
  const drop = (id: RecordId) => onChange(several ? ids.filter((one) => one !== id) : undefined);
  return (
    <FieldSet label={<FieldLabel field={field} />} help={field.help}>
      {ids.length > 0 && (
        <ul className="taken">
          {ids.map((id) => (
            <li key={id}>
              <RecordName id={id} />
              <Button kind="quiet" icon="close" onClick={() => drop(id)}>
                <span className="unseen">
                  {say("field.drop-link")} <RecordName id={id} />
                </span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button icon={ids.length > 0 && !several ? "link" : "add"} onClick={() => setChoosing(true)}>
          {ids.length > 0 && !several ? say("field.link.change") : say("field.link.add")}
          <span className="unseen">: {field.label}</span>
        </Button>
      </div>
      {problems[""] && <FieldProblem id="">{problems[""]}</FieldProblem>}
      {choosing && (
        <LinkDialog
          label={field.label}
          types={field.to}
          space={space}
          of={of}
          row={row}
          taken={ids}
          onTake={take}
          onClose={() => setChoosing(false)}
        />
      )}
    </FieldSet>
  );
}
