import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { basename, join } from "node:path"
import { type Day, dayOf, isDay } from "@qiaoliang/basics"
import { openWorkbook, type Workbook } from "@qiaoliang/sheets"
import { Command, InvalidArgumentError } from "commander"
import { compose } from "#modules/disclosure/compose.ts"
import { evidencePack } from "#modules/disclosure/evidence.ts"
import { inputsFromFiles } from "#modules/disclosure/from-files.ts"
import type { DisclosureInput } from "#modules/disclosure/input.ts"
import { obstacles } from "#modules/disclosure/obstacles.ts"
import { formats, printed } from "#modules/disclosure/print.ts"

interface Options {
  readonly out: string
  readonly asOf?: Day
  readonly university?: string
  readonly faculties?: true
  readonly rank?: string
}

/** `disclose FILES… --out DIR`: exit 0 when written, 2 where a file or an option cannot be read. */
export const discloseCommand = (): Command =>
  new Command("disclose")
    .description(
      "据工作簿直接编制改革情况公开（草稿）：Word、PDF、网页、结构化数据和证据包，不需要服务器和数据库",
    )
    .argument("<files...>", ".xlsx、.xls 或 .csv 文件")
    .requiredOption("--out <dir>", "写到这个文件夹")
    .option("--as-of <day>", "按这一天编制（YYYY-MM-DD）；不写则看各表标题", aDay)
    .option("--university <name>", "学校名称；不写则看各表标题")
    .option("--faculties", "院级组织也各出一份")
    .option("--rank <how>", "排名的写法：band（前30%以内）或 value（名次）", "band")
    .helpOption("-h, --help", "显示帮助")
    .exitOverride()
    .action((files: string[], options: Options) => disclose(files, options))

export const register = (program: Command): Command => program.addCommand(discloseCommand())

async function disclose(files: readonly string[], options: Options): Promise<void> {
  const opened = files.map(open)
  const faults = opened.filter((w) => typeof w === "string")
  if (faults.length > 0) return fail(faults)
  const { judged, inputs } = inputsFromFiles(opened as Workbook[], {
    today: dayOf(new Date()),
    ...(options.asOf ? { asOf: options.asOf } : {}),
    ...(options.university ? { university: options.university } : {}),
  })
  if (judged.unreadable.length > 0) return fail(judged.unreadable.map((u) => u.because))
  const wanted = inputs.filter((i) => options.faculties || i.filer.level === "school")
  if (wanted.length === 0) return fail(["这些文件里没有学生会（研究生会）名单"])
  for (const aside of judged.asides) process.stderr.write(`说明：${aside}\n`)
  for (const input of wanted) await write(options.rank === "value" ? shown(input) : input, options.out)
}

const shown = (input: DisclosureInput): DisclosureInput => ({
  ...input,
  own: { ...input.own, masks: { rank: "value" } },
})

async function write(input: DisclosureInput, out: string): Promise<void> {
  const content = compose(input)
  const folder = join(out, content.union.name.replace(/[/\\:*?"<>|]/g, "_"))
  mkdirSync(folder, { recursive: true })
  for (const format of formats) {
    const file = await printed(
      content,
      format,
      { signatures: format !== "html", watermark: "草稿" },
      { noindex: true },
    )
    writeFileSync(join(folder, file.name), file.bytes)
  }
  const pack = await evidencePack({ content, input, made: dayOf(new Date()), documents: new Map() })
  writeFileSync(join(folder, "pack.zip"), pack.bytes)
  const left = obstacles(input, content)
  process.stdout.write(
    [
      `${content.title}　→ ${folder}`,
      ...(left.length ? [`  送审前还有${left.length}处待办：`, ...left.map((o) => `  · ${o.because}`)] : []),
      `  证据包清单 SHA-256 ${pack.seal}`,
      "",
    ].join("\n"),
  )
}

/** The workbook, or in one sentence why it cannot be read. */
function open(path: string): Workbook | string {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch (error) {
    return `“${path}”无法读取（${error instanceof Error && "code" in error ? String(error.code) : "?"}）`
  }
  const opened = openWorkbook(basename(path), bytes)
  return opened.ok ? opened.value : [opened.error.because, opened.error.cure].filter(Boolean).join("。")
}

function fail(faults: readonly string[]): void {
  for (const fault of faults) process.stderr.write(`无法编制：${fault}\n`)
  process.exitCode = 2
}

function aDay(text: string): Day {
  if (isDay(text)) return text
  throw new InvalidArgumentError("请写成 YYYY-MM-DD，如 2025-11-15")
}
