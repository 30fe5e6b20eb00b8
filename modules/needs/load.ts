import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { registered } from "#modules/people/index.ts"
import { type UnionRow, unionsOf } from "#modules/unions/index.ts"
import type { StudyLevel } from "#policy/vocabulary.ts"
import type { Need } from "./need.ts"
import { isRaiser, type Raiser } from "./raising.ts"
import { needById } from "./store.ts"

export interface StudentRaiser extends Raiser {
  readonly level: StudyLevel
}

/** The person asking as the register has him or her; undefined for who is not in it. */
export async function studentOf(ctx: Ctx): Promise<StudentRaiser | undefined> {
  const { number } = ctx.actor
  const found = number ? (await registered(ctx.tx, [number], ctx.today)).get(number) : undefined
  if (!found) return undefined
  const { name, faculty, level } = found.student
  return { number, name, faculty, className: found.className ?? "", level }
}

/** The student asking, on whatever is loaded beside. */
export const theStudent = async (
  ctx: Ctx,
): Promise<Result<{ student: StudentRaiser | undefined }, Refusal>> => ok({ student: await studentOf(ctx) })

/** 2.2: the school's union of undergraduates or of graduates; where there is one only, that one. */
export async function deskUnion(ctx: Ctx, level: StudyLevel): Promise<UnionRow | undefined> {
  const school = (await unionsOf(ctx.tx)).filter((u) => u.level === "school")
  const kind = level === "undergraduate" ? "undergraduate" : "graduate"
  return school.find((u) => u.kind === kind) ?? school[0]
}

const none = () => refuse("not-found", "没有这件诉求")

export async function theNeed(ctx: Ctx, { id }: { readonly id: string }): Promise<Result<Need, Refusal>> {
  const need = await needById(ctx.tx, id)
  return need ? ok(need) : none()
}

/** Held for a change; whether it is the person's own is found on his or her own shelf. */
export async function theOwnNeed(ctx: Ctx, { id }: { readonly id: string }) {
  const need = await needById(ctx.tx, id, true)
  if (!need) return none()
  return ok({ need, own: await isRaiser(ctx, id) })
}

/** The need a merged one went into, or itself. */
export async function leadOf(ctx: Ctx, need: Need): Promise<Need> {
  return (need.mergedInto && (await needById(ctx.tx, need.mergedInto))) || need
}
