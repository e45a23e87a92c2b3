/**
 * What storage can refuse in the middle of anything. Any write may meet it, so it is thrown, and read again with
 * `storageFault` at the one place that answers a person.
 */

export type StorageFault =
  | { readonly kind: "disk-full" }
  | { readonly kind: "another-writer" }
  | { readonly kind: "damaged-file"; readonly what: "tables" | "log" };

const faults = new WeakMap<Error, StorageFault>();

/** An error that carries a fault. The message is for developers and holds no value. */
export function faultError(fault: StorageFault, message: string): Error {
  const error = new Error(`${fault.kind}: ${message}`);
  faults.set(error, fault);
  return error;
}

/** The fault behind a thrown error; undefined: the error is a mistake of ours and must be thrown on. */
export function storageFault(error: unknown): StorageFault | undefined {
  if (!(error instanceof Error)) return undefined;
  return faults.get(error) ?? (isDiskFull(error) ? { kind: "disk-full" } : undefined);
}

/** Node says ENOSPC or EDQUOT, a browser QuotaExceededError. */
function isDiskFull(error: Error): boolean {
  const code = "code" in error ? error.code : undefined;
  return code === "ENOSPC" || code === "EDQUOT" || error.name === "QuotaExceededError";
}
