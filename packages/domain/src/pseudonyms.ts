/**
 * Names to call people by: a quality and a thing of nature, in our own list. They say nothing about anyone: no colour of
 * skin, no size, no age, no strength, no faith, no nation; nothing that sounds like a place or a weapon.
 */

const qualities =
  "amber autumn brisk broad calm clear cobalt copper coral crisp dewy distant early evening even fern floating fresh gentle gliding hazel inland ivory jade leafy level lilac linen lucid mellow misty morning mossy olive open patient pearl plain polished quiet rainy resting russet sage saffron sandy shaded silver slow smooth soft spring steady still summer sunlit teal thoughtful tidal tranquil umber velvet violet wandering willow winding".split(
    " ",
  );
const things =
  "acorn anchor apple arbour basket bay beacon bell birch bridge brook canyon cedar cloud clover comet compass cove creek daisy delta dune ember estuary feather field garden grove harbour heron hill island kettle kite lagoon lake lantern leaf ledger lily loom maple meadow mill moon orchard otter oyster paper path pebble pine pond quill reed ridge river sail shore sparrow stone thistle tide valley wharf".split(
    " ",
  );

/** How many different pairs there are. */
export const pseudonymCount = qualities.length * things.length;

/**
 * A word pair that nobody in the organisation has yet, such as "Quiet River"; `undefined` when none was found in a
 * hundred tries, so that a person types one.
 *
 * @param random  gives that many random bytes; comes from the composition root
 * @param taken   pseudonyms in use, compared without case
 */
export function suggestPseudonym(random: (bytes: number) => Uint8Array, taken: readonly string[]): string | undefined {
  const used = new Set(taken.map((name) => name.trim().toLowerCase()));
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const pair = `${capital(pick(qualities, random))} ${capital(pick(things, random))}`;
    if (!used.has(pair.toLowerCase())) return pair;
  }
  return undefined;
}

/** Two bytes over some sixty words: the bias is under a tenth of a percent. */
function pick(words: readonly string[], random: (bytes: number) => Uint8Array): string {
  const [high = 0, low = 0] = random(2);
  return words[((high << 8) | low) % words.length] ?? "";
}

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
