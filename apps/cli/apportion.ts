import { readFileSync } from "node:fs"
import { openSolver } from "@qiaoliang/apportion"
import { Command } from "commander"
import { allocate, asJson, readTerms, report } from "#modules/seats/pure.ts"
import { unreadable } from "./unreadable.ts"

/** `apportion FILE`: exit 0 with seats, 1 where the terms can't all be kept, 2 where the file can't be read. */
export function apportionCommand(): Command {
  return new Command("apportion")
    .description("按学院、年级和社团人数分配代表名额，列出每一步计算；不需要服务器和数据库")
    .argument("<file>", "JSON：faculties、societies，可选 total、method、floors 等")
    .option("--json", "输出 JSON")
    .helpOption("-h, --help", "显示帮助")
    .action(async (file: string, options: { readonly json?: true }) => {
      const read = open(file)
      if ("because" in read) return fail(read.because)
      const terms = readTerms(read.json)
      if (!terms.ok) return fail(terms.error.because)
      const made = allocate(terms.value, await openSolver())
      process.stdout.write(options.json ? `${JSON.stringify(asJson(made), null, 1)}\n` : report(made))
      process.exitCode = made.infeasible ? 1 : 0
    })
}

function open(path: string): { readonly json: unknown } | { readonly because: string } {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch (error) {
    return { because: `“${path}”：${unreadable(error)}` }
  }
  let text: string
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return { because: `“${path}”不是 UTF-8 编码的文字，请另存为 UTF-8` }
  }
  try {
    return { json: JSON.parse(text) as unknown }
  } catch (error) {
    return { because: `“${path}”不是 JSON：${place(text, error instanceof Error ? error.message : "")}` }
  }
}

/** Where reading stopped: said by the engine with its position, or with what it met, or at the end. */
function place(text: string, message: string): string {
  const [, at] = /at position (\d+)/.exec(message) ?? []
  const [, met] = /^Unexpected token '(.+?)'/su.exec(message) ?? []
  if (at === undefined && met === undefined) return text.trim() === "" ? "文件是空的" : "没有写完"
  if (at === undefined) return `不应有“${met}”`
  const before = text.slice(0, Number(at)).split("\n")
  return `第${before.length}行第${before.at(-1)!.length + 1}个字附近写得不对`
}

function fail(because: string): void {
  process.stderr.write(`无法分配：${because}\n`)
  process.exitCode = 2
}
