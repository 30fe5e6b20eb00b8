import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { courseById, isInChain } from "#modules/courses/index.ts"
import { studentOn } from "#modules/people/index.ts"
import { unionsOf } from "#modules/unions/index.ts"
import type { Seen } from "./abilities.ts"
import { groupsOf } from "./groups.ts"
import { isPublished } from "./notice.ts"
import { type OfUnion, targetsOf } from "./sight.ts"
import { type Notice, noticeById } from "./store.ts"
import { reaches, type Standing } from "./targets.ts"

const none = (): Result<never, Refusal> => refuse("not-found", "没有这件通知")

/** The unions the person asking holds a post in. */
export const ownUnions = (ctx: Ctx): Promise<readonly OfUnion[]> =>
  unionsOf(ctx.tx, [
    ...new Set(ctx.actor.capacities.filter((c) => c.office === "union").map((c) => c.scope.id)),
  ])

const seen = async (ctx: Ctx, notice: Notice): Promise<Seen> => {
  const course = notice.course ? await courseById(ctx.tx, notice.course) : undefined
  return {
    notice,
    unions: await ownUnions(ctx),
    chain: course !== undefined && isInChain(ctx.actor, course),
  }
}

const load =
  (hold: boolean) =>
  async (ctx: Ctx, { id }: { id: string }): Promise<Result<Seen, Refusal>> => {
    const notice = await noticeById(ctx.tx, id, hold)
    return notice ? ok(await seen(ctx, notice)) : none()
  }

export const theNotice = load(false)

/** As `theNotice`, held until the transaction ends. */
export const theNoticeHeld = load(true)

/** Published, and not withdrawn since. */
export async function thePublished(ctx: Ctx, { id }: { id: string }): Promise<Result<Seen, Refusal>> {
  const found = await theNotice(ctx, { id })
  if (!found.ok || isPublished(found.value.notice)) return found
  return refuse("conflict", "这件通知没有发布，或者已经撤回")
}

/** Where the person asking stands in the register; undefined: not a student. */
export async function standingOf(ctx: Ctx): Promise<Standing | undefined> {
  if (!ctx.actor.number) return undefined
  const student = await studentOn(ctx.tx, ctx.actor.number, ctx.today)
  if (!student) return undefined
  const { faculty, className, grade, level } = student
  return { faculty, className, grade, level, groups: await groupsOf(ctx) }
}

export interface Read {
  readonly notice: Notice
  /** Where the person asking stands in the register; undefined: not a student. */
  readonly standing: Standing | undefined
  /** Meant for the person asking. */
  readonly mine: boolean
  /** May read it: meant for the person, or open to everybody. */
  readonly reaches: boolean
}

/** A notice that was published, for a reader. */
export async function theRead(ctx: Ctx, { id }: { id: string }): Promise<Result<Read, Refusal>> {
  const notice = await noticeById(ctx.tx, id)
  if (notice?.live == null) return none()
  const standing = await standingOf(ctx)
  const mine = standing !== undefined && reaches(targetsOf(notice), standing)
  return ok({ notice, standing, mine, reaches: mine || notice.open })
}
