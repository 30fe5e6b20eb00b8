import { dayOf } from "@qiaoliang/basics"
import { nowAt } from "#kit/server/clock.ts"
import { appendToLedger } from "#kit/server/ledger.ts"
import type { Ctx } from "#kit/server/world.ts"
import {
  changeNotice,
  columnsOf,
  dueToPublish,
  insertPublication,
  type Notice,
  type Version,
  versionsOf,
} from "./store.ts"

/** A version goes out: from now on it is what readers see. One row, however many they are. */
export async function publish(ctx: Ctx, notice: Notice, v: Version): Promise<void> {
  const first = notice.live === null
  const at = nowAt(ctx)
  await changeNotice(ctx.tx, notice.id, {
    ...columnsOf(v.content),
    stage: "out",
    live: v.number,
    refused: null,
    changedAt: ctx.now,
    ...(first ? { publishedAt: at, publishedOn: ctx.today } : { correctedOn: ctx.today }),
  })
  await insertPublication(ctx.tx, { noticeId: notice.id, number: v.number, onDay: ctx.today, at })
  await appendToLedger(ctx.tx, [
    {
      topic: "notice",
      subject: notice.id,
      at: ctx.now,
      body: {
        kind: first ? "published" : "corrected",
        version: v.number,
        hash: v.hash,
        sender: notice.sender,
        title: v.content.title,
        on: ctx.today,
      },
    },
  ])
}

/** Not yet: the moment it was written for is still to come. */
export const isEarly = (publishAt: string | null, { now, today }: Pick<Ctx, "now" | "today">): boolean =>
  publishAt !== null && (new Date(publishAt) > now || dayOf(new Date(publishAt)) > today)

/** By the clock: what was approved for a moment that has come. */
export async function publishDue(ctx: Ctx): Promise<void> {
  for (const notice of await dueToPublish(ctx.tx, ctx.now)) {
    const last = (await versionsOf(ctx.tx, notice.id)).at(-1)
    if (last && !isEarly(last.content.publishAt, ctx)) await publish(ctx, notice, last)
  }
}
