import { readFileSync, statSync } from "node:fs"
import { defineConfig } from "vitest/config"
import { BaseSequencer, type TestSpecification } from "vitest/node"

/** Long files first, so that none runs alone at the end: the stories, and those that say they take minutes. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const longest = new Map(files.map((file) => [file, longestOf(file.moduleId)]))
    return files.toSorted((a, b) => longest.get(b)! - longest.get(a)!)
  }
}

/** The longest time a file allows itself, in seconds, a story five minutes; of those that name none, the longer text first. */
function longestOf(path: string): number {
  const story = /\/e2e\//.test(path) ? 300 : 0
  const limits = readFileSync(path, "utf8").matchAll(/\b(\d{2,3})_000\b/g)
  return Math.max(story, ...[...limits].map(([, seconds]) => Number(seconds))) + statSync(path).size / 1e6
}

export default defineConfig({
  test: {
    include: ["{policy,packages,kit,modules,apps,scripts,e2e}/**/*.test.{ts,tsx}"],
    globalSetup: ["./kit/server/postgres/for-tests.ts"],
    testTimeout: 180_000,
    hookTimeout: 300_000,
    // On a busy machine a screen may follow late; one that never does fails all the same.
    expect: { poll: { timeout: 30_000 } },
    sequence: { sequencer: LongFirst },
    pool: "forks",
    maxWorkers: 2,
    // Pages walked side by side in one file: while one waits for its server, another is judged.
    maxConcurrency: 2,
    // Reading the product takes longer than most files' tests: a process reads it once. Each file still has a
    // world of its own; what a file puts in the place of a global goes with it.
    isolate: false,
    unstubGlobals: true,
  },
})
