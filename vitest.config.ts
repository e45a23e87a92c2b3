import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: [
      "*.test.ts",
      "tests/**/*.test.ts",
      "bench/*.test.ts",
      "packages/*/src/**/*.test.ts",
      "apps/{relay,cli}/src/**/*.test.ts",
      "apps/web/src/**/*.test.{ts,tsx}",
    ],
    exclude: ["**/node_modules/**", "**/dist/**", "apps/web/src/e2e/**"],
    pool: "forks",
    testTimeout: 60_000,
  },
});
