import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { candidatesFor } from "#modules/seats/index.ts"
import { type Counted, countVotes } from "./count.ts"
import {
  changeNominees,
  type ListRow,
  type NomineeRow,
  nomineesOf,
  type RoundRow,
  roundsOf,
} from "./lists.ts"

/** Enough candidates for a vote: 20 % more than seats, and for each year of entry as many as it has seats. */
export function enoughFor(
  list: ListRow,
  nominees: readonly Pick<NomineeRow, "grade">[],
): Result<void, Refusal> {
  const needed = candidatesFor(list.seats)
  if (nominees.length < needed)
    return refuse(
      "against-clause",
      `${list.seats}个名额须有${needed}名以上候选人（差额不少于20%），现有${nominees.length}名`,
      { clause: "6.2", cure: "由班级团支部再推荐；差额比例依通行的代表大会实施办法" },
    )
  for (const { grade, seats } of list.shares) {
    const own = nominees.filter((n) => grade === null || n.grade === grade).length
    if (own < seats)
      return refuse("against-clause", `${grade}级有${seats}个名额，只推荐了${own}人`, {
        clause: "6.4",
        cure: `由${grade}级各班团支部再推荐`,
      })
  }
  return ok(undefined)
}

export const countedOf = (
  list: ListRow,
  nominees: readonly NomineeRow[],
  rounds: readonly RoundRow[],
): Counted => countVotes(list.shares, nominees, rounds)

export const tiesOf = (counted: Counted) => counted.contests.filter((c) => c.why === "tie")

/** Put the count on the nominees: elected, in reserve by votes, or out. */
export async function keepCount(ctx: Ctx, list: ListRow): Promise<Counted> {
  const nominees = await nomineesOf(ctx.tx, [list.id])
  const counted = countedOf(list, nominees, await roundsOf(ctx.tx, list.id))
  const rest = nominees.filter((n) => !counted.elected.includes(n.id) && !counted.reserve.includes(n.id))
  await changeNominees(ctx.tx, counted.elected, { state: "elected", reserve: null })
  await changeNominees(
    ctx.tx,
    rest.map((n) => n.id),
    { state: "out", reserve: null },
  )
  for (const [i, id] of counted.reserve.entries())
    await changeNominees(ctx.tx, [id], { state: "reserve", reserve: i + 1 })
  return counted
}
