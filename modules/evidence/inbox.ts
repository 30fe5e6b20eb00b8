import { dayOf } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { clauseLabel, clauses, isClause } from "#policy/index.ts"
import { mayDecide } from "./abilities.ts"
import { explanationsOf } from "./store.ts"

/** Exceptions from a `principle` clause that wait for the designated deputy secretary (10.3). */
export async function inboxItems(ctx: Ctx) {
  const unions = await unionsOf(ctx.tx)
  const names = new Map(unions.map((u) => [u.id, u.name]))
  const all = await explanationsOf(ctx.tx, [...names.keys()])
  return all.flatMap(({ row }) => {
    const permission = mayDecide(ctx.actor, row.by)
    if (!("as" in permission) || !permission.as || row.decidedAt || !isClause(row.clause)) return []
    if (clauses[row.clause].force !== "principle") return []
    const { officeName, title } = permission.as
    return [
      {
        id: `evidence/${row.id}`,
        module: "evidence",
        heading: "审批例外",
        title: `审批例外：${names.get(row.unionId)}，${clauseLabel(row.clause)}`,
        detail: row.reason,
        since: dayOf(row.at),
        href: "/office/evidence",
        capacity: `${officeName} ${title}`,
        clause: row.clause,
      },
    ]
  })
}
