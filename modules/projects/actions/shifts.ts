import { dayOf, ok, refuse } from "@qiaoliang/basics"
import { newSecret } from "#kit/server/rotating-code.ts"
import { action } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { mayPrepare } from "../abilities.ts"
import { clashing, type Shift } from "../attendance.ts"
import { projectsAddShift, projectsDropShift, projectsRota } from "../contract.ts"
import { loadShift, toChange } from "../load.ts"
import {
  attendanceOf,
  deleteShift,
  insertShift,
  putOnRota,
  rotaOf,
  shiftsOf,
  takeOffRota,
  volunteerOf,
} from "../store-volunteers.ts"

const longest = 24 * 3_600_000

export const addShift = action(projectsAddShift, {
  load: toChange,
  may: mayPrepare,
  run: async (ctx, input, { project: p }) => {
    if (p.status === "closed") return refuse("conflict", "项目已结项")
    const [startsAt, endsAt] = [new Date(input.startsAt), new Date(input.endsAt)]
    const length = endsAt.getTime() - startsAt.getTime()
    if (!(length > 0 && length <= longest))
      return refuse("invalid", "班次须有起止时间，不超过一天", { at: "endsAt" })
    if (dayOf(startsAt) < p.startsOn || dayOf(startsAt) > p.endsOn)
      return refuse("invalid", "班次不在项目的起止日期之内", { at: "startsAt", cure: "更正班次或项目的日期" })
    const { title, place, wanted } = input
    const shift = { id: ctx.change, projectId: p.id, title, place, wanted, startsAt, endsAt }
    await insertShift(ctx.tx, { ...shift, secret: newSecret() })
    ctx.note({ project: p.id, shift: shift.id })
    return ok({ id: shift.id })
  },
})

export const dropShift = action(projectsDropShift, {
  load: loadShift,
  may: mayPrepare,
  run: async (ctx, _, { project: p, shift }) => {
    if (p.status === "closed") return refuse("conflict", "项目已结项")
    if ((await attendanceOf(ctx.tx, [shift.id])).length > 0)
      return refuse("conflict", "这个班次已有签到记录，不能删去")
    await deleteShift(ctx.tx, shift.id)
    ctx.note({ project: p.id, shift: shift.id })
    return ok({})
  },
})

async function shiftsFor(ctx: Ctx, projectId: string, volunteer: string): Promise<Shift[]> {
  const shifts = await shiftsOf(ctx.tx, [projectId])
  const placed = await rotaOf(
    ctx.tx,
    shifts.map((s) => s.id),
  )
  const own = new Set(placed.filter((r) => r.volunteerId === volunteer).map((r) => r.shiftId))
  return shifts.filter((s) => own.has(s.id))
}

/** Put somebody down or take somebody off, by the organisers. */
export const rota = action(projectsRota, {
  load: loadShift,
  may: mayPrepare,
  run: async (ctx, { volunteerId, on }, { project: p, shift }) => {
    if (p.status === "closed") return refuse("conflict", "项目已结项")
    const volunteer = await volunteerOf(ctx.tx, p.id, { id: volunteerId })
    if (volunteer?.state !== "accepted")
      return refuse("not-found", "这位同学不是本项目的志愿者", { cure: "先录用，再排班" })
    const placed = await rotaOf(ctx.tx, [shift.id])
    const there = placed.some((r) => r.volunteerId === volunteer.id)
    if (on && !there) {
      if (placed.length >= shift.wanted) return refuse("conflict", "这个班次已经排满")
      const clash = clashing(shift, await shiftsFor(ctx, p.id, volunteer.id))
      if (clash) return refuse("conflict", `${volunteer.name}同一时间已排进“${clash.title}”`)
      await putOnRota(ctx.tx, shift.id, volunteer.id, ctx.now)
    }
    if (!on && there) {
      const entries = await attendanceOf(ctx.tx, [shift.id])
      if (entries.some((e) => e.volunteerId === volunteer.id))
        return refuse("conflict", "已有签到记录，不能从班次中移出", { cure: "时长有误的，写明理由更正" })
      await takeOffRota(ctx.tx, volunteer.id, [shift.id])
    }
    ctx.note({ project: p.id, shift: shift.id, on })
    return ok({})
  },
})
