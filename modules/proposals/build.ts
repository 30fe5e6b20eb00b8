import { unwrap } from "@qiaoliang/basics"
import type { Person } from "#kit/server/test-world.ts"
import { testWorld } from "#modules/accounts/build.ts"
import { coursesModule } from "#modules/courses/index.ts"
import { hold } from "#modules/offices/build.ts"
import { usualCategories } from "#policy/practice/proposals.ts"
import { addDelegates, addDuty, addHall } from "../roll/build.ts"
import * as contract from "./contract.ts"
import { handlingKind, proposalsModule } from "./index.ts"

/** The congress of 文学院 taking proposals: delegates D1–D6 (D1 heads), two on the committee, offices that answer. */
export async function takingProposals() {
  const w = await testWorld({ modules: [coursesModule([handlingKind]), proposalsModule] })
  const hall = await addHall(w)
  await addDuty(w, hall, "T1", "proposals", true)
  await addDuty(w, hall, "D6", "proposals")
  await addDelegates(w, hall, [
    ...["D1", "D2", "D3", "D4", "D5", "D6"].map((number, i) => ({ number, head: i === 0 })),
    { number: "O1", voting: false },
  ])
  await hold(w, { kind: "academic-affairs", number: "A1" })
  await hold(w, { kind: "academic-affairs", number: "A2", post: "deputy" })
  await hold(w, { kind: "academic-affairs", number: "A3", post: "clerk" })
  await hold(w, { kind: "personnel", number: "P3", post: "clerk" })
  const names = ["T1", "D1", "D2", "D3", "D4", "D5", "D6", "O1", "A1", "A2", "A3", "F1", "F2", "S9"] as const
  const people = Object.fromEntries(
    await Promise.all(names.map(async (n) => [n, await w.as(n)] as const)),
  ) as Record<(typeof names)[number], Person>
  return { w, hall, assembly: hall.id, people }
}

export const rulesFor = (assembly: string) => ({
  assembly,
  opensOn: "2025-11-10",
  closesOn: "2025-11-20",
  jointLeast: 3,
  answerDays: 30,
  categories: [...usualCategories],
})

export const wordsOf = (title: string) => ({
  kind: "individual" as const,
  category: "教学安排",
  title,
  problem: "资料室每天很早就关闭，晚上和周末不开放，查不到馆藏期刊。",
  analysis: "在两个年级发放问卷八十六份，多数同学每周至少一次在关门后需要查资料。",
  suggestion: "工作日开放到二十二时，周末上午开放，由勤工助学岗位值班。",
  named: true,
})

/** A proposal handed in by somebody. */
export async function handIn(who: Person, assembly: string, title: string): Promise<string> {
  const { id } = unwrap(await who.post(contract.save, { assembly, ...wordsOf(title) }))
  unwrap(await who.post(contract.submit, { id }))
  return id
}
