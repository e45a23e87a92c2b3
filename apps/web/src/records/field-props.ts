/** What every input of a field is given. The input says what was written; what it means is checked elsewhere. */

import type { SpaceId } from "@saksi/domain/id";
import type { Field, FieldKind } from "@saksi/domain/record-type";
import type { Value } from "@saksi/domain/value";

export interface FieldProps<Kind extends FieldKind = FieldKind> {
  readonly field: Extract<Field, { readonly kind: Kind }>;
  readonly value: Value | undefined;
  /** Sentences of what is wrong, by the place inside the value: "" for the whole, `0.start` for a cell of a list */
  readonly problems: Readonly<Record<string, string>>;
  /** Where links are looked for */
  readonly space: SpaceId;
  readonly onChange: (value: Value | undefined) => void;
}

/** What stands beside every label. */
export interface Labelled {
  readonly label: string;
  readonly help?: string | undefined;
  readonly required?: boolean;
}
