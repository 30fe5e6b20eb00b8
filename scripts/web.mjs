// Builds the web app when what it is made of has changed. Plain JavaScript for Node 20, like its callers.
import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { join, relative, sep } from "node:path"
import { environmentWith, giveUp, root, runThrough, say } from "./prepare.mjs"

const sources = [
  "apps/web",
  "apps/verify",
  "kit/web",
  "modules",
  "packages",
  "policy",
  "package-lock.json",
  "tsconfig.json",
]
// Server-side folders and files, which the bundle may not contain: changing them needs no new build.
const passedOver =
  /(^|\/)(node_modules|dist|actions|queries|jobs|migrations|store\.ts|schema\.ts|[^/]*\.test\.tsx?)$/

/** One hash over every file the web app may be made of, below `base`. @param {string} base */
export function hashOfSources(base) {
  const hash = createHash("sha256")
  /** @param {string} path */
  const take = (path) => {
    const name = relative(base, path).split(sep).join("/")
    if (passedOver.test(name) || !existsSync(path)) return
    const entries = listing(path)
    if (entries) for (const entry of entries) take(join(path, entry))
    else hash.update(`${name}\0`).update(createHash("sha256").update(readFileSync(path)).digest())
  }
  for (const source of sources) take(join(base, source))
  return hash.digest("hex")
}

/** The sorted names in a folder; undefined for a file. @param {string} path */
function listing(path) {
  try {
    return readdirSync(path).sort()
  } catch {
    return undefined
  }
}

/** Makes apps/web/dist current. Built beside and renamed, so that a kill leaves the old build or none. @param {string} node */
export async function buildWeb(node) {
  const web = join(root, "apps", "web")
  const dist = join(web, "dist")
  if (!existsSync(join(web, "vite.config.ts")))
    return say("还没有网页部分，跳过", "No web app in this tree yet, skipped")
  const current = hashOfSources(root)
  const built = join(dist, "built-from.txt")
  if (existsSync(built) && readFileSync(built, "utf8") === current) return
  say("正在生成网页……", "Building the web app")
  const cache = join(root, ".cache")
  mkdirSync(cache, { recursive: true })
  sweep(cache)
  const fresh = join(cache, `web-${process.pid}-new`)
  const old = join(cache, `web-${process.pid}-old`)
  const vite = join(root, "node_modules", "vite", "bin", "vite.js")
  // The office and the page that checks archives go in beside the public site, which empties the folder first.
  const office = ["--config", join(web, "vite.office.config.ts")]
  for (const [app, ...more] of [["apps/web", "--emptyOutDir"], ["apps/web", ...office], ["apps/verify"]]) {
    const args = [vite, "build", app, "--outDir", fresh, ...more, "--logLevel", "warn"]
    const code = await runThrough(node, args, { env: environmentWith(node) })
    if (code === 0) continue
    rmSync(fresh, { recursive: true, force: true })
    giveUp(`网页没有生成成功（退出码 ${code}）`, "The web app did not build")
  }
  writeFileSync(join(fresh, "built-from.txt"), current)
  if (existsSync(dist)) renameSync(dist, old)
  renameSync(fresh, dist)
  rmSync(old, { recursive: true, force: true })
}

/** What killed builds left. @param {string} cache */
function sweep(cache) {
  for (const name of readdirSync(cache)) {
    const pid = Number(/^web-(\d+)-/.exec(name)?.[1] ?? 0)
    if (pid && !isAlive(pid)) rmSync(join(cache, name), { recursive: true, force: true })
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM"
  }
}
