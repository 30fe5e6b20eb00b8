import { unwrap } from "@qiaoliang/basics"
import { beforeAll, describe, expect, it } from "vitest"
import { nobody } from "#kit/server/actor.ts"
import type { Person, TestWorld } from "#kit/server/test-world.ts"
import type { University } from "#kit/server/world.ts"
import { testWorld } from "#modules/accounts/build.ts"
import { importsList, importsUndo } from "#modules/imports/contract.ts"
import { importsModule } from "#modules/imports/index.ts"
import { hold } from "#modules/offices/build.ts"
import { people, studentBodyOn, studentsImport, studentsOfKind } from "./index.ts"
import { countUncounted } from "./student-body.ts"

const imports = importsModule([studentsImport])

let w: TestWorld
let league: Person

beforeAll(async () => {
  w = await testWorld({ modules: [imports, people] })
  await hold(w, { kind: "school-league", number: "L1" })
  league = await w.as("L1")
})

type Line = readonly [number: string, faculty: string, grade: number, level: string, campus: string]
const register = (lines: readonly Line[]) =>
  new TextEncoder().encode(
    [
      "学号,姓名,学院,年级,学历层次,政治面貌,校区",
      ...lines.map(
        ([n, f, g, l, c]) => `${n},李${"甲乙丙丁戊己"[Number(n.slice(-1)) - 1]},${f},${g},${l},共青团员,${c}`,
      ),
    ].join("\n"),
  )

const runs = async () => unwrap(await league.get(importsList, { page: 1 })).items.map((r) => r.id)

/** Bring a register in; answers the import's id. */
async function bring(
  asOf: string,
  lines: readonly Line[],
  more: { complete?: boolean; at?: University } = {},
): Promise<string> {
  const { at = w.university, ...rest } = more
  const before = await runs()
  const file = { fileName: "学生名册.csv", bytes: register(lines), asOf, ...rest }
  unwrap(await imports.work().bring(at, nobody, file))
  return (await runs()).find((id) => !before.includes(id)) ?? ""
}

const days = [
  "2023-08-31",
  "2023-09-01",
  "2024-08-31",
  "2024-09-01",
  "2025-08-31",
  "2025-09-01",
  "2030-01-01",
]

const counted = (at: University = w.university) =>
  w.world.db.scoped(at.id, async (tx) => {
    const out = []
    for (const day of days) {
      const { students, campuses } = await studentBodyOn(tx, day)
      const kinds = [
        await studentsOfKind(tx, day, "undergraduate"),
        await studentsOfKind(tx, day, "graduate"),
      ]
      out.push({ day, students, campuses, kinds })
    }
    return out
  })

/** The same, from the register itself. */
const recounted = (at: University = w.university) =>
  w.world.db.scoped(at.id, async (tx) => {
    const out = []
    for (const day of days) {
      const { rows } = await tx.client.query<{
        faculty: string
        grade: number
        level: string
        campus: string
      }>(
        `select faculty, grade, level, campus from student
         where university_id = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2)`,
        [at.id, day],
      )
      const kinds = [true, false].map((undergraduate) => {
        const own = rows.filter((r) => (r.level === "undergraduate") === undergraduate)
        const groups = Map.groupBy(own, (r) => `${r.faculty} ${r.grade}`)
        return [...groups.values()].map((g) => ({
          faculty: g[0]!.faculty,
          grade: g[0]!.grade,
          students: g.length,
        }))
      })
      const campuses = [...new Set(rows.flatMap((r) => r.campus || []))]
      out.push({ day, students: rows.length, campuses, kinds })
    }
    return out
  })

const sorted = (counts: Awaited<ReturnType<typeof counted>>) =>
  counts.map((c) => ({
    ...c,
    campuses: c.campuses.toSorted(),
    kinds: c.kinds.map((k) => k.map((g) => JSON.stringify(g)).toSorted()),
  }))

/** How many students there are by day, once it is sure that the counts are those of the register. */
async function students(): Promise<number[]> {
  const now = await counted()
  expect(sorted(now)).toEqual(sorted(await recounted()))
  return now.map((c) => c.students)
}

const first: Line[] = [
  ["2022001", "数学学院", 2022, "本科生", "东校区"],
  ["2022002", "数学学院", 2022, "本科生", "西校区"],
  ["2023003", "物理学院", 2023, "本科生", ""],
  ["2023004", "物理学院", 2023, "硕士", "东校区"],
]
const moved: Line[] = [
  ["2022001", "物理学院", 2022, "本科生", "西校区"],
  ["2022002", "数学学院", 2022, "本科生", "西校区"],
  ["2023004", "物理学院", 2023, "硕士", "东校区"],
  ["2024005", "数学学院", 2024, "本科生", "北校区"],
]

describe("the counts of the student body", () => {
  it("are the register's on every day, after imports, corrections and an undo", async () => {
    expect(await students()).toEqual([0, 0, 0, 0, 0, 0, 0])
    await bring("2023-09-01", first)
    expect(await students()).toEqual([0, 4, 4, 4, 4, 4, 4])
    // A complete register: one has left, one is new, one has changed faculty and campus.
    const second = await bring("2024-09-01", moved, { complete: true })
    expect(await students()).toEqual([0, 4, 4, 4, 4, 4, 4])
    expect((await counted())[3]).toMatchObject({ campuses: ["东校区", "北校区", "西校区"].toSorted() })
    // Corrected on the day it began, then built on, then undone down to the first.
    const corrected = await bring("2024-09-01", [["2024005", "数学学院", 2024, "本科生", "东校区"]])
    expect((await counted())[3]?.campuses).not.toContain("北校区")
    const third = await bring("2025-09-01", [["2025006", "数学学院", 2025, "博士", "东校区"]])
    expect(await students()).toEqual([0, 4, 4, 4, 4, 5, 5])
    expect(await league.post(importsUndo, { id: second })).toMatchObject({ status: 409 })
    expect(await students()).toEqual([0, 4, 4, 4, 4, 5, 5])
    unwrap(await league.post(importsUndo, { id: third }))
    expect(await students()).toEqual([0, 4, 4, 4, 4, 4, 4])
    unwrap(await league.post(importsUndo, { id: corrected }))
    expect((await counted())[3]?.campuses).toContain("北校区")
    unwrap(await league.post(importsUndo, { id: second }))
    expect(await students()).toEqual([0, 4, 4, 4, 4, 4, 4])
    expect((await counted())[3]?.campuses).toEqual((await counted())[1]?.campuses)
  })
  it("are made for a register of an earlier version, once", async () => {
    const before = await counted()
    await w.world.db.scoped(w.university.id, (tx) =>
      tx.client.query("delete from student_body where university_id = $1", [tx.university]),
    )
    expect((await counted())[1]?.students).toBe(0)
    await countUncounted(w.world)
    await countUncounted(w.world)
    expect(await counted()).toEqual(before)
  })
  it("tell a second university nothing", async () => {
    const there = await w.addUniversity("彼岸大学")
    expect((await counted(there)).every((c) => c.students === 0)).toBe(true)
    await bring("2023-09-01", first.slice(0, 1), { at: there })
    expect(sorted(await counted(there))).toEqual(sorted(await recounted(there)))
    expect(await students()).toEqual([0, 4, 4, 4, 4, 4, 4])
  })
})
