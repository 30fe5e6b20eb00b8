import { newId } from "@qiaoliang/basics"
import pg from "pg"
import type { University, World } from "#kit/server/world.ts"
import { countStudents } from "#modules/people/index.ts"
import { addUniversity, asOf, bring } from "./product.ts"
import { faculties, largeRegister } from "./workbooks.ts"

/** A university full of records; `school` is its school students' union. */
export interface Campus {
  readonly university: University
  readonly school: string
}

interface Plan {
  readonly name: string
  readonly level: "school" | "faculty"
  readonly kind: "undergraduate" | "graduate"
  readonly faculty: string | null
  readonly presidium: number
  readonly departments: number
  readonly perDepartment: number
}

/** Rosters as full as 3.3 and 3.4 let them be. */
const school = (name: string, kind: Plan["kind"]): Plan => ({
  name,
  level: "school",
  kind,
  faculty: null,
  presidium: 4,
  departments: 6,
  perDepartment: 6,
})
const ofFaculty = (faculty: string): Plan => ({
  name: `${faculty}学生会`,
  level: "faculty",
  kind: "undergraduate",
  faculty,
  presidium: 3,
  departments: 4,
  perDepartment: 6,
})
const plans: readonly Plan[] = [
  school("校学生会", "undergraduate"),
  school("校研究生会", "graduate"),
  ...faculties.map(ofFaculty),
]

/** Universities of `unions` unions and `count` students each: the first takes the real road, the others its rows. */
export async function campuses(
  world: World,
  superUrl: string,
  wanted: readonly { readonly unions: number; readonly students: number }[],
): Promise<Campus[]> {
  const most = Math.max(...wanted.map((w) => w.students))
  const source = await addUniversity(world, "源头大学")
  await bring(source, largeRegister(most))
  const client = new pg.Client({ connectionString: superUrl }) // past row-level security
  await client.connect()
  try {
    const out: Campus[] = []
    for (const { unions, students } of wanted) {
      const university = await addUniversity(world, `${unions}会${students}人大学`)
      await copyStudents(client, source.id, university.id, students)
      await world.db.scoped(university.id, (tx) => countStudents(tx, null))
      const ids: string[] = []
      for (const plan of plans.slice(0, unions)) ids.push(await addUnion(client, university.id, plan))
      await addCongress(client, university.id, ids[0]!)
      out.push({ university, school: ids[0]! })
    }
    await client.query("analyze")
    return out
  } finally {
    await client.end()
  }
}

/** Every `step`-th student, so that a smaller university has all faculties too; each with a record of results. */
async function copyStudents(client: pg.Client, from: string, to: string, count: number): Promise<void> {
  await client.query(
    `insert into faculty (university_id, id, name, opened_by)
     select $2, id, name, opened_by from faculty where university_id = $1`,
    [from, to],
  )
  const columns =
    "number, name, sex, ethnicity, faculty, major, class_name, grade, level, political, political_written, campus, valid_from, opened_by"
  await client.query(
    `insert into student (university_id, ${columns})
     select $2, ${columns} from (
       select *, row_number() over (order by number) as i, count(*) over () as n
       from student where university_id = $1) s
     where (i * $3 / n) <> ((i - 1) * $3 / n)`,
    [from, to, count],
  )
  await client.query(
    `insert into academic_record (university_id, number, semester_rank, semester_of, year_rank, year_of, fails, valid_from, opened_by)
     select university_id, number, i, n, i, n, case when i % 9 = 0 then 1 else 0 end, $2, 'bench' from (
       select *, row_number() over w as i, count(*) over (partition by major, grade, level) as n
       from student where university_id = $1
       window w as (partition by major, grade, level order by number)) s`,
    [to, asOf],
  )
}

/** A congress as large as 6.3 asks of 20,000 undergraduates, the same in each university. */
async function addCongress(client: pg.Client, university: string, union: string): Promise<void> {
  await client.query(
    `insert into congress (university_id, name, union_id, held, valid_from, opened_by)
     values ($1, '第三十次学生代表大会', $2, $3, $3, 'bench')`,
    [university, union, asOf],
  )
  await client.query(
    `insert into delegate (university_id, id, congress, name, number, faculty, grade, cadre, position, valid_from, opened_by)
     select $1, 'd-' || i, '第三十次学生代表大会', name, number, faculty, grade, i % 3 = 0, i, $2, 'bench'
     from (select *, row_number() over (order by md5(number)) as i from student
           where university_id = $1 and level = 'undergraduate') s
     where i <= 200`,
    [university, asOf],
  )
}

async function addUnion(client: pg.Client, university: string, plan: Plan): Promise<string> {
  const id = newId()
  await client.query(
    `insert into student_union (university_id, id, name, level, kind, faculty, opened_by)
     values ($1, $2, $3, $4, $5, $6, 'bench')`,
    [university, id, plan.name, plan.level, plan.kind, plan.faculty],
  )
  await client.query(
    `insert into department (university_id, union_id, name, position, valid_from, opened_by)
     select $1, $2, '第' || i || '部', i, $4, 'bench' from generate_series(1, $3::int) i`,
    [university, id, plan.departments, asOf],
  )
  const place = JSON.stringify({ file: "名单.xlsx", sheet: plan.name, row: 3 })
  await client.query(
    `insert into post (university_id, id, union_id, department, kind, title, name, number, number_written,
                       claimed, place, basis, position, valid_from, opened_by)
     select $1, $2 || '-' || i, $2,
       case when i > $3::int then '第' || ((i - $3::int - 1) / $4::int + 1) || '部' end,
       case when i <= $3::int then 'presidium' when (i - $3::int - 1) % $4::int < 2 then 'head' else 'member' end,
       case when i <= $3::int then '主席团成员' when (i - $3::int - 1) % $4::int < 2 then '部长' else '工作人员' end,
       name, number, number, '{}', $5, 'import', i, $6, 'bench'
     from (select name, number, row_number() over (order by md5(number || $2)) as i from student
           where university_id = $1 and level = $7 and ($8::text is null or faculty = $8)) s
     where i <= $3::int + $4::int * $9::int`,
    [
      university,
      id,
      plan.presidium,
      plan.perDepartment,
      place,
      asOf,
      plan.kind === "graduate" ? "master" : "undergraduate",
      plan.faculty,
      plan.departments,
    ],
  )
  return id
}
