/**
 * Who may import whom. The relay cannot read because it cannot import anything that reads.
 *
 * Held by boundaries.test.ts, which reads every import and every package.json.
 */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  "packages/domain": [],
  "packages/wire": [],
  "packages/treaties": ["packages/domain"],
  "packages/vault": ["packages/domain", "packages/wire"],
  "packages/publish": ["packages/domain"],
  "apps/relay": ["packages/wire"],
  "apps/cli": ["packages/domain", "packages/treaties", "packages/vault", "packages/publish"],
  "apps/web": ["packages/domain", "packages/treaties", "packages/vault", "packages/publish"],
};

/** Packages that run anywhere: no platform module, no third-party package, not even a type of one. */
export const pure: readonly string[] = ["packages/domain", "packages/wire", "packages/treaties"];
