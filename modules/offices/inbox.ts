import type { Ctx } from "#kit/server/world.ts"
import { mayDesignate } from "./abilities.ts"
import { leadershipOn } from "./facts.ts"

/** What waits for the person among the offices: a missing designation, posts without a head. */
export async function inboxItems(ctx: Ctx) {
  const { actor } = ctx
  const head = actor.capacities.find((c) => c.office === "school-party" && c.post === "head")
  const designates = mayDesignate(actor, { number: "" })
  const as = "as" in designates ? designates.as : null
  if (!as && !head && !actor.admin) return []
  const { gaps } = await leadershipOn(ctx.tx, ctx.university, ctx.today)
  const item = (id: string, title: string, detail: string, clause: string, capacity: string) => ({
    id: `offices/${id}`,
    module: "offices",
    title,
    heading: title,
    detail,
    since: ctx.today,
    href: "/office/offices",
    capacity,
    clause,
  })
  const undesignated = gaps.find((g) => g.clause === "10.3")
  const headless = gaps.filter((g) => g.clause !== "10.3")
  const filler = head ? `${head.officeName} ${head.title}` : actor.admin ? "系统管理员" : null
  return [
    ...(as && undesignated
      ? [item("designate", "指定1名专职副书记", undesignated.because, "10.3", `${as.officeName} ${as.title}`)]
      : []),
    ...(filler && headless.length
      ? [
          item(
            "heads",
            `${headless.length}个组织没有登记负责人`,
            headless.map((g) => g.office).join("、"),
            headless[0]!.clause,
            filler,
          ),
        ]
      : []),
  ]
}
