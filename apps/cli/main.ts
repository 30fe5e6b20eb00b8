#!/usr/bin/env node
import { Command, CommanderError } from "commander"
import { apportionCommand } from "./apportion.ts"
import { backupCommand, restoreCommand } from "./backup.ts"
import { checkCommand } from "./check.ts"
import { discloseCommand } from "./disclose.ts"
import { importCommand } from "./import.ts"
import { verifyLedgerCommand } from "./verify-ledger.ts"
import { verifyPackCommand } from "./verify-pack.ts"

const program = new Command("qiaoliang")
  .description("桥梁：按《意见》运行学生会、研究生会")
  .helpOption("-h, --help", "显示帮助")
  .helpCommand(false)
  .exitOverride()
  .addCommand(checkCommand())
  .addCommand(discloseCommand())
  .addCommand(verifyPackCommand())
  .addCommand(verifyLedgerCommand())
  .addCommand(importCommand())
  .addCommand(apportionCommand())
  .addCommand(backupCommand())
  .addCommand(restoreCommand())

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof CommanderError)) throw error
  // Commander has already said what is wrong; 1 is kept for violations.
  process.exitCode = error.exitCode === 0 ? 0 : 2
}
