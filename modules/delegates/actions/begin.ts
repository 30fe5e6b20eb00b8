import { newId, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { hashOf } from "@qiaoliang/ledger"
import { RollBack } from "#kit/server/db.ts"
import { action } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { mayPrepare, type OfAssembly } from "#modules/assembly/index.ts"
import { beginCourse, courseById, moveCourse } from "#modules/courses/index.ts"
import { officeAt } from "#modules/offices/index.ts"
import { type UnionRow, unionsOf } from "#modules/unions/index.ts"
import { type Allocation, type AllocationSource, listsOf, type Wanted } from "../allocation.ts"
import * as contract from "../contract.ts"
import { kindFor } from "../kinds.ts"
import * as lists from "../lists.ts"
import { theSeats } from "../load.ts"

/** 6.2 begins for every faculty or class with seats, as the adopted allocation has them; again after it changed. */
export const begin = (allocationOf: AllocationSource) =>
  action(contract.begin, {
    load: theSeats,
    may: mayPrepare,
    run: async (ctx, _, of) => {
      if (of.assembly.kind === "general")
        return refuse("conflict", "全体学生大会由全体同学参加，不选代表", { cure: "把全体同学列为参会人" })
      const allocation = await allocationOf(ctx.tx, of.assembly.id)
      if (!allocation)
        return refuse("conflict", "代表名额分配方案还没有通过", {
          clause: "6.4",
          cure: "先测算并通过名额分配方案",
        })
      return beginLists(ctx, of, allocation)
    },
  })

/** Lists that are not there are begun, those not yet voted on follow the seats, the others stay as they are. */
export async function beginLists(
  ctx: Ctx,
  of: OfAssembly,
  allocation: Allocation,
): Promise<Result<{ begun: number; changed: number }, Refusal>> {
  const { assembly, union } = of
  const unions = await unionsOf(ctx.tx)
  const before = new Map(
    (await lists.listsOfAssembly(ctx.tx, assembly.id)).map((l) => [`${l.unit} ${l.key}`, l]),
  )
  let begun = 0
  let changed = 0
  const wantedLists = listsOf(allocation, union.level === "school" ? "faculty" : "class")
  for (const wanted of wantedLists) {
    const list = before.get(`${wanted.unit} ${wanted.key}`)
    if (list && (await stands(ctx, list))) {
      if (list.seats === wanted.seats || (await lists.roundsOf(ctx.tx, list.id)).length > 0) continue
      await lists.changeList(ctx.tx, list.id, { seats: wanted.seats, shares: wanted.shares })
      changed++
      continue
    }
    const elects = electing(unions, of, wanted)
    if (wanted.unit !== "society" && !elects)
      return refuse("conflict", `${wanted.faculty}还没有学生会，代表无从选举`, {
        clause: "6.2",
        cure: "先导入或建立该学院（系）学生会",
      })
    const id = list?.id ?? newId(ctx.now.getTime())
    const courseId =
      wanted.unit === "society" ? null : await beginOne(ctx, of, { ...wanted, id }, elects?.id ?? "")
    if (list) await lists.changeList(ctx.tx, id, { seats: wanted.seats, shares: wanted.shares, courseId })
    else
      await lists.insertList(ctx.tx, {
        ...wanted,
        id,
        assemblyId: assembly.id,
        courseId,
        electedBy: elects?.id ?? null,
      })
    begun++
  }
  const kept = new Set(wantedLists.map((l) => `${l.unit} ${l.key}`))
  for (const [key, list] of before)
    if (!kept.has(key) && list.seats > 0 && (await lists.roundsOf(ctx.tx, list.id)).length === 0) {
      await callOff(ctx, of, list)
      changed++
    }
  await lists.keepPlan(ctx.tx, { assemblyId: assembly.id, allocation, begunOn: ctx.today })
  ctx.note({ assembly: assembly.id, begun, changed })
  return ok({ begun, changed })
}

/** The allocation gives it no seats any more, and nothing was voted on. */
async function callOff(ctx: Ctx, { union }: OfAssembly, list: lists.ListRow): Promise<void> {
  await lists.changeList(ctx.tx, list.id, { seats: 0, shares: [] })
  const course = list.courseId ? await courseById(ctx.tx, list.courseId) : undefined
  if (course?.state.status !== "open") return
  const asApplicant: Ctx = { ...ctx, actor: { ...ctx.actor, number: course.applicant } }
  const because = `名额分配方案调整，不再分配名额（${ctx.actor.name}办理）`
  const done = await moveCourse(asApplicant, kindFor(list.unit, union.level), course.id, {
    kind: "withdraw",
    because,
  })
  if (!done.ok) throw new RollBack(done)
}

/** On its way or done; a course refused or taken back is begun anew. */
async function stands(ctx: Ctx, list: lists.ListRow): Promise<boolean> {
  if (list.unit === "society" && list.courseId === null) return true
  const course = list.courseId ? await courseById(ctx.tx, list.courseId) : undefined
  return course?.state.status === "open" || course?.state.status === "passed"
}

function electing(unions: readonly UnionRow[], { union }: OfAssembly, wanted: Wanted): UnionRow | undefined {
  if (wanted.unit === "society") return undefined
  if (union.level === "faculty") return union
  const own = unions.filter((u) => u.level === "faculty" && u.faculty === wanted.faculty)
  return own.find((u) => u.kind === union.kind) ?? own[0]
}

async function beginOne(
  ctx: Ctx,
  { assembly, union }: OfAssembly,
  wanted: Wanted & { readonly id: string },
  elects: string,
): Promise<string> {
  const faculty = wanted.faculty ?? ""
  const office = await officeAt(ctx.tx, ctx.university, { kind: "faculty-league", scope: faculty })
  const course = await beginCourse(ctx, kindFor(wanted.unit, union.level), {
    subject: wanted.id,
    title: `${assembly.name}：${wanted.className ?? faculty}代表（${wanted.seats}名）`,
    version: hashOf({ list: wanted.id, seats: wanted.seats }),
    about: [],
    // Nobody's own request: whoever begins may hold an office of the chain, and is not kept from its step.
    applicant: { number: "", name: `${assembly.name}筹备委员会` },
    unionId: union.id,
    places: {
      "faculty-league": office?.scopeId ?? "",
      union: elects,
      ...(wanted.unit === "class" ? { "class-branch": wanted.key } : {}),
    },
  })
  return course.id
}
