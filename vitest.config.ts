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
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Tests that kill browsers and processes share two noisy cores with them; a second try is reported as such.
    retry: process.env.CI ? 1 : 0,
  },
});
