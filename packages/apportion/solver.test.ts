import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { expect, it } from "vitest"
import { openSolver } from "./index.ts"

// As a browser opens it: from the bytes, without looking for a file.
const wasm = readFileSync(createRequire(import.meta.url).resolve("highs/runtime"))

it("is opened from the bytes of its WebAssembly, and tells a program without solution", async () => {
  const solve = await openSolver(new Uint8Array(wasm))
  const variables = [
    { low: 0, high: 5, cost: 3, whole: true },
    { low: 0, high: 5, cost: 2, whole: true },
  ]
  const atLeast = (low: number) => ({
    variables,
    rows: [{ low, high: Number.POSITIVE_INFINITY, terms: [[0, 2] as const, [1, 1] as const] }],
  })
  expect(solve(atLeast(7))).toEqual([3, 1])
  expect(solve(atLeast(16))).toBeNull()
})
