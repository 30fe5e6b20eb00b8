import { chmod, cp, lstat, readFile, rm } from "node:fs/promises"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import {
  type Binaries,
  canRun,
  findBinaries,
  makeLinks,
  plainEnvironment,
  usableBinaries,
} from "./binaries.ts"
import { asOrdinaryUser, asRoot, endAll, temporaryFolder } from "./rehearsal.ts"

afterAll(endAll)

/** The package as `npm ci --ignore-scripts` leaves it: without its links. */
async function asIgnoreScriptsLeavesIt(mode = 0o755): Promise<Binaries & { links: string[] }> {
  const found = await findBinaries()
  const home = await temporaryFolder("未 链接", mode)
  const native = join(home, "native")
  await cp(found.native, native, { recursive: true, verbatimSymlinks: true })
  const list: { target: string }[] = JSON.parse(await readFile(join(native, "pg-symlinks.json"), "utf8"))
  const links = list.map(({ target }) => join(home, target))
  for (const link of links) await rm(link, { force: true })
  return { ...found, native, links }
}

test.skipIf(process.platform === "win32")("missing links are made, and the programs run", async () => {
  const bare = await asIgnoreScriptsLeavesIt()
  expect(bare.links.length).toBeGreaterThan(0)
  expect(canRun(bare, undefined)).toBe(false)
  expect(await makeLinks(bare.native)).toBe(true)
  for (const link of bare.links) expect((await lstat(link)).isSymbolicLink()).toBe(true)
  expect(canRun(bare, undefined)).toBe(true)
  expect(await makeLinks(bare.native)).toBe(true) // and again
})

test.skipIf(!asRoot)("binaries another user cannot reach are copied to where it can, once", async () => {
  const bare = await asIgnoreScriptsLeavesIt(0o700)
  const spare = await temporaryFolder("spare")
  await makeLinks(bare.native)
  await chmod(join(bare.native, "bin", "postgres"), 0o700) // as a strict umask leaves it
  expect(canRun(bare, asOrdinaryUser)).toBe(false)
  const copied = await usableBinaries(bare, asOrdinaryUser, async () => spare)
  expect(copied.native.startsWith(spare)).toBe(true)
  expect(canRun(copied, asOrdinaryUser)).toBe(true)
  const made = await lstat(copied.native)
  await usableBinaries(bare, asOrdinaryUser, async () => spare)
  expect((await lstat(copied.native)).ino).toBe(made.ino)
})

test("the machine's locale and PG variables do not reach PostgreSQL", () => {
  process.env.PGPORT = "1"
  process.env.LC_CTYPE = "zh_CN.GB18030"
  const environment = plainEnvironment()
  delete process.env.PGPORT
  delete process.env.LC_CTYPE
  expect(environment.PGPORT).toBeUndefined()
  expect(environment.LC_CTYPE).toBeUndefined()
  expect(environment.LC_ALL).toBe("C")
})
