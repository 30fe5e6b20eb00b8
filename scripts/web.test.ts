import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"

// Plain JavaScript, since it runs on Node 20 before anything is installed.
const { hashOfSources }: { hashOfSources: (base: string) => string } = await import(
  new URL("./web.mjs", import.meta.url).href
)

let tree: string
const write = async (path: string, text: string) => {
  await mkdir(join(tree, dirname(path)), { recursive: true })
  await writeFile(join(tree, path), text)
}

beforeEach(async () => {
  tree = await mkdtemp(join(tmpdir(), "源 码-"))
  await write("modules/feedback/screens/NeedList.tsx", "1")
  await write("package-lock.json", "{}")
})
afterEach(() => rm(tree, { recursive: true }))

test.each([
  "modules/feedback/screens/NeedList.tsx",
  "modules/feedback/contract.ts",
  "modules/feedback/words/zh.json",
  "apps/web/index.html",
  "kit/web/client.ts",
  "package-lock.json",
])("a change to %s asks for a new build", async (path) => {
  const before = hashOfSources(tree)
  expect(hashOfSources(tree)).toBe(before)
  await write(path, "changed")
  expect(hashOfSources(tree)).not.toBe(before)
})

test.each([
  "modules/feedback/actions/raise.ts",
  "modules/feedback/store.ts",
  "modules/feedback/need.test.ts",
  "apps/web/dist/index.html",
  "apps/server/main.ts",
])("a change to %s does not", async (path) => {
  const before = hashOfSources(tree)
  await write(path, "changed")
  expect(hashOfSources(tree)).toBe(before)
})
