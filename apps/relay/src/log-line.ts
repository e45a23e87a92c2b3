/**
 * One line a request, for an operator who must see that the relay works and nothing more: no address, no space, no
 * device, no path, no token, no content. An error of ours is named by a random id that the asker was told as well.
 */

export interface Answered {
  readonly at: number;
  readonly method: string;
  /** The route's pattern, never the path */
  readonly route: string;
  readonly status: number;
  readonly outcome: string;
  readonly tookMs: number;
}

export const answeredLine = ({ at, method, route, status, outcome, tookMs }: Answered): string =>
  `${new Date(at).toISOString()} ${method} ${route} ${status} ${outcome} ${Math.round(tookMs)}ms`;

/** Where it went wrong in our code, without the message: that may quote what was asked. */
export function faultLine(at: number, id: string, problem: unknown): string {
  const name = problem instanceof Error ? problem.name : typeof problem;
  const code =
    problem instanceof Error && "code" in problem && typeof problem.code === "string" ? ` ${problem.code}` : "";
  return `${new Date(at).toISOString()} fault ${id} ${name}${code} ${placesOf(problem).join(" < ")}`;
}

/** File names and lines of the innermost frames. */
function placesOf(problem: unknown): string[] {
  const stack = problem instanceof Error ? (problem.stack ?? "") : "";
  return [...stack.matchAll(/([\w.-]+\.[cm]?[jt]s:\d+):\d+\)?$/gm)].map(([, place = ""]) => place).slice(0, 5);
}
