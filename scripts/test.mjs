// `npm test`: installs what is missing, then every check in order, stopping at the first that fails.
// The last line is always `N passed, N failed`: each check counts as one test, vitest's tests one by one.
// Words after `npm test --` choose vitest's files.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { installPrograms } from "./debian.mjs"
import { environmentWith, install, modernNode, root, runThrough, say } from "./prepare.mjs"
import { buildWeb } from "./web.mjs"

const folder = mkdtempSync(join(tmpdir(), "qiaoliang-report-"))
const report = join(folder, "vitest.json")
let passed = 0
let failed = 0
process.on("exit", (code) => {
  rmSync(folder, { recursive: true, force: true })
  if (code !== 0 && failed === 0) failed = 1 // the preparation itself gave up
  console.log(`${passed} passed, ${failed} failed`)
})

install()
installPrograms()
const node = modernNode()
const options = { env: environmentWith(node) }
/** @param {string} path */
const bin = (path) => join(root, "node_modules", path)

const colors = process.stdout.isTTY ? "force" : "off"
const checks = [
  { name: "biome", args: [bin("@biomejs/biome/bin/biome"), "ci", `--colors=${colors}`, "."] },
  { name: "tsc", args: [bin("typescript/bin/tsc"), "-p", "."] },
  { name: "scripts/check.ts", args: [join(root, "scripts", "check.ts")] },
]

if (await everyCheck()) {
  await buildWeb(node) // the stories open the built pages
  await tests()
}
process.exitCode = failed > 0 ? 1 : 0

async function everyCheck() {
  for (const { name, args } of checks) {
    if (name.startsWith("scripts/") && !existsSync(join(root, name))) continue
    say(`检查：${name}`, "Check")
    const code = await runThrough(node, args, options)
    if (code === 0) passed++
    else {
      failed++
      say(`没有通过：${name}（退出码 ${code}）`, "Failed here")
      return false
    }
  }
  return true
}

async function tests() {
  say("检查：vitest", "Tests")
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`]
  const args = [bin("vitest/vitest.mjs"), "run", ...reporters, ...process.argv.slice(2)]
  const code = await runThrough(node, args, options)
  const told = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : undefined
  passed += told?.numPassedTests ?? 0
  failed += (told?.numFailedTests ?? 0) + brokenFiles(told?.testResults ?? [])
  if (code !== 0 && failed === 0) failed = 1 // it ended before or after its tests: a setup, an unhandled error
  if (failed > 0) say(`没有通过：vitest（退出码 ${code}）`, "Failed here")
}

/**
 * Files that failed without one failed test: they could not even be read.
 * @param {{ status: string, assertionResults: { status: string }[] }[]} files
 */
function brokenFiles(files) {
  return files.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  ).length
}
