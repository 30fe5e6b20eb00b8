import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { nowAt } from "#kit/server/clock.ts"
import { action } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { mayDecide, mayPrepare, mayVolunteer } from "../abilities.ts"
import { lengthOf, maySign, type Shift, type Time, timeOf } from "../attendance.ts"
import { issue } from "../certificates.ts"
import { type Sign, signOf } from "../code.ts"
import { projectsCorrect, projectsMark } from "../contract.ts"
import { loadShift } from "../load.ts"
import type { Project } from "../project.ts"
import { projectsCheck } from "../public-contract.ts"
import { attendanceOf, insertAttendance, rotaOf, type Volunteer, volunteerOf } from "../store-volunteers.ts"
import { workOf } from "../work.ts"

/** A volunteer put down for the shift, with the time recorded so far. */
async function onRota(
  ctx: Ctx,
  shift: Shift,
  volunteer: Volunteer | undefined,
): Promise<Result<{ volunteer: Volunteer; time: Time }, Refusal>> {
  if (!volunteer) return refuse("not-allowed", "这位同学没有报名这个项目")
  const rota = await rotaOf(ctx.tx, [shift.id])
  if (!rota.some((r) => r.volunteerId === volunteer.id))
    return refuse("not-allowed", "没有报这个班次", { cure: "请组织者先把人排进班次" })
  const entries = (await attendanceOf(ctx.tx, [shift.id])).filter((e) => e.volunteerId === volunteer.id)
  return ok({ volunteer, time: timeOf(shift, entries) })
}

async function sign(
  ctx: Ctx,
  of: { project: Project; shift: Shift },
  volunteer: Volunteer | undefined,
  sign: Sign,
  means: "code" | "list",
): Promise<Result<Date, Refusal>> {
  if (of.project.status !== "recruiting" && of.project.status !== "running")
    return refuse("conflict", "项目不在进行中")
  const found = await onRota(ctx, of.shift, volunteer)
  if (!found.ok) return found
  if (found.value.volunteer.state !== "accepted") return refuse("not-allowed", "不是本项目在任的志愿者")
  const now = nowAt(ctx)
  const may = maySign(of.shift, found.value.time, sign, now)
  if (!may.ok) return may
  await insertAttendance(ctx.tx, {
    id: ctx.change,
    shiftId: of.shift.id,
    volunteerId: found.value.volunteer.id,
    kind: sign,
    at: now,
    means,
    minutes: null,
    because: null,
    byName: ctx.actor.name,
  })
  return ok(now)
}

/** By the volunteer's own phone. The code proves presence: it is shown on the spot and good for a minute at most. */
export const check = action(projectsCheck, {
  load: loadShift,
  may: mayVolunteer,
  run: async (ctx, { code }, { project, shift }) => {
    const wanted = signOf(shift, code, nowAt(ctx))
    if (!wanted)
      return refuse("invalid", "签到码不对或已过期", {
        at: "code",
        cure: "请看组织者屏幕上现在的码，再扫一次或重新输入",
      })
    const volunteer = await volunteerOf(ctx.tx, project.id, { number: ctx.actor.number })
    const done = await sign(ctx, { project, shift }, volunteer, wanted, "code")
    if (!done.ok) return done
    const entries = await attendanceOf(ctx.tx, [shift.id])
    const { minutes } = timeOf(
      shift,
      entries.filter((e) => e.volunteerId === volunteer?.id),
    )
    ctx.note({ shift: shift.id, sign: wanted })
    return ok({ sign: wanted, shift: shift.title, at: done.value.toISOString(), minutes })
  },
})

/** By the list, for those without a phone. */
export const mark = action(projectsMark, {
  load: loadShift,
  may: mayPrepare,
  run: async (ctx, input, { project, shift }) => {
    const volunteer = await volunteerOf(ctx.tx, project.id, { id: input.volunteerId })
    const done = await sign(ctx, { project, shift }, volunteer, input.sign, "list")
    if (!done.ok) return done
    ctx.note({ shift: shift.id, volunteer: input.volunteerId, sign: input.sign })
    return ok({})
  },
})

/** The minutes put right, with the reason. After the project has closed by the presidium, with a new certificate. */
export const correct = action(projectsCorrect, {
  load: loadShift,
  may: (actor, loaded) =>
    loaded.project.status === "closed" ? mayDecide(actor, loaded) : mayPrepare(actor, loaded),
  run: async (ctx, { volunteerId, minutes, because }, { project, shift }) => {
    const found = await onRota(ctx, shift, await volunteerOf(ctx.tx, project.id, { id: volunteerId }))
    if (!found.ok) return found
    const { volunteer } = found.value
    if (volunteer.number === ctx.actor.number)
      return refuse("not-allowed", "不能更正自己的时长", { cure: "由另一位组织者核实后更正" })
    if (shift.startsAt > nowAt(ctx)) return refuse("conflict", "班次还没有开始")
    if (minutes > lengthOf(shift))
      return refuse("invalid", `这个班次共${lengthOf(shift)}分钟，时长不能更多`, { at: "minutes" })
    await insertAttendance(ctx.tx, {
      id: ctx.change,
      shiftId: shift.id,
      volunteerId,
      kind: "correction",
      at: nowAt(ctx),
      means: "list",
      minutes,
      because,
      byName: ctx.actor.name,
    })
    const renewed =
      project.status === "closed" ? await issue(ctx, volunteer, await workOf(ctx, project.id)) : null
    ctx.note({ shift: shift.id, volunteer: volunteerId, minutes })
    return ok({ certificate: renewed })
  },
})
