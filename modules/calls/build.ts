import { unwrap } from "@qiaoliang/basics"
import type { Person, TestWorld } from "#kit/server/test-world.ts"
import type { University } from "#kit/server/world.ts"
import type { PostKind } from "./call.ts"
import { draft, publish } from "./contract.ts"

interface WantedStudent {
  readonly number: string
  readonly name?: string
  readonly faculty?: string
  readonly className?: string
  readonly grade?: number
  readonly level?: "undergraduate" | "master"
  readonly political?: "member" | "league" | "other"
  /** Place in the ranking, the same in the three windows; null: no results on record. */
  readonly rank?: string | null
  readonly fails?: number
}

/** A student of the register with results: `addStudent(w, { number: "S1", rank: "36/120" })`. */
export async function addStudent(
  w: TestWorld,
  s: WantedStudent,
  at: University = w.university,
): Promise<void> {
  await w.world.db.scoped(at.id, async (tx) => {
    await tx.client.query(
      `insert into student (university_id, number, name, faculty, class_name, grade, level, political,
                            political_written, valid_from, opened_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, '2024-09-01', 'test')`,
      [
        at.id,
        s.number,
        s.name ?? `学生${s.number}`,
        s.faculty ?? "文学院",
        s.className ?? "汉语2301",
        s.grade ?? 2023,
        s.level ?? "undergraduate",
        s.political ?? "league",
        s.political === "other" ? "群众" : s.political === "member" ? "中共党员" : "共青团员",
      ],
    )
    if (s.rank === null) return
    const [rank, of] = (s.rank ?? "1/100").split("/").map(Number)
    await tx.client.query(
      `insert into academic_record (university_id, number, semester_rank, semester_of, year_rank, year_of,
                                    overall_rank, overall_of, fails, valid_from, opened_by)
       values ($1, $2, $3, $4, $3, $4, $3, $4, $5, '2024-09-01', 'test')`,
      [at.id, s.number, rank, of, s.fails ?? 0],
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
