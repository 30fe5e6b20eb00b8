import { newId, ok, refuse } from "@qiaoliang/basics"
import { nowAt } from "#kit/server/clock.ts"
import { action } from "#kit/server/verbs.ts"
import { studentOn } from "#modules/people/index.ts"
import { mayVolunteer } from "../abilities.ts"
import { clashing } from "../attendance.ts"
import { loadShift, toChange } from "../load.ts"
import { freePlaces, nextInLine } from "../places.ts"
import { isCalling } from "../project.ts"
import { projectsSignUp, projectsTakeShift, projectsWithdraw } from "../public-contract.ts"
import {
  attendanceOf,
  changeVolunteers,
  insertVolunteer,
  putOnRota,
  rotaOf,
  shiftsOf,
  takeOffRota,
  volunteerOf,
  volunteersOf,
} from "../store-volunteers.ts"
import { accepted } from "./volunteers.ts"

export const full = "名额已满，列入候补；有人退出时按报名先后递补"

export const signUp = action(projectsSignUp, {
  load: toChange,
  may: mayVolunteer,
  run: async (ctx, { id, wish }, { project: p, union }) => {
    if (!isCalling(p, ctx.today)) return refuse("conflict", "这个项目现在不接受报名")
    const student = await studentOn(ctx.tx, ctx.actor.number, ctx.today)
    if (!student)
      return refuse("not-allowed", "志愿者面向在校学生招募，名册中没有您的学号", {
        cure: "请与学院（系）核对名册",
      })
    if (p.reach === "faculty" && student.faculty !== union.faculty)
      return refuse("not-allowed", `这个项目只面向${union.faculty}同学`, { cure: "看看面向全校的项目" })
    const before = await volunteerOf(ctx.tx, id, { number: student.number })
    if (before && before.state !== "withdrawn") return refuse("conflict", "已经报过名")
    if (before?.fromDay) return refuse("conflict", "已经退出过这个项目", { cure: "请与组织者联系" })
    const all = await volunteersOf(ctx.tx, [id])
    const free = freePlaces(p, all) - nextInLine(all, all.length).length
    const outcome =
      p.admits === "chosen"
        ? { state: "applied" as const, because: null }
        : free > 0
          ? accepted(ctx.today, null)
          : { state: "waiting" as const, because: full }
    if (before)
      await changeVolunteers(ctx.tx, [before.id], { ...outcome, wish: wish || null, signedUpAt: ctx.now })
    else
      await insertVolunteer(ctx.tx, {
        id: newId(),
        projectId: id,
        number: student.number,
        name: student.name,
        faculty: student.faculty,
        grade: student.grade,
        wish: wish || null,
        signedUpAt: ctx.now,
        ...outcome,
      })
    ctx.note({ project: id, state: outcome.state })
    return ok({ state: outcome.state, because: outcome.because })
  },
})

/** Out again; of those taken in as they come, whoever waits longest moves up. */
export const withdraw = action(projectsWithdraw, {
  load: toChange,
  may: mayVolunteer,
  run: async (ctx, { id }, { project: p }) => {
    const own = await volunteerOf(ctx.tx, id, { number: ctx.actor.number })
    if (!own || own.state === "withdrawn" || own.state === "declined")
      return refuse("conflict", "没有可退出的报名")
    if (p.status === "closed") return refuse("conflict", "项目已结项，志愿者职务已自行解除")
    const shifts = await shiftsOf(ctx.tx, [id])
    const entries = await attendanceOf(
      ctx.tx,
      shifts.map((s) => s.id),
    )
    const served = new Set(entries.filter((e) => e.volunteerId === own.id).map((e) => e.shiftId))
    await takeOffRota(
      ctx.tx,
      own.id,
      shifts.filter((s) => !served.has(s.id)).map((s) => s.id),
    )
    await changeVolunteers(ctx.tx, [own.id], {
      state: "withdrawn",
      because: null,
      ...(own.state === "accepted" ? { until: ctx.today } : {}),
    })
    if (p.admits === "at-once" && own.state === "accepted") {
      const all = await volunteersOf(ctx.tx, [id])
      const up = nextInLine(all, freePlaces(p, all)).map((v) => v.id)
      await changeVolunteers(ctx.tx, up, accepted(ctx.today, null))
    }
    ctx.note({ project: id })
    return ok({})
  },
})

export const takeShift = action(projectsTakeShift, {
  load: loadShift,
  may: mayVolunteer,
  run: async (ctx, { on }, { project: p, shift }) => {
    const own = await volunteerOf(ctx.tx, p.id, { number: ctx.actor.number })
    if (own?.state !== "accepted")
      return refuse("not-allowed", "录用后才能报班次", { cure: "先报名，等待录用" })
    if (p.status === "closed") return refuse("conflict", "项目已结项")
    if (shift.startsAt <= nowAt(ctx)) return refuse("conflict", "班次已经开始", { cure: "请与组织者联系" })
    const shifts = await shiftsOf(ctx.tx, [p.id])
    const rota = await rotaOf(
      ctx.tx,
      shifts.map((s) => s.id),
    )
    const mine = new Set(rota.filter((r) => r.volunteerId === own.id).map((r) => r.shiftId))
    if (on === mine.has(shift.id)) return ok({})
    if (!on) {
      await takeOffRota(ctx.tx, own.id, [shift.id])
      return ok({})
    }
    if (rota.filter((r) => r.shiftId === shift.id).length >= shift.wanted)
      return refuse("conflict", "这个班次已经报满", { cure: "选择其他班次" })
    const clash = clashing(
      shift,
      shifts.filter((s) => mine.has(s.id)),
    )
    if (clash) return refuse("conflict", `与已报的“${clash.title}”时间重叠`)
    await putOnRota(ctx.tx, shift.id, own.id, ctx.now)
    ctx.note({ shift: shift.id })
    return ok({})
  },
})
