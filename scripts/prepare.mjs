// What `npm start` and `npm test` need before anything of ours can run: the dependencies and a Node that runs
// TypeScript. Plain JavaScript without dependencies, for Node 20: it runs before the install.
import { spawn, spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { delimiter, dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

/** The folder of the repository, whatever the working directory is. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Prints one line in both languages. @param {string} chinese @param {string} english */
export const say = (chinese, english) => console.log(`桥梁 · ${chinese} | ${english}`)

/** Ends with a sentence a person can act on. @param {string} chinese @param {string} english @returns {never} */
export function giveUp(chinese, english) {
  console.error(`桥梁 · ${chinese} | ${english}`)
  process.exit(1)
}

/** @param {string} path */
const inModules = (path) => join(root, "node_modules", path)

// Written by us after a whole install only, with the lock file it was made from.
const stamp = inModules(".qiaoliang-installed")
// Written by npm at the end of an install: what is there.
const inventory = inModules(".package-lock.json")

/** @param {string} version @param {number} major @param {number} minor */
const atLeast = (version, major, minor) => {
  const [a = 0, b = 0] = version.replace(/^v/, "").split(".").map(Number)
  return a > major || (a === major && b >= minor)
}

/** Installs the dependencies when they are missing, half there or older than the lock file. */
export function install() {
  if (!atLeast(process.version, 20, 0))
    giveUp(
      `需要 Node.js 20 或更新的版本，现在是 ${process.version}。请从 https://nodejs.org 安装后重试`,
      "Node.js 20 or newer is needed",
    )
  const wanted = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex")
  if (existsSync(inventory)) {
    if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return
    if (isInstalled()) return writeFileSync(stamp, wanted) // somebody ran npm install by hand
  }
  say("正在安装依赖，第一次需要一两分钟……", "Installing dependencies, a minute or two the first time")
  // First the signs that it is whole: npm deletes in no promised order, and may be killed.
  for (const sign of [stamp, inventory]) rmSync(sign, { force: true })
  const { command, before, shell } = npm()
  const options = { cwd: root, stdio: /** @type {const} */ ("inherit"), shell }
  const done = spawnSync(
    command,
    [...before, "ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"],
    options,
  )
  if (done.error || done.status !== 0)
    giveUp(
      "依赖没有装好。请检查网络后重试（重新运行同一条命令即可）",
      "npm ci failed; run the same command again",
    )
  writeFileSync(stamp, wanted)
}

/** The npm that started us, or the one on the path. */
function npm() {
  const started = process.env.npm_execpath
  if (started && /npm-cli\.c?js$/.test(started) && existsSync(started))
    return { command: process.execPath, before: [started], shell: false }
  const shell = process.platform === "win32" // npm.cmd
  if (spawnSync("npm", ["--version"], { stdio: "ignore", shell }).status !== 0)
    giveUp("找不到 npm。它随 Node.js 一起安装，请重新安装 Node.js", "npm was not found; reinstall Node.js")
  return { command: "npm", before: [], shell }
}

/** Whether npm's inventory has everything of the lock file that this machine needs. */
function isInstalled() {
  /** @param {string} path */
  const packagesOf = (path) => JSON.parse(readFileSync(path, "utf8")).packages
  try {
    const there = packagesOf(inventory)
    return Object.entries(packagesOf(join(root, "package-lock.json"))).every(
      ([path, wanted]) =>
        !path.startsWith("node_modules/") ||
        (there[path] ? there[path].integrity === wanted.integrity : wanted.optional || wanted.peer),
    )
  } catch {
    return false
  }
}

/** The Node that runs TypeScript directly: the pinned one, or the running one when it is new enough. */
export function modernNode() {
  const pinned = inModules(join("node", "bin", process.platform === "win32" ? "node.exe" : "node"))
  if (existsSync(pinned) && spawnSync(pinned, ["--version"], { stdio: "ignore" }).status === 0) return pinned
  if (atLeast(process.version, 22, 18)) return process.execPath
  return giveUp(
    `自带的 Node 24 没有装好，而现在的 ${process.version} 太旧。请删除 node_modules 后重试，或安装 Node.js 24`,
    "The pinned Node 24 is missing and this Node is older than 22.18",
  )
}

/** The environment for our own programs: they find the modern Node first. @param {string} node */
export const environmentWith = (node) => ({
  ...process.env,
  PATH: `${dirname(node)}${delimiter}${inModules(".bin")}${delimiter}${process.env.PATH ?? ""}`,
})

/**
 * Runs a program with our terminal and hands on the signals we get; resolves to its exit code.
 * @param {string} command @param {string[]} args @param {import("node:child_process").SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function runThrough(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, stdio: "inherit", ...options })
  const signals = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])
  const handOn = signals.map((signal) => {
    const listener = () => void child.kill(signal)
    process.on(signal, listener)
    return () => process.off(signal, listener)
  })
  const watch = endWithNpm(child)
  return new Promise((resolve, reject) => {
    child.once("error", reject)
    child.once("exit", (code, signal) => {
      clearInterval(watch)
      for (const forget of handOn) forget()
      resolve(
        code ?? (signal === "SIGINT" ? 130 : signal === "SIGHUP" ? 129 : signal === "SIGKILL" ? 137 : 143),
      )
    })
  })
}

/**
 * npm hands a SIGTERM to the shell between it and us, and Debian's shell dies of it without a word to us:
 * so under npm, losing our parent is the signal. (Elsewhere it is not: `nohup node scripts/start.mjs &`.)
 * @param {import("node:child_process").ChildProcess} child
 */
function endWithNpm(child) {
  if (!process.env.npm_lifecycle_event || process.platform === "win32") return undefined
  const parent = process.ppid
  return setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), 300)
}
