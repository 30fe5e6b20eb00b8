import { type Day, semesterName, semesterOf } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import type { Facts } from "#policy/vocabulary.ts"
import { chairInPlan } from "./chair.ts"
import { membersIn, plansOn, presidiumsOn } from "./store.ts"

/** 2.2b: whose turn it is on a day, by the plan in force; unions without a plan have nothing to say. */
export async function rotationOn(
  tx: Tx,
  unions: readonly string[],
  day: Day,
): Promise<Map<string, Pick<Facts, "turn">>> {
  const plans = await plansOn(tx, unions, day)
  const presidiums = await presidiumsOn(tx, [...plans.keys()], day)
  return new Map(
    [...plans].map(([id, plan]) => {
      const chair = chairInPlan(plan, membersIn(presidiums.get(id) ?? []), day)
      return [
        id,
        {
          turn: {
            semester: semesterName(semesterOf(day)),
            chair: chair && { name: chair.name, studentId: chair.number },
          },
        },
      ]
    }),
  )
}
