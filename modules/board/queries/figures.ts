import type { z } from "zod"
import { fewest } from "#kit/server/small-numbers.ts"
import type { Ctx } from "#kit/server/world.ts"
import { needsPractice } from "#policy/practice/needs.ts"
import { fields } from "#policy/practice/proposals.ts"
import type * as contract from "../contract.ts"
import type { Count } from "../entry.ts"
import { byFaculty, figuresOf, league, partsOf, seriesOf } from "../figures.ts"
import { boundsOf, monthOf, monthsBetween, nextMonth, periodName, periodsSince } from "../period.ts"
import { shownCount } from "../small.ts"
import { countsBetween, firstDay } from "../store.ts"

type Figures = z.input<typeof contract.figures.output>

/** The periods there is something to tell of. */
export async function periodsOf(ctx: Ctx): Promise<{ key: string; name: string }[]> {
  const keys = periodsSince(await firstDay(ctx.tx), ctx.today)
  return keys.map((key) => ({ key, name: periodName(key) }))
}

/** `board.figures`: sums over everything the unions' desks have, small ones hidden. */
export async function figures(ctx: Ctx, { period }: { period: string }): Promise<Figures> {
  const { from, to } = boundsOf(period)
  const counts = await countsBetween(ctx.tx, from, to)
  const groups = (of: (c: Count) => string, names: readonly string[] = []) =>
    new Map([...names.map((name): [string, Count[]] => [name, []]), ...Map.groupBy(counts, of)])
  const biggest = (a: { count: number | null }, b: { count: number | null }) =>
    (b.count ?? 0) - (a.count ?? 0)
  return {
    period,
    periods: await periodsOf(ctx),
    from,
    to,
    all: figuresOf(counts, ctx.today),
    open: openOf(counts),
    fields: [
      ...partsOf(
        groups((c) => c.field, fields),
        ctx.today,
      ),
    ],
    categories: partsOf(
      groups((c) => c.category),
      ctx.today,
    ).toSorted(biggest),
    offices: [...league(counts, ctx.today)],
    faculties: [...byFaculty(counts, ctx.today)],
    months: [...seriesOf(counts, monthsOf(counts, to && to < ctx.today ? to : ctx.today))],
    fewest,
    comparedFrom: needsPractice.comparedFrom,
  }
}

/** How many are public; hidden where it would tell that very few are not. */
function openOf(counts: readonly Count[]): number | null {
  const [open, others] = [counts.filter((c) => c.open), counts.filter((c) => !c.open)]
  return shownCount(others) === null ? null : shownCount(open)
}

/** From the first need on, at most a year. */
function monthsOf(counts: readonly Count[], to: string): readonly string[] {
  const last = monthOf(to)
  const first = counts.reduce((least, c) => (c.raisedOn < least ? c.raisedOn : least), to)
  const earliest = nextMonth(last, -11)
  return monthsBetween(monthOf(first) < earliest ? earliest : monthOf(first), last)
}
