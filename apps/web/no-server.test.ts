import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { build } from "vite"
import { expect, it } from "vitest"
import { noServer } from "./no-server.ts"

const repository = fileURLToPath(new URL("../..", import.meta.url))

const builds = async (code: string): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), "web-"))
  writeFileSync(join(folder, "index.js"), code)
  try {
    await build({
      root: folder,
      configFile: false,
      logLevel: "silent",
      plugins: [noServer(repository)],
      build: { write: false, rollupOptions: { input: join(folder, "index.js") } },
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

it("builds what is the browser's", () => builds("console.log(document.title)"))

it("fails on a file of the server", () =>
  expect(
    builds(`import { nobody } from "${repository}kit/server/actor.ts"; console.log(nobody)`),
  ).rejects.toThrow(/server code in the browser bundle: kit\/server\/actor.ts/))

it("fails on a module of Node", () =>
  expect(builds(`import fs from "node:fs"; console.log(fs)`)).rejects.toThrow(/node:fs is of the server/))
