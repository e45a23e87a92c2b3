/** A rough, honest guess of how hard a passphrase is to guess. A hint only: the vault decides what it refuses. */

export type Strength = "none" | "short" | "weak" | "fair" | "good";

/** The least that the vault takes, in characters. */
export const leastCharacters = 12;

/**
 * Counts words and different characters rather than kinds of characters: four or more unrelated words beat `P@ssw0rd!`.
 *
 * Works on grapheme-free counts of code points, so that Khmer or Urdu words count as what a person typed.
 */
export function strengthOf(passphrase: string): Strength {
  const characters = [...passphrase.normalize("NFC")];
  if (characters.length === 0) return "none";
  if (characters.length < leastCharacters) return "short";
  const different = new Set(characters).size;
  const words = new Set(passphrase.toLowerCase().split(/[\s\-_.]+/)).size;
  if (different < 8 || (words < 3 && characters.length < 16)) return "weak";
  return words >= 5 || (different >= 14 && characters.length >= 22) ? "good" : "fair";
}
