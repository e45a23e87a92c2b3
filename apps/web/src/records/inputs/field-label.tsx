/** A field's label and whether an answer is needed. */

import type { Field } from "@saksi/domain/record-type";
import { say } from "../../words/say.ts";

export function FieldLabel({ field }: { readonly field: Field }) {
  return (
    <>
      {field.label}
      {field.required && <span className="needed"> · {say("field.needed")}</span>}
    </>
  );
}
