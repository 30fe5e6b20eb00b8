#!/usr/bin/env node
import { enableCompileCache } from "node:module"
import { fileURLToPath } from "node:url"
import { type Command, CommanderError, program } from "commander"
import { inChinese, mistake } from "./in-chinese.ts"

// Types are stripped once, not at every start. Beside the program: only who may write it may write this.
enableCompileCache(fileURLToPath(new URL("../../node_modules/.cache/compiled", import.meta.url)))

/** Each command with what it needs: `verify` of an archive starts without the product's rooms. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import("./check.ts")).checkCommand(),
  disclose: async () => (await import("./disclose.ts")).discloseCommand(),
  verify: async () => (await import("./verify-archive.ts")).verifyCommand(),
  "verify-pack": async () => (await import("./verify-pack.ts")).verifyPackCommand(),
  "verify-ledger": async () => (await import("./verify-ledger.ts")).verifyLedgerCommand(),
  apportion: async () => (await import("./apportion.ts")).apportionCommand(),
  import: async () => (await import("./import.ts")).importCommand(),
  backup: async () => (await import("./backup.ts")).backupCommand(),
  restore: async () => (await import("./backup.ts")).restoreCommand(),
}

const asked = Object.keys(commands).filter((name) => name === process.argv[2])
inChinese(program)
  .name("qiaoliang")
  .description("桥梁：按《意见》运行学生会、研究生会")
  .helpOption("-h, --help", "显示帮助")
  .helpCommand(false)
for (const name of asked.length > 0 ? asked : Object.keys(commands))
  program.addCommand(inChinese(await commands[name]!()))

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof CommanderError)) throw error
  const wrong = mistake(error)
  if (wrong) console.error(wrong)
  process.exitCode = error.exitCode === 0 ? 0 : 2 // 1 is kept for violations
}
