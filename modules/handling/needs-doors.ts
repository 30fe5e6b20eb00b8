import { chineseDay } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import type { Ctx } from "#kit/server/world.ts"
import { type Doors, ownVoice, type Standing } from "#modules/needs/index.ts"
import { mayRead } from "./abilities.ts"
import { rateable } from "./actions/rating.ts"
import { type HandlingRow, isLate } from "./handling.ts"
import { theLead } from "./load.ts"
import { allRatingsOf, rowsOf } from "./store.ts"
import { messagesOf } from "./store-words.ts"

const idsWhere = async (tx: Tx, ids: readonly string[], is: (row: HandlingRow) => boolean) =>
  new Set((await rowsOf(tx, ids)).filter(is).map((r) => r.needId))

/** What the room of needs asks this one: who sees photos, what is public, what was answered, how it stands. */
export const needsDoors: Doors = {
  mayRead: [
    async (ctx, need) => {
      const of = await theLead(ctx, need)
      return of.ok && "as" in mayRead(ctx.actor, of.value)
    },
  ],
  isPublic: (tx, ids) => idsWhere(tx, ids, (r) => r.open && r.left === null),
  answered: (tx, ids) => idsWhere(tx, ids, (r) => r.answeredOn !== null || r.state === "done"),
  over: (tx, ids) => idsWhere(tx, ids, (r) => r.closedOn !== null),
  stateOf: async (ctx, ids) => {
    const states = new Map<string, Standing>()
    for (const row of await rowsOf(ctx.tx, ids)) states.set(row.needId, await standing(ctx, row))
    return states
  },
}

async function standing(ctx: Ctx, row: HandlingRow): Promise<Standing> {
  const asked = (await messagesOf(ctx.tx, [row.needId])).at(-1)?.from === "handler"
  const rates = rateable(row, ctx.today) && !(await hasRated(ctx, row))
  return {
    label: rates
      ? `已办结，请在${chineseDay(row.due ?? ctx.today)}前评价是否解决`
      : asked
        ? "承办单位有话问您"
        : say(row, ctx.today),
    href: `/needs/${row.needId}`,
    news: rates || asked,
  }
}

async function hasRated(ctx: Ctx, row: HandlingRow): Promise<boolean> {
  const tag = await ownVoice(ctx, row.needId)
  return (await allRatingsOf(ctx.tx, row.needId)).some((r) => r.round === row.round && r.tag === tag)
}

function say(row: HandlingRow, today: string): string {
  const { state, officeName, due } = row
  const until = (what: string) =>
    due ? (isLate(row, today) ? `，已过${what}期限${chineseDay(due)}` : `，${chineseDay(due)}前${what}`) : ""
  switch (state) {
    case "sorting":
      return `待转办${until("转办")}`
    case "sent":
      return `已转${officeName}${until("受理")}`
    case "accepted":
      return `${officeName}办理中${until("答复")}`
    case "answered":
      return `${officeName}已答复，正在解决${until("办结")}`
    case "done":
      return "已办结"
    case "declined":
      return "不予受理"
  }
}
