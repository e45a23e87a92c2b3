/** Bytes as text of one character a byte, and back. (`TextDecoder("latin1")` is windows-1252 and loses bytes.) */

const utf16 = new TextDecoder("utf-16le", { ignoreBOM: true });

/** By way of 16 bits a byte: the one decoder that every platform has and that changes nothing. */
export const binary = (bytes: Uint8Array): string => utf16.decode(Uint16Array.from(bytes));

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
};

export const base64 = (bytes: Uint8Array): string => btoa(binary(bytes));

export const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
