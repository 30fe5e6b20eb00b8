import { ok } from "@qiaoliang/basics"
import { nowAt } from "#kit/server/clock.ts"
import { query } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { facultiesOn, studentsOfKind } from "#modules/people/index.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { anyone } from "../abilities.ts"
import { type Activity, mayBeHere, phaseOf, ratedUntil, signingOf, signOffEnds } from "../activity.ts"
import { isFor } from "../audience.ts"
import { type Loaded, studentAt, toShow } from "../load.ts"
import { iso, presentRating, presentReach, presentShown } from "../present.ts"
import * as contract from "../public-contract.ts"
import { reachOf } from "../reach.ts"
import { pageOfShown } from "../store.ts"
import { attendedBy, groupsIn } from "../store-attendance.ts"
import { type Counts, countsIn, ownIn, placeInQueue, type SignUp } from "../store-people.ts"
import { ratedBy, ratingOf } from "../store-rating.ts"

/** A hall opens the page behind one address. */
const everybody = { who: "anyone", may: anyone, perMinute: 6_000 } as const

export const shownList = query(contract.shownList, {
  ...everybody,
  run: async (ctx, of) => {
    const now = nowAt(ctx)
    const { rows, total } = await pageOfShown(ctx.tx, of, now)
    const ids = rows.map((a) => a.id)
    const hosts = new Map(
      (await unionsOf(ctx.tx, [...new Set(rows.map((a) => a.unionId))])).map((u) => [u.id, u]),
    )
    const counts = await countsIn(ctx.tx, ids)
    const own = await ownIn(ctx.tx, ctx.actor.number, ids)
    const there = await attendedBy(ctx.tx, ctx.actor.number, ids)
    return ok({
      items: rows.map((a) => ({
        ...presentShown(a, {
          host: hosts.get(a.unionId)?.name ?? "",
          counts: counts.get(a.id),
          mine: own.get(a.id),
          there: there.get(a.id),
          now,
        }),
        here: hereNow(a, { mine: own.get(a.id), there: there.get(a.id) }, now),
      })),
      total,
      faculties: (await facultiesOn(ctx.tx, ctx.today)).map((f) => f.name),
    })
  },
})

interface Own {
  readonly mine: SignUp | undefined
  readonly there: Date | undefined
  readonly rated: boolean
}

async function ownPart(ctx: Ctx, id: string): Promise<Own> {
  const { number } = ctx.actor
  return {
    mine: (await ownIn(ctx.tx, number, [id])).get(id),
    there: (await attendedBy(ctx.tx, number, [id])).get(id),
    rated: (await ratedBy(ctx.tx, number, [id])).has(id),
  }
}

export const shownOne = query(contract.shownOne, {
  ...everybody,
  load: toShow,
  run: async (ctx, { id }, of: Loaded) => {
    const { activity: a, union } = of
    const now = nowAt(ctx)
    const counts = (await countsIn(ctx.tx, [id])).get(id)
    const own = await ownPart(ctx, id)
    const held = phaseOf(a, now) === "held"
    const groups = held ? ((await groupsIn(ctx.tx, [id])).get(id) ?? []) : []
    const shown = presentShown(a, { host: union.name, counts, mine: own.mine, there: own.there, now })
    return ok({
      ...shown,
      purpose: a.purpose,
      cancelledBecause: a.cancelledBecause,
      places: a.places,
      waiting: counts?.waiting ?? 0,
      opensAt: iso(a.opensAt),
      closesAt: iso(a.closesAt ?? (a.opensAt && a.startsAt)),
      signOffUntil: iso(a.opensAt && signOffEnds(a)),
      walkIns: a.walkIns,
      early: a.early,
      societies: a.societies,
      classes: a.classes.length,
      mine: await presentOwn(ctx, a, own),
      reach:
        groups.length > 0
          ? presentReach(reachOf(union, await studentsOfKind(ctx.tx, ctx.today, union.kind), groups))
          : null,
      rating: presentRating(await ratingOf(ctx.tx, id)),
      ...(await doors(ctx, of, { ...own, counts })),
    })
  },
})

async function presentOwn(ctx: Ctx, a: Activity, { mine, there, rated }: Own) {
  if (!mine && !there) return null
  return {
    state: mine?.state ?? null,
    nth: mine?.state === "waiting" ? await placeInQueue(ctx.tx, a.id, mine.turn) : null,
    movedUp: mine?.state === "accepted" && mine.movedUpAt !== null,
    there: iso(there ?? null),
    rated,
  }
}

/** Whether a reader at the door is let in. */
const hereNow = (a: Activity, { mine, there }: Pick<Own, "mine" | "there">, now: Date): boolean =>
  mayBeHere(a, now).ok && !there && (a.walkIns || mine?.state === "accepted")

/** What the reader can do here now, and why signing up is not among it. */
async function doors(
  ctx: Ctx,
  { activity: a, union }: Loaded,
  { mine, there, rated }: Own & { counts: Counts | undefined },
) {
  const now = nowAt(ctx)
  const signedUp = mine !== undefined && mine.state !== "withdrawn"
  const open = signingOf(a, now) === "open" && !signedUp && !there
  const student = open && ctx.actor.number ? await studentAt(ctx, ctx.actor.number, ctx.today) : undefined
  const fits = student && isFor(a.audience, union, student)
  const not =
    !open || !ctx.actor.number ? null : !fits ? "名册中没有您的学号" : fits.ok ? null : fits.error.because
  return {
    not,
    can: {
      signUp: open && not === null,
      signOff: a.status === "open" && signedUp && !there && now <= signOffEnds(a),
      here: hereNow(a, { mine, there }, now),
      rate: there !== undefined && !rated && now >= a.startsAt && now <= ratedUntil(a),
    },
  }
}
