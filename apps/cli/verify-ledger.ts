import { existsSync, readdirSync } from "node:fs"
import { Command } from "commander"
import { type Checked, checkDatabase, checkFile, isWhole } from "./check-ledger.ts"
import { LedgerWriter, readLedger } from "./ledger-file.ts"
import { fail, withProduct } from "./product.ts"

interface Options {
  readonly data?: string
  readonly json?: true
  readonly export?: string
}

/** `verify-ledger [FILE]`: exit 0 when whole, 1 when broken, 2 when it cannot be read. */
export const verifyLedgerCommand = (): Command =>
  new Command("verify-ledger")
    .description("核验办理台账：逐条核对校验链，指出第一处断开；并核对每个事项与台账最后一条记录一致")
    .argument("[file]", "先前导出的台账；不写则核验本机数据库（使用内置数据库时先停止网站）")
    .option("--data <dir>", "数据文件夹（默认 QIAOLIANG_DATA 或 ./data）")
    .option("--export <file>", "核验的同时把全部台账导出为一个文件，每行一条 JSON")
    .option("--json", "以 JSON 输出结果")
    .helpOption("-h, --help", "显示帮助")
    .exitOverride()
    .action(verify)

async function verify(file: string | undefined, options: Options): Promise<void> {
  try {
    tell(file === undefined ? await database(options) : await checkFile(readLedger(file)), options)
  } catch (error) {
    fail(`台账无法读取：${error instanceof Error ? error.message : String(error)}`)
  }
}

async function database({ data, export: path }: Options): Promise<readonly Checked[]> {
  if (path !== undefined && existsSync(path)) throw new Error(`${path} 已存在`)
  const env = data === undefined ? process.env : { ...process.env, QIAOLIANG_DATA: data, DATABASE_URL: "" }
  const folder = env.QIAOLIANG_DATA || "data"
  if (!env.DATABASE_URL && !holdsDatabase(folder)) throw new Error(`${folder} 中没有数据库`)
  return withProduct(async ({ world }) => {
    const out = path === undefined ? undefined : new LedgerWriter(path)
    try {
      return await checkDatabase(world, out)
    } finally {
      out?.close()
    }
  }, env)
}

/** So that a wrong folder is not made into an empty database. */
const holdsDatabase = (folder: string): boolean =>
  existsSync(folder) && readdirSync(folder).some((name) => name.startsWith("postgres-"))

function tell(all: readonly Checked[], { json, export: path }: Options): void {
  const ok = all.every(isWhole)
  if (json) console.log(JSON.stringify({ ok, universities: all }, null, 2))
  else {
    for (const checked of all) console.log(sentences(checked).join("\n"))
    if (all.length === 0) console.log("没有学校，也没有台账")
    if (path !== undefined) console.log(`已导出到 ${path}`)
  }
  process.exitCode = ok ? 0 : 1
}

/** What is wrong, as the person at the machine reads it. */
export function sentences(c: Checked): string[] {
  if (isWhole(c))
    return [
      `核验通过：${c.name}，台账共${c.entries}条`,
      ...(c.last
        ? [`  末条校验码 ${c.last}（与先前抄下的比对：台账之后只会增加，抄下的那一条仍应在其中）`]
        : []),
    ]
  const out: string[] = []
  if (c.broken) out.push(`核验未通过：${c.name}，台账第${c.broken.seq}条：${broken[c.broken.because]}`)
  for (const { id, because } of c.courses.slice(0, shown))
    out.push(`核验未通过：${c.name}，事项 ${id}：${astray[because]}`)
  if (c.courses.length > shown) out.push(`  另有${c.courses.length - shown}个事项与台账不一致`)
  return out
}

const shown = 20

const broken = {
  gap: "编号不连续，此处有记录被删去或插入",
  prev: "与前一条衔接不上，前一条被换过",
  hash: "内容与校验码不符，记录被改动过",
  short: "末尾缺少记录，或与文件末尾登记的校验码不符",
} as const

const astray = {
  state: "现在的状态与台账最后一条记录不一致",
  unrecorded: "台账中没有这个事项",
  lost: "台账中有记录，事项已不在",
} as const
