/**
 * The sample alliance, one tap away: a vault in memory, under a passphrase that nobody knows and nobody needs. It is
 * written as a person would write it, through the whole road, so that what one sees is what the product does.
 */

import { sampleAlliance } from "@saksi/domain/sample/alliance";
import type { Vault } from "@saksi/vault/port";
import type { Problem } from "@saksi/vault/problem";

/**
 * Fills an empty vault with three made-up organisations.
 *
 * @param passphrase  random; the vault goes with the tab
 * @param profile     who looks at the sample; said to be made up
 * @returns           attaches the exhibits: takes longer than a person should wait for the first screen
 */
export async function fillSample(
  vault: Vault,
  { passphrase, profile }: Parameters<Vault["create"]>[0],
): Promise<() => Promise<void>> {
  held(await vault.create({ passphrase, profile }));
  const spaces = sampleAlliance();
  for (const { name, batches } of spaces) {
    const space = held(await vault.createSpace({ name, sample: true }));
    for (const batch of batches) held(await vault.write(batch, space));
  }
  return async () => {
    for (const { exhibit, file } of spaces.flatMap(({ files }) => files)) {
      const blob = new Blob([new Uint8Array(file.bytes)], { type: file.mediaType });
      held(await vault.attach({ exhibit, file: blob, name: file.name, mediaType: file.mediaType }));
    }
  };
}

/** The sample is ours: that it cannot be written is our mistake. */
function held<Value>(
  answer: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Problem },
): Value {
  if (!answer.ok) throw new Error(`the sample was refused: ${answer.error.kind}`);
  return answer.value;
}
