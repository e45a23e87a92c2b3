/** Medians, percentiles, and the clock. */

export const median = (values: readonly number[]): number => percentile(values, 0.5);

export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const at = Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * part) - 1));
  const value = sorted[at];
  if (value === undefined) throw new Error("nothing was measured");
  return value;
}

/** Milliseconds that it took, and what came of it. */
export async function timed<Value>(work: () => Value | Promise<Value>): Promise<{ ms: number; value: Value }> {
  const began = performance.now();
  const value = await work();
  return { ms: performance.now() - began, value };
}

export async function timesOf(count: number, work: (index: number) => unknown): Promise<readonly number[]> {
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) times.push((await timed(() => work(index))).ms);
  return times;
}

/** One measured number of the table. */
export interface Row {
  readonly key: string;
  readonly value: number;
  readonly unit: "s" | "ms" | "MB" | "KB" | "/s";
  /** The same work without us, measured in the same run: bare SQLite, bare Argon2, a bare fetch… Null: there is none */
  readonly floor: number | null;
  readonly note: string;
}

export const seconds = (ms: number): number => Math.round(ms / 10) / 100;
export const tenths = (value: number): number => Math.round(value * 10) / 10;
