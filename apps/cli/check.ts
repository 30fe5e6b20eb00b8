import { readFileSync } from "node:fs"
import { basename } from "node:path"
import { type Day, dayOf, isDay } from "@qiaoliang/basics"
import type { Limit } from "@qiaoliang/clause"
import { openWorkbook, type Workbook } from "@qiaoliang/sheets"
import { Command, InvalidArgumentError } from "commander"
import { type FilesJudged, judgeFiles } from "#modules/findings/judge-files.ts"
import { localLimit, readingOf } from "./choices.ts"
import { report } from "./report.ts"

interface Options {
  readonly asOf?: Day
  readonly json?: true
  readonly university?: string
  readonly reading: Readonly<Record<string, string>>
  readonly local: Readonly<Record<string, Limit>>
  readonly rotation?: true
}

/** `check FILES…`: exit 0 without violations, 1 with, 2 where a file or an option cannot be read. */
export function checkCommand(): Command {
  return new Command("check")
    .description("逐条研判名册、成绩、名单等工作簿，不需要服务器和数据库")
    .argument("<files...>", ".xlsx、.xls 或 .csv 文件")
    .option("--as-of <day>", "按这一天研判（YYYY-MM-DD）；不写则看各表标题", aDay)
    .option("--json", "输出 JSON")
    .option("--university <name>", "学校名称；不写则看各表标题")
    .option("--reading <clause=key>", "选用某条的读法，可重复，如 4.3=practice-year", choose(readingOf), {})
    .option(
      "--local <clause=limit>",
      "本校更严的规定，可重复，如 3.3=4、3.8a=20-28、5.6=60%",
      choose(localLimit),
      {},
    )
    .option("--rotation", "各学生会已实行执行主席轮值（2.2）")
    .helpOption("-h, --help", "显示帮助")
    .exitOverride()
    .action((files: string[], options: Options) => check(files, options))
}

function check(files: readonly string[], options: Options): void {
  const workbooks = files.map(open)
  const faults = workbooks.filter((w) => typeof w === "string")
  if (faults.length > 0) {
    fail(faults)
    return
  }
  const judged = judgeFiles(workbooks as Workbook[], {
    today: dayOf(new Date()),
    readings: options.reading,
    limits: options.local,
    rotation: options.rotation ?? false,
    ...(options.asOf ? { asOf: options.asOf } : {}),
    ...(options.university ? { university: options.university } : {}),
  })
  if (judged.unreadable.length > 0) {
    fail(judged.unreadable.map((u) => u.because))
    return
  }
  for (const aside of judged.asides) process.stderr.write(`说明：${aside}\n`)
  process.stdout.write(options.json ? `${JSON.stringify(asJson(judged), null, 1)}\n` : report(judged))
  const broken = judged.refused.length > 0 || judged.findings.some((f) => f.verdict === "violated")
  process.exitCode = broken ? 1 : 0
}

/** The workbook, or in one sentence why it cannot be read. */
function open(path: string): Workbook | string {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined
    if (code === "ENOENT") return `“${path}”不存在`
    if (code === "EISDIR") return `“${path}”是文件夹，请写出其中的文件`
    return `“${path}”无法读取（${String(code)}）`
  }
  const opened = openWorkbook(basename(path), bytes)
  return opened.ok ? opened.value : [opened.error.because, opened.error.cure].filter(Boolean).join("。")
}

function fail(faults: readonly string[]): void {
  for (const fault of faults) process.stderr.write(`无法研判：${fault}\n`)
  process.exitCode = 2
}

function aDay(text: string): Day {
  if (isDay(text)) return text
  throw new InvalidArgumentError("请写成 YYYY-MM-DD，如 2025-11-15")
}

/** `3.3=4`, collected by clause. */
const choose =
  <T>(parse: (clause: string, text: string) => T) =>
  (written: string, before: Readonly<Record<string, T>>): Record<string, T> => {
    const [, clause, text] = /^第?([\d.]+[a-c]?)=(.+)$/.exec(written.trim()) ?? []
    if (!clause || !text) throw new InvalidArgumentError("请写成“条款=值”，如 3.3=4")
    return { ...before, [clause]: parse(clause, text) }
  }

/** What programs read. Places and persons as the workbooks have them. */
const asJson = ({ unions, findings, refused, reported, asOf }: FilesJudged) => ({
  unions: unions.map(({ id, name, level, kind, staff, presidium, departments }) => ({
    id,
    name,
    level,
    kind,
    staff,
    presidium,
    departments,
  })),
  findings,
  refused: refused.map(({ file, sheet, row, column, cell, because, clause, cure, name, written }) => ({
    file,
    sheet,
    row,
    column: column ?? null,
    because,
    clause: clause ?? null,
    cell: cell ?? null,
    cure: cure ?? null,
    name: name ?? null,
    written: written ?? null,
  })),
  reported: reported.map(
    ({ report, file, sheet, row, because, cell, cure, name, studentId, measured, written, other }) => ({
      kind: report,
      file,
      sheet,
      row,
      name: name ?? null,
      studentId: studentId ?? null,
      because,
      cure: cure ?? null,
      cell: cell ?? null,
      measured: measured ?? null,
      written: written ?? null,
      other: other ?? null,
    }),
  ),
  asOf,
})
