import { isDay, ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { moveCourse } from "#modules/courses/index.ts"
import { mayPrepare } from "../abilities.ts"
import { versionOf } from "../assembly.ts"
import * as contract from "../contract.ts"
import { callOff, kindFor } from "../course-kinds.ts"
import { courseFor } from "../course-of.ts"
import { theAssemblyHeld } from "../load.ts"
import { clauseFor } from "../procedure.ts"
import { changed, record } from "../recording.ts"
import * as store from "../store.ts"

export const change = action(contract.change, {
  load: theAssemblyHeld,
  may: mayPrepare,
  run: async (ctx, { assembly: id, ...wanted }, { assembly, union }) => {
    const clause = clauseFor(union.level)
    if (assembly.state !== "preparing" && assembly.state !== "convened")
      return refuse("conflict", "大会开幕或取消后不能再改", { clause })
    if (wanted.day !== assembly.day && (!isDay(wanted.day) || wanted.day <= ctx.today))
      return refuse("invalid", "召开日期须在今天以后", { at: "day", clause })
    const others = await store.assembliesOf(ctx.tx, [union.id])
    if (others.some((a) => a.id !== id && a.name === wanted.name))
      return refuse("conflict", "已有同名的大会", { at: "name", cure: "写明届次" })
    await store.changeAssembly(ctx.tx, id, wanted)
    const version = versionOf({ ...assembly, ...wanted })
    if (version !== versionOf(assembly)) {
      const course = await courseFor(ctx.tx, assembly)
      if (course?.applicant !== ctx.actor.number)
        return refuse("not-allowed", "名称、日期和主题写在请示里，由提出请示的人改动并重新报批", {
          clause,
          cure: `请${course?.applicantName ?? "提出请示的人"}改动；时间和地点可以直接改`,
        })
      const amended = await moveCourse(ctx, kindFor(union.level), course.id, { kind: "amend", version })
      if (!amended.ok) return amended
    }
    const { name, day, time, place } = wanted
    await record(ctx, id, { kind: "changed", name, day, time, place, version })
    await changed(ctx, union.id)
    return ok({})
  },
})

export const cancel = action(contract.cancel, {
  load: theAssemblyHeld,
  may: mayPrepare,
  run: async (ctx, { because }, { assembly, union }) => {
    const clause = clauseFor(union.level)
    if (assembly.state !== "preparing" && assembly.state !== "convened")
      return refuse("conflict", "大会已经开幕或取消", { clause })
    const course = await courseFor(ctx.tx, assembly)
    // The proposer takes the request back; for anybody else the next office ends it.
    if (course?.state.status === "open" && course.applicant === ctx.actor.number) {
      const done = await moveCourse(ctx, kindFor(union.level), course.id, { kind: "withdraw", because })
      return done.ok ? ok({}) : done
    }
    await callOff(ctx, assembly, because)
    return ok({})
  },
})
