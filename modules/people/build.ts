import { newId } from "@qiaoliang/basics"
import type { TestWorld } from "#kit/server/test-world.ts"
import type { University } from "#kit/server/world.ts"
import type { Political, StudyLevel } from "#policy/vocabulary.ts"

export interface WantedStudent {
  readonly number: string
  readonly name?: string
  readonly sex?: string
  readonly ethnicity?: string
  readonly faculty?: string
  readonly major?: string
  readonly className?: string | null
  readonly grade?: number
  readonly level?: StudyLevel
  readonly political?: Exclude<Political, "unknown">
  /** The first day the register has them. */
  readonly from?: string
}

const written: Readonly<Record<string, string>> = { member: "中共党员", league: "共青团员" }

/** Students in the register, of 文学院 unless said otherwise; who is in it already stays as he or she is. */
export async function addToRegister(
  w: TestWorld,
  students: readonly WantedStudent[],
  at: University = w.university,
): Promise<void> {
  const rows = students.map((s) => ({
    number: s.number,
    name: s.name ?? `${s.number}号`,
    sex: s.sex ?? null,
    ethnicity: s.ethnicity ?? null,
    faculty: s.faculty ?? "文学院",
    major: s.major ?? null,
    class_name: s.className === undefined ? "汉语言2301" : s.className,
    grade: s.grade ?? 2023,
    level: s.level ?? "undergraduate",
    political: s.political ?? "league",
    written: written[s.political ?? "league"] ?? "群众",
    first: s.from ?? "2023-09-01",
  }))
  await w.world.db.scoped(at.id, (tx) =>
    tx.client.query(
      `insert into student (university_id, number, name, sex, ethnicity, faculty, major, class_name, grade, level,
                            political, political_written, valid_from, opened_by)
       select $1, number, name, sex, ethnicity, faculty, major, class_name, grade, level, political, written, first, $3
       from json_to_recordset($2) as r(number text, name text, sex text, ethnicity text, faculty text, major text,
                                       class_name text, grade int, level text, political text, written text,
                                       first text)
       where not exists (select from student s where s.university_id = $1 and s.number = r.number)`,
      [at.id, JSON.stringify(rows), newId()],
    ),
  )
}
