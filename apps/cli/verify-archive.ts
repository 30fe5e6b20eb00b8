import { readFileSync } from "node:fs"
import type { Verified } from "@qiaoliang/ballot"
import { Command } from "commander"
import { startThreads } from "./ballot-workers.ts"
import { unreadable } from "./unreadable.ts"

interface Options {
  readonly json?: true
}

/** `verify FILE…`: exit 0 when everything holds, 1 when something is wrong, 2 for a file that is no archive. */
export const verifyCommand = (): Command =>
  new Command("verify")
    .description("核验选举存档：校验链、监票人公钥、每张选票、密文总票、部分解密和结果，全部重新计算")
    .argument("<file...>", "选举存档（.bel），可写多个")
    .option("--json", "以 JSON 输出，每个文件一行")
    .helpOption("-h, --help", "显示帮助")
    .action(verify)

async function verify(files: readonly string[], { json }: Options): Promise<void> {
  for (const file of files) {
    const verified = await verifyFile(file)
    const code = verified.ok ? 0 : verified.notArchive ? 2 : 1
    process.exitCode = Math.max(Number(process.exitCode ?? 0), code)
    if (json) console.log(JSON.stringify(line(file, verified)))
    else if (verified.ok) console.log(sentences(file, verified).join("\n"))
    else console.error(`核验未通过：${file}：${verified.error}`)
  }
}

/** Bytes of some two dozen ballots: fewer are checked before threads have started. */
const large = 200_000

/** What the file says, checked; one that cannot be read is no archive. */
export async function verifyFile(file: string): Promise<Verified> {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file)
  } catch (error) {
    return { ok: false, ballots: 0, error: unreadable(error), notArchive: true, checkpoints: [] }
  }
  const threads = bytes.length > large ? startThreads() : null
  try {
    const { verifyArchive } = await import("@qiaoliang/ballot") // while the threads load it too
    return await verifyArchive(bytes, threads ? { check: threads.check } : {})
  } finally {
    await threads?.close()
  }
}

const line = (file: string, { ok, ballots, result, error }: Verified) => ({
  file,
  ok,
  ballots,
  ...(result ? { result } : {}),
  ...(error === undefined ? {} : { error }),
})

/** An election that holds, as the person at the machine reads it. */
export function sentences(file: string, verified: Verified): string[] {
  const { election, ballots, counted, result, inProgress, credentials, checkpoints } = verified
  const last = checkpoints.at(-1)
  return [
    `核验通过：${file}：${election?.name ?? ""}`,
    `  发放凭证${credentials}个，票箱中选票${ballots}张${counted === undefined ? "" : `，计票${counted}张`}`,
    ...(inProgress ? ["  选举尚未结束，还没有结果"] : []),
    ...(result ?? []).flatMap((row, i) => {
      const question = election!.questions[i]!
      const names = [...(question.blank ? ["弃权"] : []), ...question.answers]
      return [`  ${question.question}：${names.map((name, j) => `${name} ${row[j]}票`).join("，")}`]
    }),
    ...(last ? [`  末个事件的校验码 ${last.hash}（与会场公布、别人手中的比对）`] : []),
  ]
}
