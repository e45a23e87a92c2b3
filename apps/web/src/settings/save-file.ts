/** Where the bytes of a file go on their way out: straight to disk where the browser can, else gathered and handed over. */

export interface FileOut {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** Hands the whole file to the person */
  readonly finish: () => Promise<void>;
  /** Leaves nothing behind */
  readonly drop: () => Promise<void>;
}

interface Picker {
  showSaveFilePicker?(options: { readonly suggestedName: string }): Promise<FileSystemFileHandle>;
}

/**
 * @param name  names no person and no case
 * @returns     null when the person closed the dialog without choosing
 */
export async function fileOut(name: string): Promise<FileOut | null> {
  const { showSaveFilePicker } = globalThis as Picker;
  if (!showSaveFilePicker) return gathered(name);
  try {
    const handle = await showSaveFilePicker({ suggestedName: name });
    const stream = await handle.createWritable();
    return {
      write: (bytes) => stream.write(new Uint8Array(bytes)),
      finish: () => stream.close(),
      drop: () => stream.abort(),
    };
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return null;
    return gathered(name);
  }
}

/** In pieces that the browser may move to disk by itself: a Blob of Blobs. */
function gathered(name: string): FileOut {
  const parts: Blob[] = [];
  return {
    write: async (bytes) => {
      parts.push(new Blob([new Uint8Array(bytes)]));
    },
    async finish() {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob(parts, { type: "application/octet-stream" }));
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    },
    async drop() {
      parts.length = 0;
    },
  };
}
