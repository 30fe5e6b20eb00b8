import { newId } from "@qiaoliang/basics"
import type { TestWorld } from "#kit/server/test-world.ts"
import type { University } from "#kit/server/world.ts"
import { addFaculty, addUnion } from "#modules/offices/build.ts"
import { addToRegister } from "#modules/people/build.ts"

const sql = (w: TestWorld, at: University, text: string, values: readonly unknown[]) =>
  w.world.db.scoped(at.id, (tx) => tx.client.query(text, [at.id, ...values]))

/** Students in the register, of 文学院 unless said otherwise. */
export async function addStudents(
  w: TestWorld,
  numbers: readonly string[],
  faculty = "文学院",
  at: University = w.university,
): Promise<void> {
  await addToRegister(
    w,
    numbers.map((number) => ({ number, faculty, className: "汉语言2301班" })),
    at,
  )
}

/** The school's union and a faculty's, with a presidium, heads and a society: where projects begin. */
export async function addGround(w: TestWorld): Promise<{ school: string; faculty: string }> {
  await addFaculty(w, "文学院")
  await addFaculty(w, "数学学院")
  const school = await addUnion(w, {
    name: "桥梁大学学生会",
    posts: [
      { number: "P1", kind: "presidium", title: "执行主席" },
      { number: "M1", kind: "member", title: "工作人员" },
    ],
  })
  const faculty = await addUnion(w, {
    name: "文学院学生会",
    level: "faculty",
    faculty: "文学院",
    posts: [
      { number: "FP", kind: "presidium", title: "执行主席" },
      { number: "FH", kind: "head", title: "负责人" },
    ],
  })
  for (const [department, head] of [
    ["实践部", "H1"],
    ["宣传部", "H2"],
  ]) {
    await sql(
      w,
      w.university,
      `insert into department (university_id, union_id, name, valid_from, opened_by)
       values ($1, $2, $3, '2024-09-01', 'test')`,
      [school, department],
    )
    await sql(
      w,
      w.university,
      `insert into post (university_id, id, union_id, kind, title, department, name, number, basis, valid_from, opened_by)
       values ($1, $2, $3, 'head', '负责人', $4, $5, $6, 'test', '2024-09-01', 'test')`,
      [newId(), school, department, `${head}号`, head],
    )
  }
  await sql(
    w,
    w.university,
    `insert into society (university_id, name, main, valid_from, opened_by)
     values ($1, '青年志愿者协会', true, '2024-09-01', 'test')`,
    [],
  )
  return { school, faculty }
}

/** A plan as wanted: standing service in the week of the tests. */
export const plan = {
  title: "图书馆导读",
  purpose: "为新同学讲解图书馆的使用",
  reach: "school" as const,
  guideDepartment: null as string | null,
  activity: false,
  classes: ["文学院/汉语言2301班"],
  societies: ["青年志愿者协会"],
  budget: 50000,
  wanted: 2,
  admits: "at-once" as const,
  callUntil: null as string | null,
  startsOn: "2025-11-10",
  endsOn: "2025-11-20",
}
