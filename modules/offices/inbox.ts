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
  const unnamed = gaps.filter((g) => g.clause === "9.5")
  const headless = gaps.filter((g) => g.clause !== "10.3" && g.clause !== "9.5")
  const filler = head ? `${head.officeName} ${head.title}` : actor.admin ? "系统管理员" : null
  return [
    ...(as && undesignated
      ? [item("designate", "指定1名专职副书记", undesignated.because, "10.3", `${as.officeName} ${as.title}`)]
      : []),
    ...(filler && unnamed.length
      ? [
          item(
            "in-charge",
            "登记分管和参与学生会管理的校领导",
            unnamed.map((g) => g.because).join("；"),
            "9.5",
            filler,
          ),
        ]
      : []),
    ...(filler && headless.length
      ? [
          item(
            "heads",
            `${headless.length}个组织没有登记负责人`,
            firstOf(headless.map((g) => g.office)),
            headless[0]!.clause,
            filler,
          ),
        ]
      : []),
  ]
}

/** All of a few names; of many three, and how many more there are. */
const firstOf = (names: readonly string[]): string =>
  names.length > 4 ? `${names.slice(0, 3).join("、")}，另有${names.length - 3}个` : names.join("、")
