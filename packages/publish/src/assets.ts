/** Files that ship beside the code: `fonts/NotoSans-400.ttf`. From disk in Node, by URL in a browser. */
export interface Assets {
  load(name: string): Promise<Uint8Array>;
}
