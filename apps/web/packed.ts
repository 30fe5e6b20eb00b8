import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { resolve } from "node:path"
import { promisify } from "node:util"
import { brotliCompress, constants, gzip } from "node:zlib"
import type { Plugin } from "vite"

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

/** Once when built, not at every request: each file also as brotli and as gzip, which browsers take over plain http. */
export function packed(quality = 11): Plugin {
  let dist = ""
  return {
    name: "qiaoliang:packed",
    apply: "build",
    configResolved: (settings) => {
      dist = resolve(settings.root, settings.build.outDir)
    },
    // After whatever else is written beside the bundle.
    closeBundle: { order: "post", sequential: true, handler: () => pack(dist, quality) },
  }
}

async function pack(dist: string, quality: number): Promise<void> {
  const names = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter(
    (name) => /\.(js|css|html|svg|webmanifest|wasm)$/.test(name) && !name.startsWith("."),
  )
  await Promise.all(
    names.map(async (name) => {
      const content = readFileSync(`${dist}/${name}`)
      // What another build of the same folder has packed stays.
      if (content.length < 400 || isNewer(`${dist}/${name}.br`, `${dist}/${name}`)) return
      const params = { [constants.BROTLI_PARAM_QUALITY]: quality }
      writeFileSync(`${dist}/${name}.gz`, await gzipped(content, { level: 9 }))
      writeFileSync(`${dist}/${name}.br`, await brotli(content, { params }))
    }),
  )
}

const isNewer = (a: string, b: string): boolean =>
  (statSync(a, { throwIfNoEntry: false })?.mtimeMs ?? 0) > statSync(b).mtimeMs
