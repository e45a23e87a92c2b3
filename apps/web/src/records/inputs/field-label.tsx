/** A field's label with its marks: needed, kept for the smaller circle. */

import type { Field } from "@saksi/domain/record-type";
import { say } from "../../words/say.ts";

export function FieldLabel({ field }: { readonly field: Field }) {
  return (
    <>
      {field.label}
      {field.required && <span className="needed"> · {say("field.needed")}</span>}
      {(field.class === "restricted" || field.class === "identifying") && (
        <span className="kept-small"> · {say("field.smaller-circle")}</span>
      )}
    </>
  );
}
