import { newId, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { hashOf } from "@qiaoliang/ledger"
import { appendToLedger } from "#kit/server/ledger.ts"
import type { Ctx } from "#kit/server/world.ts"
import { type Course, type CourseKind, courseById } from "#modules/courses/index.ts"
import { registered } from "#modules/people/index.ts"
import type { Need } from "./need.ts"
import { unsealing } from "./procedure.ts"
import { keyOf, openSeal } from "./seal.ts"
import { sealOf } from "./store.ts"
import { changeUnsealing, type Unsealing, unsealingsOf } from "./unsealings.ts"

/** The chain after which a seal is opened. Nowhere in it, nor in its ledger entries, is whose it is. */
export const unsealingKind: CourseKind = {
  module: "needs",
  procedure: unsealing,
  href: (course) => `/office/needs/unseal/${course.subject}`,
  mayRead: (actor) =>
    actor.capacities.some((c) => c.office === "student-affairs" || c.office === "school-league"),
  moved: async (ctx, course) => {
    if (course.state.status !== "passed") return
    const asked = (await unsealingsOf(ctx.tx, [course.subject])).find((u) => u.courseId === course.id)
    if (!asked) throw new Error(`course ${course.id} opens a seal nobody asked for`)
    await changeUnsealing(ctx.tx, asked.id, { openedOn: ctx.today })
    await opened(ctx, asked, "opened")
  },
}

/** The ledger says that, when, by whom and for what reason (its SHA-256) a seal was opened or its name seen; never whose it is. */
export async function opened(ctx: Ctx, u: Unsealing, kind: "opened" | "urgent" | "seen"): Promise<void> {
  const body = {
    kind,
    unsealing: u.id,
    because: hashOf(u.because),
    by: ctx.actor.number,
    byName: ctx.actor.name,
    on: ctx.today,
  }
  await appendToLedger(ctx.tx, [{ topic: "needs.unsealing", subject: u.needId, at: ctx.now, body }])
}

/** Numbers of the two who signed. */
export const signersOf = (course: Pick<Course, "state"> | undefined): readonly string[] =>
  course?.state.status === "passed"
    ? course.state.signed.filter((s) => s.step === "signed").map((s) => s.by)
    : []

export const courseOf = async (ctx: Ctx, u: Unsealing): Promise<Course | undefined> =>
  u.courseId ? courseById(ctx.tx, u.courseId) : undefined

/** Opens the seal. What it says goes to the person who asks, and is written nowhere. */
export async function whose(ctx: Ctx, need: Need) {
  const sealed = await sealOf(ctx.tx, need.id)
  const words = sealed && openSeal(keyOf(ctx.world.dataDir), need.id, sealed)
  if (!words)
    return refuse("conflict", "封存的身份打不开：数据文件夹中的密钥不是封存时的那一把", {
      cure: "请管理员从原来的数据文件夹恢复 needs-seal.key",
    })
  const [number, name] = JSON.parse(words) as [string, string]
  const found = (await registered(ctx.tx, [number], ctx.today)).get(number)
  return ok({ number, name, faculty: found?.student.faculty ?? null, className: found?.className ?? null })
}

/** A row of the room: asked, or opened at once. */
export function asked(
  ctx: Ctx,
  need: Need,
  because: string,
  as: { office: string; capacity: string },
): Unsealing {
  return {
    id: newId(ctx.now.getTime()),
    needId: need.id,
    courseId: null,
    because,
    byNumber: ctx.actor.number,
    byName: ctx.actor.name,
    byOffice: as.office,
    capacity: as.capacity,
    at: ctx.now,
    onDay: ctx.today,
    openedOn: null,
    notedBy: null,
    notedOn: null,
  }
}

export function isSealed(need: Need): Result<void, Refusal> {
  return need.shown === "anonymous"
    ? ok(undefined)
    : refuse("conflict", "这件诉求不是匿名提出的，没有封存的身份", { clause: "1.3" })
}
