import { readFileSync } from "node:fs"
import { chineseDay } from "@qiaoliang/basics"
import { Command } from "commander"
import { verifyPack } from "#modules/disclosure/verify.ts"

interface Options {
  readonly seal?: string
  readonly sha256?: string
}

/** `verify-pack FILE`: exit 0 when whole, 1 when it was changed, 2 when it cannot be read. */
export const verifyPackCommand = (): Command =>
  new Command("verify-pack")
    .description("离线核验改革情况公开的证据包：逐个文件比对 SHA-256，并由数据重新编制一遍")
    .argument("<file>", "证据包（.zip）")
    .option("--sha256 <hash>", "公开网页底部的内容校验码")
    .option("--seal <hash>", "下载时给出的清单校验码")
    .helpOption("-h, --help", "显示帮助")
    .exitOverride()
    .action((file: string, options: Options) => verify(file, options))

export const register = (program: Command): Command => program.addCommand(verifyPackCommand())

function verify(file: string, options: Options): void {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file)
  } catch {
    process.stderr.write(`“${file}”无法读取\n`)
    process.exitCode = 2
    return
  }
  const checked = verifyPack(bytes, options)
  if (!checked.ok) {
    const { because, at, cure, code } = checked.error
    process.stderr.write(`核验未通过：${because}${at ? `（${at}）` : ""}${cure ? `。${cure}` : ""}\n`)
    process.exitCode = code === "unreadable" || code === "too-large" ? 2 : 1
    return
  }
  const { manifest, seal, sha256, content, recomposed } = checked.value
  process.stdout.write(
    `核验通过：${content.title}（数据截至${chineseDay(content.asOf)}）
  ${manifest.files.length}个文件与清单一致
  内容 SHA-256 ${sha256}
  清单 SHA-256 ${seal}
  ${recomposed ? "由所附数据重新编制，结果一致" : "由所附数据重新编制，结果不同：本程序与编制时的版本不同"}
`,
  )
}
