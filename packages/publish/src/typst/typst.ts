/** One typesetter, two engines: native in Node where it installs, else WebAssembly. */
export interface Typst {
  /**
   * @param files  by absolute path; `/main.typ` is the document
   * @param fonts  static TrueType; nothing else is used, neither of the system nor of the network
   * @returns      the PDF; or why not, one message a fault
   */
  compile(
    files: ReadonlyMap<string, Uint8Array>,
    fonts: readonly Uint8Array[],
  ): Promise<Uint8Array | readonly string[]>;
  /** Frees memory; WebAssembly never gives any back before. */
  close(): void;
}
