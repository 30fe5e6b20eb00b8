import type { Ctx } from "#kit/server/world.ts"
import { mayImport } from "./abilities.ts"
import { anyDone } from "./store.ts"

/** Where nothing was ever brought in, whoever keeps the lists is told with what to begin. */
export async function inboxItems(ctx: Ctx) {
  const may = mayImport(ctx.actor)
  if (!("as" in may) || !may.as || (await anyDone(ctx.tx))) return []
  return [
    {
      id: "imports/begin",
      module: "imports",
      title: "导入学生名册和各类名单",
      heading: "导入学生名册和各类名单",
      detail: "还没有导入过工作簿：先学生名册和学业成绩，再学生会、研究生会名单，最后代表名单",
      since: ctx.today,
      href: "/office/imports",
      capacity: `${may.as.officeName} ${may.as.title}`,
      clause: "9.1",
    },
  ]
}
