import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["{policy,packages,kit,modules,apps,scripts,e2e}/**/*.test.{ts,tsx}"],
    globalSetup: ["./kit/server/postgres/for-tests.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: "forks",
    maxWorkers: 2,
  },
})
