import { newId, unwrap } from "@qiaoliang/basics"
import { type Block, toDocx } from "#kit/paper/index.ts"
import { nobody } from "#kit/server/actor.ts"
import { keepFile } from "#kit/server/files.ts"
import type { Served } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { accountByNumber } from "#modules/accounts/index.ts"
import { coursesOf, moveCourse } from "#modules/courses/index.ts"
import { capacitiesOf, leadershipOn, officeAt, seat, usualTitle } from "#modules/offices/index.ts"
import { unionsOf } from "#modules/unions/index.ts"
import type { OfficeKind, OfficePost } from "#policy/offices.ts"
import { attachReport } from "./actions/attach-report.ts"
import { draft, revise } from "./actions/draft.ts"
import { finish } from "./actions/finish.ts"
import { guide } from "./actions/guide.ts"
import { recordHearing } from "./actions/record-hearing.ts"
import { schedule } from "./actions/schedule.ts"
import { decisionsOf, hearingsOf } from "./hearings-store.ts"
import { joint } from "./procedure.ts"
import { jointKind } from "./rounds.ts"
import { firstRules, plan, secondRules, selectionPlan } from "./sample-words.ts"

/** Heads of offices in which nobody of the sample signs in. */
const heads: readonly {
  office: OfficeKind
  post: OfficePost
  number: string
  name: string
  title?: string
}[] = [
  { office: "school-party", post: "head", number: "T4000", name: "贺知行" },
  {
    office: "school-party",
    post: "deputy",
    number: "T4002",
    name: "宋远山",
    title: "副书记（分管学生工作）",
  },
  { office: "administration", post: "deputy", number: "T4003", name: "程静深" },
  { office: "publicity", post: "head", number: "T3002", name: "苏晚晴", title: "部长" },
  { office: "personnel", post: "head", number: "T3003", name: "方正言" },
  { office: "security", post: "head", number: "T3004", name: "雷守一" },
]

/** A few invented records for 明湖大学, made by the room's own verbs. Does nothing where there are some. */
export async function loadSampleLeadership(ctx: Ctx): Promise<void> {
  if ((await hearingsOf(ctx.tx)).length > 0) return
  await fillOffices(ctx)
  const unions = await unionsOf(ctx.tx)
  const id = (name: string) => unions.find((u) => u.name === name)?.id
  const [school, faculty] = [id("明湖大学学生会"), id("文学院学生会")]
  if (!school || !faculty) return
  await heard(ctx, school)
  await studied(ctx)
  await guided(ctx, school, faculty)
}

async function fillOffices(ctx: Ctx): Promise<void> {
  const { holders } = await leadershipOn(ctx.tx, ctx.university, ctx.today)
  for (const h of heads) {
    const taken = holders.some(
      (o) => o.office === h.office && o.post === h.post && (h.post === "head" || o.title === h.title),
    )
    const office = await officeAt(ctx.tx, ctx.university, { kind: h.office })
    if (taken || !office) continue
    await seat(ctx.tx, {
      office,
      number: h.number,
      name: h.name,
      post: h.post,
      title: h.title ?? usualTitle(h.office, h.post),
      basis: "set-up",
      source: "示例数据",
      validFrom: "2025-09-01",
      change: newId(),
    })
  }
}

async function heard(ctx: Ctx, school: string): Promise<void> {
  const party = await as(ctx, "T4001")
  const deputy = await as(ctx, "T1002")
  const plan = { faculty: null, unions: [school], reporter: "校团委专职副书记陆明远" }
  const past = await does<{ id: string }>(party, schedule, {
    ...plan,
    title: "听取校学生会2024—2025学年工作汇报",
    on: "2025-06-18",
  })
  const report = await paper(deputy, "校学生会2024—2025学年工作汇报", [
    "一年来，校学生会聚焦主责主业，收集办理同学诉求，开展服务同学的项目。",
    "存在的问题：工作部门设置偏多，章程与改革要求不完全一致。",
  ])
  await does(deputy, attachReport, { hearing: past.id, union: school, file: report })
  await does(party, recordHearing, {
    hearing: past.id,
    heldOn: "2025-06-18",
    minutes: await paper(party, "学校党委会议纪要（2025年6月18日）", [
      "会议听取校学生会工作汇报，研究决定下列事项。",
    ]),
    summary: "会议肯定校学生会一年来的工作，要求精简机构、规范遴选、公开经费。",
    decisions: [
      {
        words: "按改革要求修订校学生会章程，提交学生代表大会审议",
        office: "school-league",
        due: "2025-10-31",
      },
      { words: "公布本学年诉求办理情况，接受同学监督", office: "union", unionId: school, due: "2025-09-30" },
      { words: "核实新一届候选人的学业成绩", office: "academic-affairs", due: "2025-12-31" },
    ],
  })
  const own = (await decisionsOf(ctx.tx, [past.id])).find((d) => d.unionId === school)
  if (own)
    await does(await as(ctx, "202307010106"), finish, {
      decision: own.id,
      on: "2025-09-28",
      note: "已在学生会网页公布本学年办理的诉求和答复情况。",
    })
  await does(party, schedule, { ...plan, title: "听取校学生会换届筹备情况汇报", on: "2025-12-03" })
}

async function studied(ctx: Ctx): Promise<void> {
  const deputy = await as(ctx, "T1002")
  const common = { from: ctx.today, public: true }
  const rules = await does<{ id: string }>(deputy, draft, { kind: "rule", ...firstRules, ...common })
  const yearly = await does<{ id: string }>(deputy, draft, {
    kind: "plan",
    ...plan,
    ...common,
    until: "2026-08-31",
  })
  for (const document of [rules.id, yearly.id]) {
    await sign(ctx, document, "T2001", "student-affairs")
    await sign(ctx, document, "T1001", "school-league")
  }
  // A revision one office has signed, and a plan neither has.
  await does(deputy, revise, { document: rules.id, ...secondRules, from: "2026-01-01", public: true })
  await sign(ctx, rules.id, "T2001", "student-affairs")
  await does(await as(ctx, "T1003"), draft, {
    kind: "selection",
    ...selectionPlan,
    ...common,
    from: "2025-12-01",
  })
}

async function guided(ctx: Ctx, school: string, faculty: string): Promise<void> {
  await does(await as(ctx, "202307010106"), guide, {
    union: faculty,
    kind: "union",
    on: "2025-10-22",
    topic: "换届选举工作",
    words: "到文学院学生会指导换届筹备，讲解代表名额分配和候选人条件。",
  })
  const deputy = await as(ctx, "T1002")
  await does(deputy, guide, {
    union: school,
    kind: "league",
    on: "2025-09-12",
    topic: "新学期工作部署",
    words: "指导校学生会制定新学期工作安排，明确服务同学的重点项目。",
  })
  await does(deputy, guide, {
    union: school,
    kind: "filing",
    on: "2025-10-15",
    topic: "改革情况报送省学联",
    words: "按要求向省学联报送本校学生会改革情况和主席团名单。",
    file: await paper(deputy, "关于报送学生会改革情况的函", ["现将本校学生会改革情况报上，请审阅。"]),
  })
}

/** The same transaction in the name of somebody else. */
async function as(ctx: Ctx, number: string): Promise<Ctx> {
  const account = await accountByNumber(ctx.tx, number)
  const capacities = await capacitiesOf(ctx.tx, number, ctx.today)
  const actor = {
    ...nobody,
    account: account?.id ?? number,
    number,
    name: account?.name ?? number,
    capacities,
  }
  return { ...ctx, actor }
}

/** A verb done as a request would do it: refused to whoever may not, and logged. */
async function does<T = object>(ctx: Ctx, served: Served, input: object): Promise<T> {
  const own: Ctx = { ...ctx, change: newId(ctx.now.getTime()) }
  const given = served.contract.input.parse(input)
  const loaded = served.load ? unwrap(await served.load(own, given)) : undefined
  const permission = served.may(own.actor, loaded, given)
  if ("refusal" in permission) throw new Error(`${served.contract.name}: ${permission.refusal.because}`)
  const result = unwrap(await served.run(own, given, loaded))
  await own.world.log(own, served.contract.name, permission.as, {})
  return result as T
}

async function sign(ctx: Ctx, document: string, number: string, office: string): Promise<void> {
  const course = (await coursesOf(ctx.tx, [joint.id], [document])).find((c) => c.state.status === "open")
  if (!course) return
  const { version } = course.state
  unwrap(
    await moveCourse(await as(ctx, number), jointKind, course.id, {
      kind: "pass",
      step: "agreed",
      office,
      version,
      says: { opinion: "同意" },
    }),
  )
}

async function paper(ctx: Ctx, title: string, paragraphs: readonly string[]): Promise<string> {
  const blocks = paragraphs.map((text): Block => ({ kind: "text", runs: text }))
  const kept = await keepFile(ctx.tx, {
    name: `${title}.docx`,
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    bytes: await toDocx({ title, blocks }),
    by: ctx.actor.account,
    at: ctx.now,
  })
  return kept.id
}
