/** The other ways of writing a text down that a reader, or a reader's program, turns back: searched beside the text itself. */

export const unhidden = (texts: readonly string[]): readonly string[] => [...texts, ...texts.flatMap(otherReadings)];

function otherReadings(text: string): readonly string[] {
  return [
    ...(/%[0-9a-f]{2}/i.test(text) ? [fromAddress(text)] : []),
    ...(/&#?\w+;/.test(text) ? [unescaped(text)] : []),
    // a sign that turns the direction of letters round, so that what is stored backwards reads forwards
    ...(/[\u202d\u202e]/.test(text) ? [[...text].reverse().join("")] : []),
  ];
}

const fromAddress = (text: string): string =>
  text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run; // not UTF-8: nobody reads it as letters
    }
  });

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/** Characters said by name or number, as markup does. */
export const unescaped = (text: string): string =>
  text.replace(/&(#x[0-9a-f]+|#\d+|[a-z]+);/gi, (whole, entity: string) => {
    if (!entity.startsWith("#")) return named[entity.toLowerCase()] ?? whole;
    const point = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
