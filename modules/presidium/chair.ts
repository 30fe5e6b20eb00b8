import { type Day, semesterName, semesterOf } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import { charterOn } from "#modules/charter/index.ts"
import type { Post } from "#policy/vocabulary.ts"
import type { Member } from "./rotation.ts"
import { sameSemester } from "./semesters.ts"
import { membersIn, type PlanRow, plansOn, presidiumsOn, standInsOf } from "./store.ts"

/** Who may convene the presidium of a union on a day, by which rule, in one sentence. */
export interface Convening {
  readonly rule: "rotation" | "roster" | "member"
  readonly reading: string
  readonly members: readonly Member[]
  /** The executive chair of the day; null where there is none or the turn's holder has left. */
  readonly chair: Member | null
  readonly standIn: Member | null
}

export const isChairTitle = (title: string): boolean => /执行主席|轮值主席/.test(title)

/** The one whom the roster calls executive chair, where it is one. */
export function chairOnRoster(posts: readonly Post[]): Member | null {
  const named = membersIn(posts.filter((p) => isChairTitle(p.title)))
  return named.length === 1 ? named[0]! : null
}

/** The chair a plan names for a day, while he or she is a member. */
export function chairInPlan(plan: PlanRow | undefined, members: readonly Member[], day: Day): Member | null {
  const turn = plan?.turns.find((t) => sameSemester(t, semesterOf(day)))
  return members.find((m) => m.number === turn?.number) ?? null
}

const readings = {
  rotation: "章程实行执行主席轮值：会议由本学期当值的执行主席或登记的代理人召集",
  unplanned: "章程实行执行主席轮值，轮值计划尚未通过：会议由名册上的执行主席或登记的代理人召集",
  roster: "章程没有说明是否实行轮值；设有执行主席，会议由执行主席或登记的代理人召集",
  unsaid: "章程没有说明是否实行轮值，也没有设执行主席：主席团任一成员可以召集会议",
  declined: "章程不实行执行主席轮值：主席团任一成员可以召集会议",
} as const

/** By union, for a day. */
export async function conveningOn(
  tx: Tx,
  unions: readonly string[],
  day: Day,
): Promise<Map<string, Convening>> {
  const charters = await charterOn(tx, unions, day)
  const plans = await plansOn(tx, unions, day)
  const presidiums = await presidiumsOn(tx, unions, day)
  const standIns = await standInsOf(tx, unions, day)
  const out = new Map<string, Convening>()
  for (const id of unions) {
    const posts = presidiums.get(id) ?? []
    const members = membersIn(posts)
    const found = standIns.find((s) => s.unionId === id)
    const standIn = members.find((m) => m.number === found?.number) ?? null
    const rotates = charters.get(id)?.charter?.rotation
    const plan = rotates ? plans.get(id) : undefined
    const roster = chairOnRoster(posts)
    const chair = plan ? chairInPlan(plan, members, day) : roster
    if (rotates)
      out.set(id, {
        rule: "rotation",
        reading: plan ? readings.rotation : readings.unplanned,
        members,
        chair,
        standIn,
      })
    else if (rotates === undefined && roster)
      out.set(id, { rule: "roster", reading: readings.roster, members, chair, standIn })
    else {
      const reading = rotates === false ? readings.declined : readings.unsaid
      out.set(id, { rule: "member", reading, members, chair, standIn: null })
    }
  }
  return out
}

/** As what a person would convene: null where it is not theirs. */
export function convenesAs(of: Convening, number: string): "chair" | "stand-in" | "member" | null {
  if (of.chair?.number === number) return "chair"
  if (of.standIn?.number === number) return "stand-in"
  return of.rule === "member" && of.members.some((m) => m.number === number) ? "member" : null
}

export const sayChair = (of: Convening, day: Day): string =>
  of.chair ? of.chair.name : `${semesterName(semesterOf(day))}没有当值的执行主席`
