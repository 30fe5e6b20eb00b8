import { newId, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { stepAt } from "@qiaoliang/procedure"
import { RollBack } from "#kit/server/db.ts"
import { appendToLedger } from "#kit/server/ledger.ts"
import { action } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { caseOf, moveCourse } from "#modules/courses/index.ts"
import { mayElect } from "../abilities.ts"
import * as contract from "../contract.ts"
import type { Contest, Vote } from "../count.ts"
import { countedOf, enoughFor } from "../electing.ts"
import { kindFor } from "../kinds.ts"
import * as lists from "../lists.ts"
import { mayChangeSeats, type OfList, theListHeld } from "../load.ts"
import { elected } from "../procedure.ts"

interface Said {
  readonly heldOn: string
  readonly due: number
  readonly present: number
  readonly votes: readonly Vote[]
}

/** One vote of the faculty's union. Decided by it, the list goes on; equal at the cut, it is told who is voted on again. */
export const elect = action(contract.elect, {
  load: theListHeld,
  may: mayElect,
  run: async (ctx, input, of) => {
    const { list, course, nominees } = of
    const open = await atElection(ctx, of)
    if (!open.ok) return open
    const rounds = await lists.roundsOf(ctx.tx, list.id)
    const before = countedOf(list, nominees, rounds)
    const sound = soundVote(ctx, of, input, rounds.length === 0 ? null : before.contests)
    if (!sound.ok) return sound
    const { heldOn, due, present, votes } = input
    const row = {
      id: newId(ctx.now.getTime()),
      listId: list.id,
      round: rounds.length + 1,
      heldOn,
      due,
      present,
      votes,
      byName: ctx.actor.name,
      voided: false,
    }
    await lists.insertRound(ctx.tx, row)
    const after = countedOf(list, nominees, [...rounds, row])
    await appendToLedger(ctx.tx, [
      {
        topic: "delegates",
        subject: list.id,
        at: ctx.now,
        body: {
          kind: "voted",
          round: row.round,
          heldOn,
          due,
          present,
          votes: votes.map((v) => ({ nominee: v.nominee, votes: v.votes })),
        },
      },
    ])
    const passes = after.contests.length === 0
    if (passes) {
      const moved = await moveCourse(ctx, kindFor(list.unit, of.union.level), course!.id, {
        kind: "pass",
        step: elected,
        office: "union",
        version: course!.state.version,
      })
      if (!moved.ok) throw new RollBack(moved)
    }
    const name = (id: string) => nominees.find((n) => n.id === id)?.name ?? ""
    ctx.note({ list: list.id, round: row.round, elected: after.elected.length })
    return ok({
      elected: after.elected.map(name),
      again: after.contests.map((c) => ({ why: c.why, seats: c.seats, among: c.among.map(name) })),
      passed: passes,
    })
  },
})

async function atElection(ctx: Ctx, of: OfList): Promise<Result<void, Refusal>> {
  const { course, list, nominees, assembly } = of
  const changing = await mayChangeSeats(ctx, assembly)
  if (!changing.ok) return changing
  if (!course || stepAt(caseOf(course), course.state)?.id !== elected)
    return refuse("conflict", "这份名单现在不在选举这一步", { clause: "6.2", cure: "推荐结束后再选举" })
  if (nominees.some((n) => n.number === ctx.actor.number))
    return refuse("not-allowed", "您是候选人，选举结果由他人登记", {
      clause: "6.2",
      cure: "由学生会其他负责人登记",
    })
  return enoughFor(list, nominees)
}

function soundVote(
  ctx: Ctx,
  { list, nominees }: OfList,
  said: Said,
  contests: readonly Contest[] | null,
): Result<void, Refusal> {
  if (said.heldOn > ctx.today) return refuse("invalid", "选举日期还没有到", { at: "heldOn" })
  if (said.present > said.due) return refuse("invalid", "实到人数多于应到人数", { at: "present" })
  if (said.present === 0) return refuse("invalid", "没有人到会", { at: "present" })
  const ties = contests?.filter((c) => c.why === "tie") ?? []
  const expected = contests === null ? nominees.map((n) => n.id) : contests.flatMap((c) => c.among)
  const must = contests === null ? expected : ties.flatMap((c) => c.among)
  if (contests !== null && expected.length === 0) return refuse("conflict", "名额已经选出，不需要再投票")
  const given = said.votes.map((v) => v.nominee)
  const stray = given.find((id, i) => !expected.includes(id) || given.indexOf(id) !== i)
  if (stray !== undefined) return refuse("invalid", "有的候选人不在这一次投票中，或重复填写", { at: "votes" })
  const left = must.find((id) => !given.includes(id))
  const nameOf = (id: string) => nominees.find((n) => n.id === id)?.name ?? ""
  if (left) return refuse("invalid", `没有填写${nameOf(left)}的得票`, { at: "votes" })
  const over = said.votes.find((v) => v.votes > said.present)
  if (over)
    return refuse("invalid", `${nameOf(over.nominee)}得${over.votes}票，多于实到人数${said.present}人`, {
      at: "votes",
    })
  const seats = contests === null ? list.seats : contests.reduce((n, c) => n + c.seats, 0)
  const all = said.votes.reduce((n, v) => n + v.votes, 0)
  return all > seats * said.present
    ? refuse("invalid", `得票合计${all}，多于每人最多选${seats}人时的${seats * said.present}票`, {
        at: "votes",
      })
    : ok(undefined)
}
