import type { Result } from "@saksi/wire/result";

/** An answer that must be yes here. */
export function good<Value>(answer: Result<Value, unknown> | undefined): Value {
  if (answer?.ok !== true) throw new Error(`refused: ${JSON.stringify(answer?.error)}`);
  return answer.value;
}
