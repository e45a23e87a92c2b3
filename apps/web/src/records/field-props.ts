/** What every input of a field is given. The input says what was written; what it means is checked elsewhere. */

import type { RecordId, SpaceId } from "@saksi/domain/id";
import type { Field, FieldKind } from "@saksi/domain/record-type";
import type { Value } from "@saksi/domain/value";
import type { ComponentType } from "react";

export interface FieldProps<Kind extends FieldKind = FieldKind> {
  readonly field: Extract<Field, { readonly kind: Kind }>;
  readonly value: Value | undefined;
  /** Sentences of what is wrong, by the place inside the value: "" for the whole, `0.start` for a cell of a list */
  readonly problems: Readonly<Record<string, string>>;
  /** Where links are looked for */
  readonly space: SpaceId;
  /** The case that the record belongs to: links are looked for there first, and what they begin belongs to it too */
  readonly of?: RecordId | undefined;
  /** BCP 47 tag of what is written here, where the record says it */
  readonly lang?: string | undefined;
  readonly onChange: (value: Value | undefined) => void;
}

/** How one field is shown. Inputs that hold fields themselves are handed it: `field-row.tsx` knows them, not they it. */
export type ShownField = ComponentType<FieldProps & { readonly name: string }>;
