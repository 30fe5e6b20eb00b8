import { ok, refuse } from "@qiaoliang/basics"
import { hashOf } from "@qiaoliang/ledger"
import { inCapacity } from "#kit/server/actor.ts"
import { action } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { beginCourse } from "#modules/courses/index.ts"
import { mayAskUnsealing, mayNote, mayReveal, mayUnsealUrgent } from "../abilities.ts"
import * as contract from "../contract.ts"
import { theNeed } from "../load.ts"
import { sayNth } from "../need.ts"
import { asked, courseOf, isSealed, opened, signersOf, unsealingKind, whose } from "../opening.ts"
import { changeUnsealing, insertUnsealing, insertView, unsealingById, unsealingsOf } from "../unsealings.ts"

/** The post of one of the two offices somebody acts in. */
function actingAs(ctx: Ctx, head = false) {
  const c = inCapacity(
    ctx.actor,
    (x) => (x.office === "student-affairs" || x.office === "school-league") && (!head || x.post === "head"),
  )!
  return { office: c.office, capacity: `${c.officeName} ${c.title}` }
}

export const askUnsealing = action(contract.askUnsealing, {
  load: theNeed,
  may: mayAskUnsealing,
  run: async (ctx, { because }, need) => {
    const sealed = isSealed(need)
    if (!sealed.ok) return sealed
    for (const u of await unsealingsOf(ctx.tx, [need.id]))
      if ((await courseOf(ctx, u))?.state.status === "open")
        return refuse("conflict", `${u.byName}已经提出开启，正在等两部门签署`, { clause: "1.3" })
    const row = asked(ctx, need, because, actingAs(ctx))
    const course = await beginCourse(ctx, unsealingKind, {
      subject: need.id,
      title: `开启匿名：${sayNth(need.nth)}`,
      version: hashOf({ need: need.id, because }),
      places: {},
      // Whose need it is stays out of the course, and out of the ledger with it.
      about: [],
    })
    await insertUnsealing(ctx.tx, { ...row, courseId: course.id })
    ctx.note({ need: need.id, course: course.id })
    return ok({ course: course.id })
  },
})

async function theUnsealing(ctx: Ctx, { id }: { readonly id: string }) {
  const unsealing = await unsealingById(ctx.tx, id)
  const need = unsealing && (await theNeed(ctx, { id: unsealing.needId }))
  if (!need?.ok) return refuse("not-found", "没有这次开启")
  const signers = signersOf(await courseOf(ctx, unsealing!))
  return ok({ unsealing: unsealing!, need: need.value, signers, byOffice: unsealing!.byOffice })
}

export const reveal = action(contract.reveal, {
  load: theUnsealing,
  may: mayReveal,
  run: async (ctx, _, { unsealing, need }) => {
    const { number, name } = ctx.actor
    if (
      !(await insertView(ctx.tx, { unsealingId: unsealing.id, number, name, at: ctx.now, onDay: ctx.today }))
    )
      return refuse("conflict", "您已经看过一次，不再显示", { clause: "1.3" })
    await opened(ctx, unsealing, "seen")
    ctx.note({ need: need.id })
    return whose(ctx, need)
  },
})

export const unsealUrgent = action(contract.unsealUrgent, {
  load: theNeed,
  may: mayUnsealUrgent,
  run: async (ctx, { because }, need) => {
    const sealed = isSealed(need)
    if (!sealed.ok) return sealed
    const row = { ...asked(ctx, need, because, actingAs(ctx, true)), openedOn: ctx.today }
    await insertUnsealing(ctx.tx, row)
    const { number, name } = ctx.actor
    await insertView(ctx.tx, { unsealingId: row.id, number, name, at: ctx.now, onDay: ctx.today })
    await opened(ctx, row, "urgent")
    ctx.note({ need: need.id })
    return whose(ctx, need)
  },
})

export const noteUnsealing = action(contract.noteUnsealing, {
  load: theUnsealing,
  may: mayNote,
  run: async (ctx, { id }, { unsealing }) => {
    if (unsealing.courseId !== null) return refuse("conflict", "两部门共同开启的，不用另行知悉")
    if (unsealing.notedOn !== null) return refuse("conflict", `${unsealing.notedBy}已经知悉`)
    await changeUnsealing(ctx.tx, id, { notedBy: ctx.actor.name, notedOn: ctx.today })
    return ok({})
  },
})
