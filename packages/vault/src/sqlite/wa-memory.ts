/** Texts in and out of the memory of the WebAssembly module. */

import type { Pointer, WaSqlite } from "./wa-sqlite.ts";

export type Memory = ReturnType<typeof memoryOf>;

/** Texts in and out of the module's memory, ended by a zero as C wants them. */
export function memoryOf(module: WaSqlite) {
  const encoder = new TextEncoder();

  function withText<Value>(text: string, work: (pointer: Pointer, bytes: number) => Value): Value {
    const bytes = encoder.encode(text);
    const pointer = module._malloc(bytes.length + 1);
    try {
      module.HEAPU8.set(bytes, pointer);
      module.HEAPU8[pointer + bytes.length] = 0;
      return work(pointer, bytes.length + 1);
    } finally {
      // A key passes here as text.
      module.HEAPU8.fill(0, pointer, pointer + bytes.length);
      module._free(pointer);
    }
  }

  return {
    withText,
    /** Calls with the address of a pointer, and returns what was written there beside the code. */
    withOut(work: (out: Pointer) => number): { readonly code: number; readonly out: Pointer } {
      const out = module._malloc(4);
      module.HEAP32[out >> 2] = 0;
      const code = work(out);
      const written = module.HEAP32[out >> 2] ?? 0;
      module._free(out);
      return { code, out: written };
    },
    textAt(pointer: Pointer): string {
      const end = module.HEAPU8.indexOf(0, pointer);
      return new TextDecoder().decode(module.HEAPU8.subarray(pointer, end));
    },
  };
}
