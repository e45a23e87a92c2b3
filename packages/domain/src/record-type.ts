/**
 * One declaration a record type. Its form, list, search index, import and export columns, JSON Schema, document section
 * and help text all come from it.
 */

/** Who may see a field by default; the class chooses the circle, the masking and the export. */
export type FieldClass =
  /** Anyone, once the record is cleared */
  | "public"
  /** The case team; made coarser or dropped on the way out */
  | "sensitive"
  /** Few, named readers: where someone hides, clinical detail, a source, a security plan */
  | "restricted"
  /** Leads to a person, alone or with one other field: names, numbers, faces */
  | "identifying"
  /** The team and coordinator; not for release */
  | "internal";

interface Common {
  /** What a person reads above the input */
  readonly label: string;
  readonly class: FieldClass;
  /** One line under the label: how to answer, what not to write */
  readonly help?: string;
  /** Belongs to the record that a monitor can take in five minutes */
  readonly minimum?: true;
  readonly required?: true;
  /** Kept and shown, but not asked in the form (computed, or set by a screen of its own) */
  readonly hidden?: true;
  /** Searched as words, or as a name with spelling slips; not searched when absent */
  readonly search?: "words" | "name";
}

/** A field's kind decides its input, its check, its column and its cell. Every kind but `file` also accepts Unknown. */
export type Field = Common &
  (
    | { readonly kind: "text"; readonly long?: true }
    | { readonly kind: "date" }
    | { readonly kind: "choice"; readonly vocabulary: string }
    | { readonly kind: "choices"; readonly vocabulary: string; readonly most?: number }
    | { readonly kind: "link"; readonly to: readonly string[] }
    | { readonly kind: "links"; readonly to: readonly string[] }
    | { readonly kind: "list"; readonly of: Readonly<Record<string, Field>> }
    | { readonly kind: "number"; readonly unit?: string; readonly least?: number; readonly most?: number }
    | { readonly kind: "yes-no" }
    | { readonly kind: "place" }
    | { readonly kind: "body-map" }
    | { readonly kind: "file" }
    | { readonly kind: "texts" }
  );

export type FieldKind = Field["kind"];

export interface RecordType<
  Name extends string = string,
  Fs extends Readonly<Record<string, Field>> = Readonly<Record<string, Field>>,
> {
  readonly name: Name;
  /** "Testimony", "Testimonies" */
  readonly label: { readonly one: string; readonly many: string };
  /** What it is for, one sentence */
  readonly help: string;
  /** 0 for everyone in the space, 1 for the circle that may see identity, clinical and restricted records */
  readonly circle: 0 | 1;
  readonly fields: Fs;
  /** The field whose value names the record in lists; never an identifying one */
  readonly title: string;
  /** The field by which lists are sorted in time, if any */
  readonly when?: string;
  /** The field that holds the record's state, if any; a vocabulary lists the states */
  readonly state?: string;
  /** The link field that ties it to a case, if any */
  readonly case?: string;
}

/** What a declaration's own field names must be; checked while it is written. */
interface NamedFields<Fs> {
  readonly title: keyof Fs & string;
  readonly when?: keyof Fs & string;
  readonly state?: keyof Fs & string;
  readonly case?: keyof Fs & string;
}

/** Declares a record type; only checks what the types cannot: a class of a narrower circle in a wider record. */
export function recordType<const Name extends string, const Fs extends Readonly<Record<string, Field>>>(
  type: RecordType<Name, Fs> & NamedFields<Fs>,
): RecordType<Name, Fs> {
  if (type.circle === 0) refuseNarrowerClasses(type.name, type.fields);
  return type;
}

function refuseNarrowerClasses(path: string, fields: Readonly<Record<string, Field>>): void {
  for (const [name, field] of Object.entries(fields)) {
    if (field.class === "identifying" || field.class === "restricted") {
      throw new Error(`${path}.${name} is ${field.class}: it belongs to a record of a smaller circle`);
    }
    if (field.kind === "list") refuseNarrowerClasses(`${path}.${name}`, field.of);
  }
}

/** The fields of a type in the order of its declaration. */
export const fieldsOf = (type: RecordType): readonly (readonly [string, Field])[] => Object.entries(type.fields);
