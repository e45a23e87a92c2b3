/** Names of things. Random, meaningless, made in one place each; never derived from a person, a place or a time. */

declare const brand: unique symbol;
type Brand<Name extends string> = string & { readonly [brand]: Name };

/** 26 characters, a-z and 2-7: 16 random bytes in base32. Safe in a URL, on a command line, read aloud. */
export type RecordId = Brand<"record">;
/** 64 hexadecimal characters: the entry id of the space's genesis. */
export type SpaceId = Brand<"space">;
/** 32 hexadecimal characters: names one writing of the fields of one record. Recomputed from the log, never read. */
export type Version = Brand<"version">;

const alphabet = "abcdefghijklmnopqrstuvwxyz234567";

/**
 * A new record id.
 *
 * @param random  gives that many random bytes; comes from the composition root
 */
export function newRecordId(random: (bytes: number) => Uint8Array): RecordId {
  let bits = 0;
  let value = 0;
  let text = "";
  for (const byte of random(16)) {
    value = ((value << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5) {
      text += alphabet[(value >>> (bits - 5)) & 31];
      bits -= 5;
    }
  }
  if (bits > 0) text += alphabet[(value << (5 - bits)) & 31];
  return text as RecordId;
}

/** Stands in a finding for a record that is not saved yet. */
export const draftId = "draft" as RecordId;

export const isRecordId = (text: string): text is RecordId => /^[a-z2-7]{26}$/.test(text);
export const isSpaceId = (text: string): text is SpaceId => /^[0-9a-f]{64}$/.test(text);
export const isVersion = (text: string): text is Version => /^[0-9a-f]{32}$/.test(text);
