import { ok } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { mayFollow, mayKeep, mayName, mayPass } from "../abilities.ts"
import * as contract from "../contract.ts"
import { numbersIn } from "../groups.ts"
import { theNotice } from "../load.ts"
import { passedOf, sumOf } from "../passed.ts"
import { presentCounts, presentPassing } from "../present.ts"
import { classGroups, reachOf, unconfirmedOf } from "../reach-store.ts"
import { type Extent, namingOf, sightOf } from "../sight.ts"
import { type Notice, passingsOf, remindingsOf } from "../store.ts"
import { facultyOfClass } from "../targets.ts"

const nowhere: Extent = { wide: false, faculties: [], classes: [] }

/** By faculty and class within one's sight; everything of it the sender's. */
export const reach = query(contract.reach, {
  load: theNotice,
  may: mayFollow,
  run: async (ctx, { faculty: asked }, of) => {
    const { notice: n } = of
    const keeps = "as" in mayKeep(ctx.actor, { notice: n })
    const sight = sightOf(ctx.actor, of.unions)
    const extent: Extent = keeps && n.faculty === null ? { ...sight, wide: true } : sight
    const sole = extent.wide ? n.faculty : (extent.faculties[0] ?? extent.classes.map(facultyOfClass)[0])
    const faculty = asked ?? sole ?? null
    const deciding = ctx.actor.capacities.some((c) => c.post !== "clerk")
    return ok({
      ...presentCounts(await counted(ctx, n, extent), faculty),
      faculty,
      confirm: n.confirm,
      passing: n.passDown && n.live !== null ? await passing(ctx, n, extent, faculty) : null,
      reminded: (await remindingsOf(ctx.tx, [n.id])).toReversed().map((r) => ({
        whom: r.whom,
        onDay: r.onDay,
        by: r.byName,
        faculty: r.className || r.faculty,
      })),
      can: {
        remind: n.live === null || n.withdrawnOn || !(deciding || keeps) ? nowhere : extent,
        names: n.confirm && n.live !== null && n.withdrawnOn === null ? namingOf(ctx.actor) : nowhere,
      },
    })
  },
})

/** The counts somebody may see: of all, of faculties, of a class. */
async function counted(ctx: Ctx, n: Notice, extent: Extent) {
  if (n.live === null) return []
  const on = { day: ctx.today, numbers: await numbersIn(ctx, n.groups) }
  if (extent.wide) return reachOf(ctx.tx, n, on)
  const out = []
  for (const faculty of new Set(extent.faculties))
    out.push(...(await reachOf(ctx.tx, n, { ...on, within: { faculty } })))
  for (const key of new Set(extent.classes))
    if (!extent.faculties.includes(facultyOfClass(key))) {
      const [faculty, className] = [facultyOfClass(key), key.slice(key.indexOf("/") + 1)]
      const rows = await reachOf(ctx.tx, n, { ...on, within: { faculty, className } })
      out.push(...rows.filter((c) => c.className !== null))
    }
  return out.filter((c) => c.faculty !== null)
}

async function passing(ctx: Ctx, n: Notice, extent: Extent, faculty: string | null) {
  const unions = await unionsOf(ctx.tx)
  const faculties = passedOf(n, await classGroups(ctx.tx, ctx.today), await passingsOf(ctx.tx, [n.id]), {
    today: ctx.today,
    extent,
  })
  const may = (of: string, classNames: readonly string[]) =>
    n.withdrawnOn === null &&
    "as" in mayPass(ctx.actor, { faculty: of, classNames, unions: unions.filter((u) => u.faculty === of) })
  const { done, of } = sumOf(faculties)
  return {
    dueOn: n.dueOn,
    done,
    of,
    faculties: faculties.map((f) => {
      const own = f.faculty === n.faculty
      const told = f.last !== undefined
      return {
        faculty: f.faculty,
        told: presentPassing(f.last, n.live),
        own,
        done: f.classes.filter((c) => c.first).length,
        of: f.classes.length,
        late: f.classes.filter((c) => c.late).length,
        classes:
          f.faculty === faculty
            ? f.classes.map((c) => ({
                className: c.className,
                told: presentPassing(c.last, n.live),
                late: c.late,
              }))
            : [],
        can: {
          pass: !own && f.last?.version !== n.live && may(f.faculty, []),
          passClasses:
            own || told
              ? f.classes
                  .filter((c) => c.last?.version !== n.live && may(f.faculty, [c.className]))
                  .map((c) => c.className)
              : [],
        },
      }
    }),
  }
}

/** Where confirming was asked: who has not, for those who have to tell them. */
export const unconfirmed = query(contract.unconfirmed, {
  load: theNotice,
  may: mayName,
  run: async (ctx, { faculty, className, page, size }, { notice: n }) => {
    if (!n.confirm || n.live === null || n.withdrawnOn) return ok({ items: [], total: 0 })
    const numbers = await numbersIn(ctx, n.groups)
    const all = await unconfirmedOf(ctx.tx, n, { day: ctx.today, numbers, faculty, className })
    return ok({ items: all.slice((page - 1) * size, page * size), total: all.length })
  },
})
