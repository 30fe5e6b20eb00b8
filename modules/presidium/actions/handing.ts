import { ok, type Refusal, type Result, refuse, type Semester } from "@qiaoliang/basics"
import { hashOf } from "@qiaoliang/ledger"
import { appendToLedger } from "#kit/server/ledger.ts"
import { action } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import type { UnionRow } from "#modules/unions/index.ts"
import { mayHandOver, mayTakeOver } from "../abilities.ts"
import { handOver as giveContract, takeOver as takeContract } from "../contract.ts"
import { type Change, changeAt } from "../handover.ts"
import { theUnionHeld } from "../load.ts"
import { type Neighbours, openMattersOf } from "../matters.ts"
import { topic } from "../planning.ts"
import type { Member } from "../rotation.ts"
import { seatTheChair } from "../seat.ts"
import { handoverAt, membersOn, plansOn, saveHandover } from "../store.ts"

interface Handing {
  readonly union: UnionRow
  readonly change: Change
  readonly members: readonly Member[]
}

async function load(ctx: Ctx, input: { union: string } & Semester): Promise<Result<Handing, Refusal>> {
  const union = await theUnionHeld(ctx, input)
  if (!union.ok) return union
  const plan = (await plansOn(ctx.tx, [union.value.id], ctx.today)).get(union.value.id)
  const change = changeAt(plan?.turns ?? [], input)
  if (!change) return refuse("not-found", "这个学期没有执行主席的交接", { clause: "2.2b" })
  return ok({ union: union.value, change, members: await membersOn(ctx.tx, union.value.id, ctx.today) })
}

export const handOver = (from: Neighbours) =>
  action(giveContract, {
    load,
    may: (actor, { union, change, members }) => mayHandOver(actor, union, change, members),
    run: async (ctx, { schoolYear, half, note, matters }, { union, members }) => {
      const before = await handoverAt(ctx.tx, union.id, { schoolYear, half })
      if (before?.takenOn) return refuse("conflict", "交接已经双方签字，不能再改")
      const open = await openMattersOf(ctx, from, union.id)
      const left = open.filter((m) => !matters.includes(m.id))
      if (left.length > 0)
        return refuse("conflict", `还有${left.length}件未了事项没有交代：${left[0]!.title}`, {
          clause: "2.2b",
          at: "matters",
          cure: "逐件向接任的执行主席交代后勾选",
        })
      await saveHandover(ctx.tx, {
        unionId: union.id,
        schoolYear,
        half,
        note,
        matters: open,
        givenBy: ctx.actor.number,
        givenByName: nameOf(ctx, members),
        givenOn: ctx.today,
        takenBy: null,
        takenByName: null,
        takenOn: null,
      })
      await signed(ctx, union.id, {
        kind: "handed-over",
        schoolYear,
        half,
        document: hashOf({ note, matters: open }),
      })
      return ok({})
    },
  })

export const takeOver = action(takeContract, {
  load,
  may: (actor, { change }) => mayTakeOver(actor, change),
  run: async (ctx, { schoolYear, half }, { union, change }) => {
    const row = await handoverAt(ctx.tx, union.id, { schoolYear, half })
    if (!row)
      return refuse("conflict", `${change.outgoing.name}还没有写交接说明并签字`, {
        clause: "2.2b",
        cure: "先由卸任的执行主席写明交接事项并签字",
      })
    if (row.takenOn) return refuse("conflict", "交接已经双方签字")
    const { universityId: _, ...rest } = row
    await saveHandover(ctx.tx, {
      ...rest,
      takenBy: ctx.actor.number,
      takenByName: change.incoming.name,
      takenOn: ctx.today,
    })
    const document = hashOf({ note: row.note, matters: row.matters })
    await signed(ctx, union.id, { kind: "taken-over", schoolYear, half, document })
    if (await seatTheChair(ctx, union.id)) await ctx.emit("records.changed", { unions: [union.id] })
    return ok({})
  },
})

const nameOf = (ctx: Ctx, members: readonly Member[]) =>
  members.find((m) => m.number === ctx.actor.number)?.name ?? ctx.actor.name

/** A signature in the ledger, on exactly this note and these matters. */
async function signed(ctx: Ctx, union: string, body: Record<string, unknown>): Promise<void> {
  const { number, name } = ctx.actor
  ctx.note({ union, semester: `${body.schoolYear}-${body.half}` })
  await appendToLedger(ctx.tx, [
    { topic, subject: union, at: ctx.now, body: { ...body, number, name, on: ctx.today } },
  ])
}
