/** What `run.ts` runs: each part asked for, on one database server. */
import { existsSync } from "node:fs"
import { parseArgs } from "node:util"
import { apportionLines } from "./apportion.ts"
import { ballotLines } from "./ballot.ts"
import { boardLines } from "./board.ts"
import { homeLines, isInstalled } from "./home.ts"
import { importLines } from "./imports.ts"
import { judgingLines } from "./judging.ts"
import { memoryLine } from "./memory.ts"
import { needRegisterLines } from "./need-register.ts"
import { needLines } from "./needs.ts"
import { procedureLines } from "./procedures.ts"
import { type Ground, openGround } from "./product.ts"
import { type Line, print } from "./report.ts"
import { similarLines } from "./similar.ts"
import { votingLines } from "./voting.ts"
import { weigh } from "./web-size.ts"
import { largeRegister, sampleRegister } from "./workbooks.ts"

const { values, positionals } = parseArgs({
  options: { rounds: { type: "string", default: "3" } },
  allowPositionals: true,
})
const rounds = Math.max(1, Number(values.rounds) || 3)

const parts: Readonly<Record<string, (ground: Ground) => Promise<void>>> = {
  memory: async (ground) => {
    largeRegister(40_000) // made here, not in the process that is measured
    print(await memoryLine(ground, 40_000, 400))
    print(await memoryLine(ground, 0))
  },
  import: async (ground) => {
    show(await importLines(ground, sampleRegister(), "12,000", rounds))
    show(await importLines(ground, largeRegister(40_000), "40,000", rounds))
  },
  register: async (ground) => show(await needRegisterLines(ground, rounds)),
  procedures: async (ground) => show(await procedureLines(ground, rounds)),
  judging: async (ground) => show(await judgingLines(ground, rounds * 7)),
  voting: async (ground) => show(await votingLines(ground)),
  board: async (ground) => show(await boardLines(ground, rounds)),
  web: async (ground) => {
    if (!isBuilt()) return console.log("  The pages: not built yet, run npm run build")
    weights()
    if (isInstalled()) return show(await homeLines(ground, rounds))
    console.log("  Lighthouse: not installed, run npm ci --ignore-scripts --prefix bench/lighthouse")
  },
  needs: async (ground) => show(await needLines(ground, rounds)),
}

const chosen = (name: string) => positionals.length === 0 || positionals.includes(name)
const show = (lines: readonly Line[]) => lines.forEach(print)

let ground: Promise<Ground> | undefined
let closing: Promise<void> | undefined
const close = () => {
  closing ??= ground?.then((opened) => opened.close()) ?? Promise.resolve()
  return closing
}
// Even while the database is only starting, and a second time: the folder goes first.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(signal, () => {
    process.on("uncaughtException", () => {}) // connections the stopped server leaves behind
    process.on("unhandledRejection", () => {})
    void close().finally(() => process.exit(130))
  })

try {
  if (Object.keys(parts).some(chosen)) ground = openGround()
  for (const [name, measure] of Object.entries(parts)) if (ground && chosen(name)) await measure(await ground)
} finally {
  await close()
}
if (chosen("apportion")) show(await apportionLines(rounds))
if (chosen("ballot")) show(await ballotLines(rounds))
if (chosen("similar")) show(similarLines(rounds))

function isBuilt(): boolean {
  return existsSync(new URL("../apps/web/dist/.vite/manifest.json", import.meta.url))
}

function weights(): void {
  for (const { page, bytes, limit, files } of weigh())
    print({
      name: `JavaScript of the ${page}, gzipped`,
      figure: bytes / 1000,
      unit: "kB",
      aim: limit / 1000,
      raw: `${files.length} files`,
    })
}
