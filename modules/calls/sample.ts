import { addDays, unwrap } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { departmentsOn, type UnionRow, unionsOf } from "#modules/unions/index.ts"
import type { Source } from "./application.ts"
import { applyFor } from "./applying.ts"
import type { Wanted } from "./call.ts"
import { draftCall, publishCall } from "./keeping.ts"
import { callById, callsOf } from "./store.ts"

const contact = "学生活动中心305室，工作日14:00—17:00"

const textOf = (union: string) =>
  `为做好新一届${union}工作人员选拔工作，现面向全体同学公开报名。

符合条件的同学均可报名。报名后按规定程序由团组织推荐，经审核后确定。学生会工作人员全心全意服务同学，不享受任何特殊待遇。`

/** A few calls and applications of 明湖大学: one open, one of a faculty, one to come. Made once. */
export async function loadSampleCalls(ctx: Ctx): Promise<void> {
  if ((await callsOf(ctx.tx, ctx.today)).length > 0) return
  const unions = await unionsOf(ctx.tx)
  const named = (name: string) => unions.find((u) => u.name.endsWith(name))
  const school = unions.find((u) => u.level === "school" && u.kind === "undergraduate")
  const graduate = unions.find((u) => u.level === "school" && u.kind === "graduate")
  const faculty = named("文学院学生会")
  if (school) await members(ctx, school)
  if (faculty)
    await called(ctx, faculty, -4, {
      title: "文学院学生会工作人员选拔通知",
      text: textOf("文学院学生会"),
      contact: "文学院学生工作办公室，文科楼112室",
      opensOn: addDays(ctx.today, -4),
      closesOn: addDays(ctx.today, 5),
      posts: [
        { kind: "faculty-presidium", department: null, number: 3 },
        { kind: "faculty-staff", department: null, number: 8 },
      ],
    })
  if (graduate)
    await called(ctx, graduate, 0, {
      title: "研究生会主席团候选人选拔通知",
      text: textOf("研究生会"),
      contact,
      opensOn: addDays(ctx.today, 5),
      closesOn: addDays(ctx.today, 14),
      posts: [{ kind: "school-presidium", department: null, number: 5 }],
    })
}

async function members(ctx: Ctx, union: UnionRow): Promise<void> {
  const departments = (await departmentsOn(ctx.tx, [union.id], ctx.today)).slice(0, 3).map((d) => d.name)
  const id = await called(ctx, union, -5, {
    title: "校学生会主席团候选人、工作部门成员选拔通知",
    text: textOf("校学生会"),
    contact,
    opensOn: addDays(ctx.today, -5),
    closesOn: addDays(ctx.today, 6),
    posts: [
      { kind: "school-presidium", department: null, number: 5 },
      ...departments.map((department) => ({ kind: "school-member" as const, department, number: 2 })),
    ],
  })
  const call = (await callById(ctx.tx, id, ctx.today))!
  const people = await fitting(ctx)
  for (const [i, { number, name, onRoster }] of people.entries()) {
    const as = { ...ctx, actor: { ...ctx.actor, number, name } }
    const source: Source = onRoster ? "faculty-union" : i % 2 ? "exemplar" : "other"
    unwrap(
      await applyFor(as, call, call.posts[i % call.posts.length]!.id, {
        source,
        sourceNote: source === "exemplar" ? "校级志愿服务标兵" : source === "other" ? "班级学习委员" : "",
        statement: statements[i % statements.length]!,
        achievements: i % 3 ? "" : "组织班级学风建设活动三次，参与社区志愿服务六十小时。",
      }),
    )
  }
}

const statements = [
  "希望把同学们在学业上的困难收集起来，向有关部门如实反映，并把办理结果告诉大家。",
  "在班级工作中学会了耐心倾听。愿意利用课余时间为更多同学做实事，接受同学们监督。",
  "熟悉活动组织和文字工作，愿意从具体事情做起，认真完成交办的每一项工作。",
]

/** Students well inside the bar, of several faculties, some of whom serve in their faculty's union. */
async function fitting(ctx: Ctx) {
  const { rows } = await ctx.tx.client.query<{ number: string; name: string; onRoster: boolean }>(
    `select number, name, "onRoster" from (
       select s.number, s.name, s.faculty, row_number() over (partition by s.faculty order by
                exists (select from post p join student_union u on u.university_id = p.university_id and u.id = p.union_id
                        where p.university_id = s.university_id and p.number = s.number and u.level = 'faculty') desc,
                s.number) as place,
              exists (select from post p join student_union u on u.university_id = p.university_id and u.id = p.union_id
                      where p.university_id = s.university_id and p.number = s.number and u.level = 'faculty') as "onRoster"
       from student s join academic_record a on a.university_id = s.university_id and a.number = s.number
       where s.university_id = $1 and s.valid_to is null and a.valid_to is null and s.level = 'undergraduate'
         and s.political <> 'other' and a.fails = 0 and a.overall_rank * 10 <= a.overall_of * 2
         and a.semester_rank * 10 <= a.semester_of * 2 and a.year_rank * 10 <= a.year_of * 2
     ) as known where place <= case when faculty = '文学院' then 4 else 1 end
     order by faculty = '文学院' desc, number limit 12`,
    [ctx.tx.university],
  )
  return rows
}

/** Drafted and published some days ago (negative) or today. */
async function called(ctx: Ctx, union: UnionRow, days: number, wanted: Wanted): Promise<string> {
  const then = { ...ctx, today: addDays(ctx.today, days) }
  const id = unwrap(await draftCall(then, union, wanted))
  unwrap(await publishCall(then, (await callById(ctx.tx, id, then.today))!))
  return id
}
