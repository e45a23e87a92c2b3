/** Text that is already safe to stand in a page. Only `html` makes it, so nothing unescaped gets there by mistake. */

export interface Markup {
  readonly safe: string;
}

export type Shown = Markup | string | number | null | readonly Markup[];

/**
 * A template of well-formed markup. Strings and numbers are escaped, markup is kept, lists are joined, `null` is nothing.
 *
 * Example: `` html`<p>${"<b>"}</p>`.safe `` is `<p>&lt;b&gt;</p>`.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Shown[]): Markup {
  const pieces = strings.map((written, index) => written + shown(values[index] ?? null));
  return { safe: pieces.join("") };
}

/** Pieces with something between them. */
export const joined = (pieces: readonly Markup[], between: string): Markup => ({
  safe: pieces.map(({ safe }) => safe).join(escaped(between)),
});

function shown(value: Shown): string {
  if (value === null) return "";
  if (typeof value === "string" || typeof value === "number") return escaped(String(value));
  return "safe" in value ? value.safe : value.map(({ safe }) => safe).join("\n");
}

/** Every character that means something in HTML or XML, replaced; control characters, which XML forbids, dropped. */
export const escaped = (words: string): string =>
  words
    .replace(/\p{Cc}/gu, (control) => (control === "\n" || control === "\t" ? control : ""))
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
