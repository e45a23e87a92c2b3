/**
 * SQL as a tagged template: what stands between the backticks is the question, what is put in is bound, never joined.
 *
 * Example: ``sql`select * from said where record = ${id}` `` has the text `select * from said where record = ?`.
 * A statement inside another is woven in with its values: ``sql`${question} limit ${50}` ``.
 */

/** Whole numbers up to 2^53 are stored as integers, others as reals. No booleans, no undefined, no bigint. */
export type SqlValue = null | number | string | Uint8Array;

/** A whole statement or a piece of one. Only `sql` and the three functions below make one. */
export interface Statement {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

export function sql(strings: TemplateStringsArray, ...parts: readonly (SqlValue | Statement)[]): Statement {
  let text = strings[0] ?? "";
  const values: SqlValue[] = [];
  for (const [index, part] of parts.entries()) {
    if (isStatement(part)) {
      text += part.text;
      values.push(...part.values);
    } else {
      text += "?";
      values.push(part);
    }
    text += strings[index + 1] ?? "";
  }
  return { text, values };
}

/** Pieces one after the other with a separator between: lists, or conditions joined by ``sql` and ` ``. */
export function joined(pieces: readonly Statement[], separator: Statement = sql`, `): Statement {
  return {
    text: pieces.map(({ text }) => text).join(separator.text),
    values: pieces.flatMap(({ values }, index) => (index === 0 ? values : [...separator.values, ...values])),
  };
}

/** The name of a table or column that is made from a declaration. Refuses all but letters, digits and underscores. */
export function named(name: string): Statement {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) throw new Error(`not a name for a table or column: ${name}`);
  return { text: `"${name}"`, values: [] };
}

/** A text written into the statement, for the places where SQLite binds nothing: `create table`, `create index`. */
export function literal(text: string): Statement {
  if (text.includes("\0")) throw new Error("a literal holds no NUL");
  return { text: `'${text.replaceAll("'", "''")}'`, values: [] };
}

const isStatement = (part: SqlValue | Statement): part is Statement =>
  part !== null && typeof part === "object" && "text" in part;
