import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { gzipSync } from "node:zlib"

/**
 * Transferred JavaScript, gzipped, of the first pages: what the built pages load before they stand, that is
 * the entry, its static imports, the first screen's and its words'. The office fetches the other rooms' words
 * afterwards, when idle.
 */
export interface Weight {
  readonly page: string
  readonly bytes: number
  readonly limit: number
  readonly files: readonly { file: string; bytes: number }[]
}

interface Entry {
  readonly file: string
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
}
type Manifest = Readonly<Record<string, Entry>>

const built = fileURLToPath(new URL("../apps/web/dist/", import.meta.url))

const pages = [
  {
    page: "public home",
    manifest: "manifest.json",
    limit: 120_000,
    from: [
      "index.html",
      "/modules/site/screens/Home.tsx",
      "/kit/web/words/zh.json",
      "/modules/site/words/zh.json",
    ],
  },
  {
    page: "student's home",
    manifest: "manifest.json",
    limit: 110_000,
    from: [
      "index.html",
      "/modules/home/screens/Me.tsx",
      "/modules/reminders/screens/Bell.tsx",
      "/kit/web/words/zh.json",
      "/modules/(site|home|reminders)/words/zh.json",
    ],
  },
  {
    page: "first office page",
    manifest: "office.json",
    limit: 400_000,
    from: [
      "office.html",
      "/modules/inbox/screens/Inbox.tsx",
      "/kit/web/words/zh.json",
      "/modules/(accounts|inbox|reminders)/words/zh.json",
      "antd/es/locale/zh_CN.js",
      "dayjs/locale/zh-cn.js",
      "dayjs/dayjs.min.js",
    ],
  },
] as const

export function weigh(dist = built): Weight[] {
  return pages.map(({ page, limit, from, manifest: name }) => {
    const manifest: Manifest = JSON.parse(readFileSync(`${dist}.vite/${name}`, "utf8"))
    const reached = new Set<string>()
    const walk = (key: string): void => {
      const entry = manifest[key]
      if (!entry || reached.has(entry.file)) return
      reached.add(entry.file)
      for (const next of entry.imports ?? []) walk(next)
    }
    for (const pattern of from) {
      const found = Object.keys(manifest).filter((key) =>
        new RegExp(`(^|/)${pattern.replace(/^\//, "")}$`).test(key),
      )
      if (found.length === 0) throw new Error(`${page}: nothing built from ${pattern}`)
      for (const key of found) walk(key)
    }
    const files = ["theme.js", ...reached]
      .filter((file) => file.endsWith(".js"))
      .map((file) => ({ file, bytes: gzipSync(readFileSync(dist + file), { level: 6 }).length }))
    return { page, limit, files, bytes: files.reduce((sum, f) => sum + f.bytes, 0) }
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { page, bytes, limit, files } of weigh()) {
    const ratio = (bytes / limit).toFixed(2)
    console.log(`${page}: ${(bytes / 1000).toFixed(1)} kB of ${limit / 1000} kB (${ratio})`)
    if (process.argv.includes("--files"))
      for (const f of [...files].sort((a, b) => b.bytes - a.bytes))
        console.log(`  ${(f.bytes / 1000).toFixed(1).padStart(6)} ${f.file}`)
  }
}
