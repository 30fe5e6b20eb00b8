import { newUuid } from "@qiaoliang/ballot"
import { newId, ok, refuse } from "@qiaoliang/basics"
import { hashOf } from "@qiaoliang/ledger"
import { action } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { beginCourse } from "#modules/courses/index.ts"
import { type UnionRow, unionsOf } from "#modules/unions/index.ts"
import { mayPreside } from "../abilities.ts"
import * as contract from "../contract.ts"
import { byStrokes, type Election, modeFor } from "../election.ts"
import { kindFor } from "../kinds.ts"
import { changed, only, tell, theElectionHeld } from "../load.ts"
import { standsNext } from "../outcome.ts"
import { record } from "../recording.ts"
import { electedIn } from "../seating.ts"
import * as store from "../store.ts"
import { blank } from "./arranging.ts"

/** The rounds of a vote whose last one is counted; each earlier one is counted or void. */
const last = (rounds: readonly Election[], election: Election): boolean =>
  rounds.filter((r) => r.state !== "cancelled").at(-1)?.id === election.id

export const announce = action(contract.announce, {
  load: theElectionHeld,
  may: mayPreside,
  run: async (ctx, _, of) => {
    const { election, assembly, union } = of
    const stands = only(election, "counted")
    if (!stands.ok) return stands
    const rounds = await store.roundsOf(ctx.tx, election.series, true)
    if (!last(rounds, election)) return refuse("conflict", "后一轮投票还没有计票", { cure: "计票后一并公告" })
    if (assembly.state !== "open")
      return refuse("against-clause", "选举结果须向大会公告，大会已不在进行", { clause: "6.6a" })
    const counted = rounds.filter((r) => r.state === "counted")
    const elected = electedIn(counted)
    const course = await beginCourse(ctx, kindFor(union.level), {
      subject: election.series,
      title: `${assembly.name}${rounds[0]!.title}结果`,
      version: hashOf({ rounds: counted.map((r) => ({ id: r.id, result: r.result })) }),
      about: elected.map((e) => e.number),
      unionId: union.id,
      places: await placesOf(ctx, union),
      // A result announced is nobody's to withdraw (6.6a).
      applicant: { number: "", name: `${assembly.name}主席团` },
    })
    await store.changeElection(
      ctx.tx,
      counted.map((r) => r.id),
      { state: "announced", announcedOn: ctx.today, courseId: course.id },
    )
    await record(ctx, election.series, { kind: "announced", elected: elected.map((e) => e.name) })
    ctx.note({ election: election.series, elected: elected.length })
    await tell(ctx, "announced", election)
    await changed(ctx, of)
    return ok({ course: course.id })
  },
})

/** A faculty's result goes to its own Party organisation, and to the school's union of the same kind. */
async function placesOf(ctx: Ctx, union: UnionRow): Promise<Record<string, string>> {
  if (union.level === "school") return {}
  const { rows } = await ctx.tx.client.query<{ id: string }>(
    "select id from faculty where university_id = $1 and name = $2",
    [ctx.tx.university, union.faculty],
  )
  const above = (await unionsOf(ctx.tx)).find((u) => u.level === "school" && u.kind === union.kind)
  return { "faculty-party": rows[0]?.id ?? "", union: above?.id ?? "" }
}

export const nextRound = action(contract.nextRound, {
  load: theElectionHeld,
  may: mayPreside,
  run: async (ctx, { id, method }, of) => {
    const { election } = of
    const stands = only(election, "counted", "void")
    if (!stands.ok) return stands
    const rounds = await store.roundsOf(ctx.tx, election.series, true)
    if (!last(rounds, election)) return refuse("conflict", "已经组织了下一轮投票")
    const { outcome } = election.result!
    const again = election.state === "void"
    const stand = again ? election.candidates : standsNext(outcome)
    const seats = again ? election.seats : outcome.open
    if (seats === 0 || stand.length === 0)
      return refuse(
        "conflict",
        outcome.vacant > 0 ? "按选举办法，得票相等的均不当选，名额空缺" : "应选名额已经选满",
        {
          cure: "公告选举结果",
        },
      )
    if (
      method &&
      method !== election.method &&
      (method === "paper" ? election.tellers : election.trustees).length < 2
    )
      return refuse("invalid", "这次选举没有为该投票方式安排监票人或计票人", { at: "method" })
    const next = newId(ctx.now.getTime())
    const round = Math.max(...rounds.map((r) => r.round)) + 1
    await store.insertElection(ctx.tx, {
      ...election,
      ...blank,
      id: next,
      uuid: newUuid(),
      previous: id,
      round,
      seats,
      candidates: byStrokes(election.candidates.filter((c) => stand.some((p) => p.number === c.number))),
      mode: modeFor(stand.length, seats),
      method: method ?? election.method,
      // The rules adopted cover further rounds.
      rules: election.rules,
      rulesBasis: election.rulesBasis,
      rulesOn: election.rulesOn,
    })
    // The same people keep the same keys: public parts are bound to no election, decryptions are.
    for (const m of await store.messagesOf(ctx.tx, election))
      await store.insertMessage(ctx.tx, { ...m, electionId: next, attempt: 1 })
    await record(ctx, next, { kind: "next-round", round, seats, after: id })
    ctx.note({ election: next, round })
    await tell(ctx, "changed", election)
    return ok({ id: next })
  },
})
