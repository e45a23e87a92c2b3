/** One field of a record: its input by kind, and the three ways of having no answer where the kind allows them. */

import type { Field } from "@saksi/domain/record-type";
import { isUnknown } from "@saksi/domain/value";
import type { ReactNode } from "react";
import { Button } from "../components/button.tsx";
import { say } from "../words/say.ts";
import type { FieldProps } from "./field-props.ts";
import { BodyMapInput } from "./inputs/body-map-input.tsx";
import { ChoiceInput } from "./inputs/choice-input.tsx";
import { ChoicesInput } from "./inputs/choices-input.tsx";
import { DateInput } from "./inputs/date-input.tsx";
import { FieldLabel } from "./inputs/field-label.tsx";
import { LinkInput } from "./inputs/link-input.tsx";
import { ListInput } from "./inputs/list-input.tsx";
import { NumberInput } from "./inputs/number-input.tsx";
import { PlaceInput } from "./inputs/place-input.tsx";
import { TextInput } from "./inputs/text-input.tsx";
import { TextsInput } from "./inputs/texts-input.tsx";
import { YesNoInput } from "./inputs/yes-no-input.tsx";
import { NoAnswer, unknownWords } from "./no-answer.tsx";

export function FieldRow(props: FieldProps & { readonly name: string }) {
  const { field, value, onChange, name } = props;
  if (isUnknown(value)) {
    return (
      <div className="field answer-none" data-field={name}>
        <strong>
          <FieldLabel field={field} />
        </strong>
        <div className="row">
          <span>{unknownWords(value)}</span>
          <Button kind="quiet" onClick={() => onChange(undefined)}>
            {say("field.answer-after-all")}
            <span className="unseen">: {field.label}</span>
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className="field-row" data-field={name}>
      <Input {...props} />
      {field.kind !== "file" && <NoAnswer label={field.label} value={value} onChange={onChange} />}
    </div>
  );
}

/** By kind. Each input narrows the field to its own kind. */
function Input(props: FieldProps): ReactNode {
  const { field } = props;
  switch (field.kind) {
    case "text":
      return <TextInput {...props} field={field} />;
    case "date":
      return <DateInput {...props} field={field} />;
    case "choice":
      return <ChoiceInput {...props} field={field} />;
    case "choices":
      return <ChoicesInput {...props} field={field} />;
    case "link":
    case "links":
      return <LinkInput {...props} field={field} row={FieldRow} />;
    case "list":
      return <ListInput {...props} field={field} row={FieldRow} />;
    case "number":
      return <NumberInput {...props} field={field} />;
    case "yes-no":
      return <YesNoInput {...props} field={field} />;
    case "place":
      return <PlaceInput {...props} field={field} />;
    case "body-map":
      return <BodyMapInput {...props} field={field} />;
    case "texts":
      return <TextsInput {...props} field={field} />;
    case "file":
      return <FileOnly field={field} />;
  }
}

/** A file is attached on the record's page, where its progress can be seen. */
function FileOnly({ field }: { readonly field: Field }) {
  return (
    <div className="field">
      <strong>{field.label}</strong>
      <div className="help">{say("field.file.later")}</div>
    </div>
  );
}
