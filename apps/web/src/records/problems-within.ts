/** The problems of one part of a value, by their place inside that part: of `0.start` and `0.end`, within `0`, `start` and `end`. */

export function problemsWithin(
  problems: Readonly<Record<string, string>>,
  part: string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(problems).flatMap(([at, sentence]) =>
      at === part ? [["", sentence]] : at.startsWith(`${part}.`) ? [[at.slice(part.length + 1), sentence]] : [],
    ),
  );
}
