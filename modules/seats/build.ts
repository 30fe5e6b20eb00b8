import { newId } from "@qiaoliang/basics"
import type { TestWorld } from "#kit/server/test-world.ts"
import { type Assembly, type Duty, insertAppointments, insertAssembly } from "#modules/assembly/index.ts"
import { addFaculty, addUnion } from "#modules/offices/build.ts"
import { addToRegister } from "#modules/people/build.ts"

/** So many students of a faculty, class and grade; every second a woman, every fifth a member of the Party. */
export const addStudents = (
  w: TestWorld,
  of: { faculty: string; className?: string; grade: number; students: number; from: number },
): Promise<void> =>
  addToRegister(
    w,
    Array.from({ length: of.students }, (_, i) => ({
      number: `${of.from + i + 1}`,
      name: `学生${i + 1}`,
      sex: i % 2 === 1 ? "女" : "男",
      ethnicity: "汉族",
      faculty: of.faculty,
      className: of.className ?? null,
      grade: of.grade,
      political: i % 5 === 4 ? "member" : "league",
    })),
  )

const addSociety = (w: TestWorld, name: string, members: number, main: boolean): Promise<void> =>
  w.world.db.scoped(w.university.id, async (tx) => {
    await tx.client.query(
      `insert into society (university_id, name, members, main, valid_from, opened_by)
       values ($1, $2, $3, $4, '2023-09-01', 'test')`,
      [tx.university, name, members, main],
    )
  })

/** A congress under preparation, with one person in its preparatory committee. */
export async function addAssembly(
  w: TestWorld,
  wanted: { union: string; name: string; member?: string; duty?: Duty } & Partial<Assembly>,
): Promise<string> {
  const { union, name, member, duty, ...more } = wanted
  const id = newId()
  await w.world.db.scoped(w.university.id, async (tx) => {
    await insertAssembly(tx, {
      id,
      unionId: union,
      kind: "congress",
      name,
      day: "2025-12-14",
      time: "14:00",
      place: "大礼堂",
      state: "preparing",
      proposedOn: "2025-11-01",
      openedAt: null,
      closedAt: null,
      cancelledBecause: null,
      ...more,
    })
    if (member)
      await insertAppointments(
        tx,
        [
          {
            id: newId(),
            assemblyId: id,
            number: member,
            name: `${member}号`,
            duty: duty ?? "preparatory",
            lead: true,
            basis: "主席团会议",
            from: "2025-11-01",
            to: null,
          },
        ],
        "test",
      )
  })
  return id
}

/** A school of two faculties with its union, and one faculty's union with two classes. */
export async function addSchool(w: TestWorld): Promise<{ school: string; faculty: string }> {
  await addFaculty(w, "文学院")
  await addFaculty(w, "法学院")
  const school = await addUnion(w, { name: "校学生会" })
  const faculty = await addUnion(w, { name: "文学院学生会", level: "faculty", faculty: "文学院" })
  const add = (name: string, className: string, grade: number, students: number, from: number) =>
    addStudents(w, { faculty: name, className, grade, students, from })
  await add("文学院", "汉语2401班", 2024, 40, 1000)
  await add("文学院", "汉语2501班", 2025, 60, 2000)
  await add("法学院", "法学2401班", 2024, 80, 3000)
  await add("法学院", "法学2501班", 2025, 120, 4000)
  await addSociety(w, "登山协会", 50, true)
  await addSociety(w, "棋社", 20, false)
  return { school, faculty }
}
