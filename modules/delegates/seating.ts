import { newId, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import type { OfAssembly } from "#modules/assembly/index.ts"
import { cadresAmong, type Enrolled, enrolled } from "./register.ts"
import { delegatesOf, insertDelegates, lastCode, type Seat } from "./store.ts"

/** Somebody about to take a seat. */
export interface Seated {
  readonly number: string
  readonly voting: boolean
  readonly source: Seat["source"]
  readonly basis: string
  readonly society?: string | null
  readonly listId?: string
  readonly nominee?: string
  readonly delegation?: string
  /** Whose seat it was: the place and its number go over. */
  readonly after?: Seat
}

/** The delegation somebody belongs to unless it is said otherwise: the faculty, or in its own congress the class. */
export const delegationFor = (union: OfAssembly["union"], student: Enrolled): string =>
  union.level === "school" ? student.faculty : (student.className ?? student.faculty)

/** Seat people, all of them or none: each in the register and not yet seated. Answers the new rows. */
export async function seat(
  ctx: Ctx,
  { assembly, union }: OfAssembly,
  people: readonly Seated[],
): Promise<Result<readonly Seat[], Refusal>> {
  const numbers = people.map((p) => p.number)
  const students = await enrolled(ctx.tx, numbers, ctx.today)
  const cadres = await cadresAmong(ctx.tx, numbers, ctx.today)
  const taken = new Set((await delegatesOf(ctx.tx, assembly.id)).map((d) => d.number))
  let code = await lastCode(ctx.tx, assembly.id)
  const rows: Seat[] = []
  for (const p of people) {
    const student = students.get(p.number)
    if (!student)
      return refuse("not-found", `学生名册中没有学号${p.number}`, {
        at: "number",
        cure: "代表须为全日制在校生；核对学号，或先更新学生名册",
      })
    if (taken.has(p.number))
      return refuse("conflict", `${student.name}已经在代表名单中，不能重复列出`, { at: "number" })
    taken.add(p.number)
    rows.push({
      id: newId(ctx.now.getTime()),
      assemblyId: assembly.id,
      number: p.number,
      name: student.name,
      voting: p.voting,
      source: p.source,
      faculty: student.faculty,
      grade: student.grade,
      className: student.className,
      society: p.society ?? null,
      cadre: cadres.has(p.number),
      delegation: p.delegation ?? p.after?.delegation ?? delegationFor(union, student),
      head: false,
      from: ctx.today,
      to: null,
      basis: p.basis,
      listId: p.listId ?? null,
      nominee: p.nominee ?? null,
      code: p.after?.code ?? ++code,
      replaces: p.after?.id ?? null,
      endedBecause: null,
      openedBy: ctx.change,
      closedBy: null,
    })
  }
  await insertDelegates(
    ctx.tx,
    rows.map(({ openedBy, closedBy, ...r }) => r),
    ctx.change,
  )
  await ctx.emit("delegates.changed", { assembly: assembly.id })
  return ok(rows)
}
