import { unwrap } from "@qiaoliang/basics"
import type { Person, TestWorld } from "#kit/server/test-world.ts"
import type { University } from "#kit/server/world.ts"
import { addToRegister, type WantedStudent } from "#modules/people/build.ts"
import type { PostKind } from "./call.ts"
import { draft, publish } from "./contract.ts"

interface WithResults extends WantedStudent {
  /** Place in the ranking, the same in the three windows; null: no results on record. */
  readonly rank?: string | null
  readonly fails?: number
}

/** A student of the register with results: `addStudent(w, { number: "S1", rank: "36/120" })`. */
export async function addStudent(w: TestWorld, s: WithResults, at: University = w.university): Promise<void> {
  const { rank: place, fails, ...known } = s
  const of2024 = { className: "汉语2301", from: "2024-09-01" }
  await addToRegister(w, [{ name: `学生${s.number}`, ...of2024, ...known }], at)
  if (place === null) return
  await w.world.db.scoped(at.id, async (tx) => {
    const [rank, of] = (place ?? "1/100").split("/").map(Number)
    await tx.client.query(
      `insert into academic_record (university_id, number, semester_rank, semester_of, year_rank, year_of,
                                    overall_rank, overall_of, fails, valid_from, opened_by)
       values ($1, $2, $3, $4, $3, $4, $3, $4, $5, '2024-09-01', 'test')`,
      [at.id, s.number, rank, of, fails ?? 0],
    )
  })
}

/** A call made, published and answered by id with its posts in the order given. */
export async function openCallBy(
  person: Person,
  unionId: string,
  kinds: readonly PostKind[],
  days: { opensOn: string; closesOn: string } = { opensOn: "2025-11-15", closesOn: "2025-11-30" },
): Promise<string> {
  const made = unwrap(await person.post(draft, { unionId, ...plainCall(kinds), ...days }))
  unwrap(await person.post(publish, { id: made.id }))
  return made.id
}

export const plainCall = (kinds: readonly PostKind[]) => ({
  title: "工作人员选拔通知",
  text: "现面向全体同学公开报名，符合条件的同学均可报名。",
  contact: "学生活动中心305室",
  opensOn: "2025-11-15",
  closesOn: "2025-11-30",
  posts: kinds.map((kind) => ({
    kind,
    department: kind === "school-member" ? "学业发展部" : null,
    number: 3,
  })),
})

export const form = {
  source: "other" as const,
  sourceNote: "班级学习委员",
  statement: "希望把同学们在学业上的困难收集起来，向有关部门如实反映。",
}
