import { ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { mayConfirm, mayCount } from "../abilities.ts"
import { conclude } from "../conclude.ts"
import * as contract from "../contract.ts"
import type { Election } from "../election.ts"
import { changed, only, theElectionHeld } from "../load.ts"
import { countsFrom, type Difference, differences, type Sheet, sound } from "../paper-count.ts"
import { record } from "../recording.ts"
import * as store from "../store.ts"

interface Comparison {
  readonly state: "waiting" | "equal" | "different"
  readonly differences: readonly Difference[]
}

/** The two tellers' sheets side by side; nothing of one is told before both are in. */
export function compared(election: Election, sheets: ReadonlyMap<string, Sheet>): Comparison {
  const [a, b] = election.tellers.map((t) => sheets.get(t.number))
  if (!a || !b) return { state: "waiting", differences: [] }
  const found = differences(a, b, election.candidates)
  return { state: found.length > 0 ? "different" : "equal", differences: found }
}

export const enterCount = action(contract.enterCount, {
  load: theElectionHeld,
  may: mayCount,
  run: async (ctx, { id, ...sheet }, { election }) => {
    const stands = only(election, "closed")
    if (!stands.ok) return stands
    const sheets = await store.sheetsOf(ctx.tx, id)
    const before = compared(election, sheets)
    if (sheets.has(ctx.actor.number) && before.state === "waiting")
      return refuse("conflict", "您的计票结果已经提交，等待另一名计票人", {
        cure: "两人的结果不一致时再复核更正",
      })
    if (before.state === "equal")
      return refuse("conflict", "两名计票人的结果已经一致", { cure: "请总监票人确认" })
    const right = sound(sheet, {
      candidates: election.candidates,
      seats: election.seats,
      present: election.present!,
    })
    if (!right.ok) return right
    await store.insertSheet(ctx.tx, id, ctx.actor.number, sheet, ctx.now)
    ctx.note({ election: id })
    return ok({ state: compared(election, await store.sheetsOf(ctx.tx, id)).state })
  },
})

export const confirmCount = action(contract.confirmCount, {
  load: theElectionHeld,
  may: mayConfirm,
  run: async (ctx, { id }, of) => {
    const { election } = of
    const stands = only(election, "closed")
    if (!stands.ok) return stands
    if (election.method !== "paper") return refuse("conflict", "电子投票由监票人开启票箱计票")
    const sheets = await store.sheetsOf(ctx.tx, id)
    const { state } = compared(election, sheets)
    if (state !== "equal")
      return refuse("conflict", state === "waiting" ? "两名计票人还没有都提交" : "两名计票人的结果不一致", {
        cure: state === "waiting" ? "等待计票" : "请计票人按所列差异复核",
      })
    const sheet = sheets.get(election.tellers[0]!.number)!
    await record(ctx, id, { kind: "confirmed" })
    const then = await conclude(ctx, of, countsFrom(sheet, election.candidates))
    await changed(ctx, of)
    return ok({ state: then })
  },
})
