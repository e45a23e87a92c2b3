/** A sealed chunk on this device's disk is called by the hash of its sealed bytes; nothing in the name is from the file. */
export const chunkFile = (hash: string): string => `chunk-${hash}`;
