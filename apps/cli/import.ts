import { readFileSync } from "node:fs"
import { basename } from "node:path"
import { isDay } from "@qiaoliang/basics"
import { Command } from "commander"
import { openActor } from "#modules/accounts/index.ts"
import { imports } from "../server/modules.ts"
import { fail, withProduct } from "./product.ts"

/** `import FILES… --as NUMBER`: what the import page does, from the command line, by a person who may. */
export const importCommand = (): Command =>
  new Command("import")
    .description("把工作簿导入本机的学校：认表、逐行检查、整本保存；有错则一行不存")
    .argument("<files...>", ".xlsx、.xls 或 .csv")
    .requiredOption("--as <number>", "以谁的名义（学号或工号，须有导入的职责）")
    .option("--as-of <day>", "截止日期 YYYY-MM-DD，默认今天")
    .option("--complete", "名册完整：未列出的人视为已离校")
    .option("--json", "输出 JSON")
    .action(
      async (files: string[], options: { as: string; asOf?: string; complete?: boolean; json?: boolean }) => {
        if (options.asOf !== undefined && !isDay(options.asOf)) return fail("--as-of 不是 YYYY-MM-DD 的日期")
        await withProduct(async ({ world }) => {
          const of = await world.firstUniversity()
          if (!of) return fail("还没有设立学校", "先运行 npm start")
          const actor = await openActor(world, of, options.as)
          if (!actor) return fail(`没有${options.as}这个账号`)
          for (const path of files) {
            const fileName = basename(path)
            const bytes = new Uint8Array(readFileSync(path))
            const asOf = options.asOf ?? world.today(of)
            const given = { fileName, bytes, asOf, complete: options.complete ?? false }
            const result = await imports.work().bring(of, actor, given)
            if (!result.ok) return fail(`${fileName}：${result.error.because}`, result.error.cure)
            if (options.json) console.log(JSON.stringify({ file: fileName, ...result.value }))
            else
              for (const k of result.value.kinds)
                console.log(
                  `${fileName}：${k.label}${k.rows}行，新增${k.added}，变更${k.changed}，结束${k.closed}`,
                )
          }
        })
      },
    )
