import { unwrap } from "@qiaoliang/basics"
import type { Person, TestWorld } from "#kit/server/test-world.ts"
import { adopt, adoptRotation } from "../charter/contract.ts"
import { addUnion } from "../offices/build.ts"
import { agree, propose } from "./contract.ts"

/** A school union with these members (numbers P1…), the first titled executive chair. */
export const addPresidium = (w: TestWorld, names: readonly string[], title = "执行主席"): Promise<string> =>
  addUnion(w, {
    name: "桥梁大学学生会",
    posts: names.map((name, i) => ({
      number: `P${i + 1}`,
      name,
      kind: "presidium" as const,
      title: i === 0 ? title : "主席团成员",
    })),
  })

/** The charter on file says whether the chair goes round; `undefined`: it does not say. */
export async function withCharter(member: Person, union: string, rotation?: boolean): Promise<void> {
  const from = "2025-09-01"
  const charter = { union, name: "桥梁大学学生会章程", adoptedOn: from, adoptedBy: "第三十次学生代表大会" }
  unwrap(await member.post(adopt, { ...charter, public: true, words: "第一章 总则" }))
  if (rotation !== undefined)
    unwrap(await member.post(adoptRotation, { union, adopted: rotation, from, source: "章程第十二条" }))
}

/** The suggestion, proposed by the first and agreed to by the others until it is in force. */
export async function withPlan(members: readonly Person[], union: string): Promise<void> {
  const [first, ...others] = members
  const proposed = unwrap(await first!.post(propose, { union }))
  for (const other of others) {
    const answer = await other.post(agree, { id: proposed.id })
    if (answer.ok && answer.value.adopted) return
  }
}
