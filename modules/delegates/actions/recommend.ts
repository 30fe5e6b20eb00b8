import { newId, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { stepAt } from "@qiaoliang/procedure"
import { appendToLedger } from "#kit/server/ledger.ts"
import { action } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { type Course, caseOf, courseById, moveCourse } from "#modules/courses/index.ts"
import { leastOf, reaches, thresholds } from "#policy/practice/congress-rules.ts"
import { mayRecommend } from "../abilities.ts"
import * as contract from "../contract.ts"
import { enoughFor } from "../electing.ts"
import { kindFor } from "../kinds.ts"
import * as lists from "../lists.ts"
import { mayChangeSeats, type OfList, theListHeld } from "../load.ts"
import { recommended } from "../procedure.ts"
import { classmates, type Enrolled } from "../register.ts"

interface Said {
  readonly className: string
  readonly heldOn: string
  readonly people: number
  readonly present: number
  readonly nominees: readonly { readonly number: string; readonly votes: number }[]
}

/** What a class meeting decided: who was there, and how many were for each. Recorded anew, it replaces the record. */
export const recommend = action(contract.recommend, {
  load: theListHeld,
  may: mayRecommend,
  run: async (ctx, input, of) => {
    const { list, course } = of
    const open = await atRecommendation(ctx, of)
    if (!open.ok) return open
    const sound = await soundMeeting(ctx, of, input)
    if (!sound.ok) return sound
    const named = sound.value
    await lists.keepMeeting(ctx.tx, {
      id: newId(ctx.now.getTime()),
      listId: list.id,
      className: input.className,
      heldOn: input.heldOn,
      people: input.people,
      present: input.present,
      byName: ctx.actor.name,
    })
    await lists.dropNominees(ctx.tx, list.id, input.className)
    await lists.insertNominees(
      ctx.tx,
      named.map((n) => ({
        ...n,
        id: newId(ctx.now.getTime()),
        assemblyId: of.assembly.id,
        listId: list.id,
        state: "nominated" as const,
        reserve: null,
        because: null,
        decidedBy: null,
        decidedOn: null,
      })),
    )
    const { people, present, heldOn } = input
    await appendToLedger(ctx.tx, [
      {
        topic: "delegates",
        subject: list.id,
        at: ctx.now,
        body: {
          kind: "recommended",
          className: input.className,
          heldOn,
          people,
          present,
          nominees: named.length,
        },
      },
    ])
    ctx.note({ list: list.id, nominees: named.length })
    return ok({ nominees: named.length, passed: await passOwn(ctx, of, course!) })
  },
})

async function atRecommendation(
  ctx: Ctx,
  { list, course, assembly }: OfList,
): Promise<Result<void, Refusal>> {
  const changing = await mayChangeSeats(ctx, assembly)
  if (!changing.ok) return changing
  if (list.unit === "society" || !course) return refuse("conflict", "社团代表由社团推荐，不经班级")
  return stepAt(caseOf(course), course.state)?.id === recommended
    ? ok(undefined)
    : refuse("conflict", "推荐已经结束，不能再改", { clause: "6.2", cure: "确需改动的，由下一步退回推荐" })
}

async function soundMeeting(ctx: Ctx, { list, nominees }: OfList, said: Said) {
  if (list.unit === "class" && said.className !== list.className)
    return refuse("invalid", `这份名单属于${list.className}`, { at: "className" })
  if (said.heldOn > ctx.today) return refuse("invalid", "班会日期还没有到", { at: "heldOn" })
  const there = new Map(
    (await classmates(ctx.tx, list.faculty ?? "", said.className, ctx.today)).map((s) => [s.number, s]),
  )
  if (there.size === 0)
    return refuse("invalid", `学生名册中，${list.faculty}没有${said.className}`, {
      at: "className",
      cure: "按学生名册的写法填写班级",
    })
  if (said.present > said.people) return refuse("invalid", "到会人数多于班级人数", { at: "present" })
  if (!reaches(thresholds.classMeeting, said.present, said.people))
    return refuse(
      "against-clause",
      `班会到会${said.present}人，不足班级${said.people}人的三分之二（至少${leastOf(thresholds.classMeeting, said.people)}人）`,
      { clause: "6.2", at: "present", cure: "重新召开班会" },
    )
  const named: (Enrolled & { readonly votes: number })[] = []
  for (const { number, votes } of said.nominees) {
    const student = there.get(number)
    if (!student)
      return refuse("invalid", `学号${number}不是${said.className}的在校学生，不能由本班推荐`, {
        at: "nominees",
        clause: "6.2",
      })
    if (votes > said.present)
      return refuse("invalid", `${student.name}得${votes}票，多于到会人数`, { at: "nominees" })
    if (named.some((n) => n.number === number))
      return refuse("invalid", `${student.name}重复列出`, { at: "nominees" })
    if (number === ctx.actor.number)
      return refuse("not-allowed", "您是被推荐人，班会情况由他人登记", {
        clause: "6.2",
        cure: "由团支部其他委员登记",
      })
    if (nominees.some((n) => n.number === number && n.className !== said.className))
      return refuse("conflict", `${student.name}已由其他班级推荐`, { at: "nominees" })
    const { name, faculty, className, grade } = student
    named.push({ number, name, faculty, className, grade, votes })
  }
  return ok(named)
}

/** In the congress of a faculty a class is a list of its own: with enough candidates its step is taken with the record. */
async function passOwn(ctx: Ctx, { list, union }: OfList, course: Course): Promise<boolean> {
  if (list.unit !== "class") return false
  if (!enoughFor(list, await lists.nomineesOf(ctx.tx, [list.id])).ok) return false
  const now = (await courseById(ctx.tx, course.id))!
  const moved = await moveCourse(ctx, kindFor(list.unit, union.level), course.id, {
    kind: "pass",
    step: recommended,
    office: "class-branch",
    version: now.state.version,
  })
  return moved.ok
}
