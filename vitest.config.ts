import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["{policy,packages,kit,modules,apps,scripts,e2e}/**/*.test.{ts,tsx}"],
    globalSetup: ["./kit/server/postgres/for-tests.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: "forks",
    maxWorkers: 2,
    // Reading the product takes longer than most files' tests: a process reads it once. Each file still has a
    // world of its own; what a file puts in the place of a global goes with it.
    isolate: false,
    unstubGlobals: true,
  },
})
