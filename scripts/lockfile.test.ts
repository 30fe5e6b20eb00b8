import { readFile } from "node:fs/promises"
import { expect, test } from "vitest"

interface Locked {
  readonly resolved?: string
  readonly link?: boolean
}

const read = async (): Promise<Record<string, Locked>> =>
  JSON.parse(await readFile(new URL("../package-lock.json", import.meta.url), "utf8")).packages

// npm keeps `resolved` for our own workspaces: there it is a folder, not an address.
const addresses = (packages: Record<string, Locked>): string[] =>
  Object.entries(packages)
    .filter(
      ([, { resolved, link }]) => resolved !== undefined && !(link && /^packages\/[a-z]+$/.test(resolved)),
    )
    .map(([path, { resolved }]) => `${path}: ${resolved}`)

test("the lock file carries no addresses: any registry may serve the install", async () => {
  const packages = await read()
  expect(Object.keys(packages).length).toBeGreaterThan(100)
  expect(addresses(packages)).toEqual([])
})

test("an address would be noticed", () => {
  expect(addresses({ "node_modules/a": { resolved: "https://mirror.example/a.tgz" } })).toHaveLength(1)
  expect(addresses({ "node_modules/b": { resolved: "packages/b", link: true } })).toEqual([])
})
