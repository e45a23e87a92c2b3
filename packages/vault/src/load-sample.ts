/** Writes the made-up alliance into an open vault, as its organisations would have: save by save, then the files. */

import type { SpaceId } from "@saksi/domain/id";
import type { SampleSpace } from "@saksi/domain/sample/alliance";
import { ok, type Result } from "@saksi/wire/result";
import type { OnProgress, Vault } from "./port.ts";
import type { Problem } from "./problem.ts";

export async function loadSample(
  vault: Pick<Vault, "createSpace" | "write" | "attach">,
  spaces: readonly SampleSpace[],
  onProgress: OnProgress,
): Promise<Result<SpaceId[], Problem>> {
  const total = spaces.reduce((sum, { batches, files }) => sum + batches.length + files.length, 0);
  const made: SpaceId[] = [];
  let done = 0;
  for (const { name, batches, files } of spaces) {
    const space = await vault.createSpace({ name, sample: true });
    if (!space.ok) return space;
    made.push(space.value);
    for (const batch of batches) {
      const saved = await vault.write(batch, space.value);
      if (!saved.ok) return saved;
      done += 1;
      onProgress({ done, total, step: "sample" });
    }
    for (const { exhibit, file } of files) {
      const blob = new Blob([file.bytes as BlobPart]);
      const attached = await vault.attach({ exhibit, file: blob, name: file.name, mediaType: file.mediaType });
      if (!attached.ok) return attached;
      done += 1;
      onProgress({ done, total, step: "sample" });
    }
  }
  return ok(made);
}
