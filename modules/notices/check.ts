import { addWorkingDays, dayOf, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { z } from "zod"
import type { Ctx } from "#kit/server/world.ts"
import { calendarOf } from "#modules/courses/index.ts"
import { facultiesOn } from "#modules/people/index.ts"
import { passDownWithin } from "#policy/practice/notices.ts"
import { attachedOf } from "./attached.ts"
import type { save } from "./contract.ts"
import { groupsFor } from "./groups.ts"
import type { Attached, Content } from "./notice.ts"
import { classGroups } from "./reach-store.ts"
import { classKey, hasPlaces, outside, type Targets } from "./targets.ts"

export type Written = Omit<z.output<(typeof save)["input"]>, "id" | "from">

/** China's time, as a form gives it. */
export const momentIn = (local: string): string => new Date(`${local}:00+08:00`).toISOString()

/** What was written, with its files found and its targets known. A draft may still lack days. */
export async function checked(
  ctx: Ctx,
  written: Written,
  of: { readonly faculty: string | null; readonly known: readonly Attached[] },
): Promise<Result<Content, Refusal>> {
  const files = await attachedOf(ctx.tx, written.files, ctx.actor.account, of.known)
  if (!files.ok) return files
  const targets = await known(ctx, written.targets, of.faculty)
  if (!targets.ok) return targets
  return ok({
    kind: written.kind,
    title: written.title,
    text: written.text,
    files: files.value,
    open: written.open,
    targets: written.targets,
    confirm: written.confirm,
    passDown: written.passDown,
    dueOn: written.dueOn,
    publishAt: written.publishAt ? momentIn(written.publishAt) : null,
  })
}

async function known(ctx: Ctx, t: Targets, faculty: string | null): Promise<Result<void, Refusal>> {
  const at = { at: "targets" }
  const beyond = outside(t, faculty)
  if (beyond.length > 0)
    return refuse("not-allowed", `只能发给${faculty}的同学，不能发给${beyond[0]}`, { clause: "1.2", ...at })
  if (!hasPlaces(t) && t.groups.length === 0)
    return refuse("invalid", "还没有选择发给谁", { cure: "选择全体、学院（系）、班级或者特定人员", ...at })
  const faculties = new Set((await facultiesOn(ctx.tx, ctx.today)).map((f) => f.name))
  const strange = t.faculties.find((f) => !faculties.has(f))
  if (strange !== undefined) return refuse("not-found", `名册中没有${strange}`, at)
  if (t.classes.length > 0) {
    const groups = await classGroups(ctx.tx, ctx.today, faculty)
    const classes = new Set(groups.map((g) => classKey(g.faculty, g.className)))
    const missing = t.classes.find((c) => !classes.has(c))
    if (missing !== undefined) return refuse("not-found", `名册中没有${missing.replace("/", "")}`, at)
  }
  if (t.groups.length > 0) {
    const groups = new Set((await groupsFor(ctx, faculty)).map((g) => g.key))
    if (t.groups.some((g) => !groups.has(g))) return refuse("not-allowed", "不能发给这些人员", at)
  }
  return ok(undefined)
}

/** What must stand before it is handed in. */
export function ready(c: Content, { now, today }: Pick<Ctx, "now" | "today">): Result<void, Refusal> {
  if (c.kind === "voice" && !c.passDown)
    return refuse("against-clause", "党的声音和主张须逐级传达到班级", {
      clause: "1.2",
      cure: "勾选“逐级传达到班级”",
      at: "passDown",
    })
  if (c.passDown && !hasPlaces(c.targets))
    return refuse("invalid", "只发给特定人员的，没有班级可以传达", {
      cure: "选择学院（系）或班级，或者不逐级传达",
      at: "targets",
    })
  const out = c.publishAt ? dayOf(new Date(c.publishAt)) : today
  if (c.publishAt && (new Date(c.publishAt) <= now || out < today) && out <= today)
    return refuse("invalid", "定时发布的时间已经过去", { at: "publishAt" })
  if ((c.passDown || c.confirm) && (!c.dueOn || c.dueOn < out))
    return refuse("invalid", c.dueOn ? "截止日期早于发布日期" : "请写明传达、确认的截止日期", {
      clause: "1.2",
      at: "dueOn",
    })
  return ok(undefined)
}

/** The day a form proposes for the last class told. */
export const usualDue = async (ctx: Ctx) =>
  addWorkingDays(ctx.today, passDownWithin.days, await calendarOf(ctx.tx))
