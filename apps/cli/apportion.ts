import { readFileSync } from "node:fs"
import { openSolver } from "@qiaoliang/apportion"
import { Command } from "commander"
import { allocate, asJson, readTerms, report } from "#modules/seats/pure.ts"

/** `apportion FILE`: exit 0 with seats, 1 where the terms can't all be kept, 2 where the file can't be read. */
export function apportionCommand(): Command {
  return new Command("apportion")
    .description("按学院、年级和社团人数分配代表名额，列出每一步计算；不需要服务器和数据库")
    .argument("<file>", "JSON：faculties、societies，可选 total、method、floors 等")
    .option("--json", "输出 JSON")
    .helpOption("-h, --help", "显示帮助")
    .exitOverride()
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
  let text: string
  try {
    text = readFileSync(path, "utf8")
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined
    if (code === "ENOENT") return { because: `“${path}”不存在` }
    return {
      because: code === "EISDIR" ? `“${path}”是文件夹` : `“${path}”无法读取（${String(code)}）`,
    }
  }
  try {
    return { json: JSON.parse(text.replace(/^\uFEFF/, "")) as unknown }
  } catch (error) {
    return { because: `“${path}”不是 JSON：${error instanceof Error ? error.message : ""}` }
  }
}

function fail(because: string): void {
  process.stderr.write(`无法分配：${because}\n`)
  process.exitCode = 2
}
