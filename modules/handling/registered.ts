import type { Day } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import type { Ctx } from "#kit/server/world.ts"
import type { Need } from "#modules/needs/index.ts"
import { begun, sortedBy } from "./beginning.ts"
import type { HandlingRow, HandlingState } from "./handling.ts"
import { insertDeeds, insertRows } from "./store.ts"

/** How the hand-kept register has a need. */
export interface Recorded {
  readonly need: Need
  readonly state: HandlingState
  readonly officeName: string | null
  readonly on: Day
  readonly note?: string
}

/**
 * For imports: needs of the hand-kept register begin at the desk as they stand in it, waiting, under way or finished. It does
 * not say when an office was given a need, nor when it took it over: no such day is on record, so that nobody's speed is
 * counted by it.
 */
export async function recordHandled(ctx: Ctx, all: readonly Recorded[]): Promise<void> {
  const due = await sortedBy(ctx, ctx.today)
  await insertRows(
    ctx.tx,
    all.map((r) => rowOf(ctx, r, due)),
  )
  await insertDeeds(
    ctx.tx,
    all.flatMap((r) => deedOf(ctx, r)),
  )
  await ctx.emit("handling.changed", { needs: all.map((r) => r.need.id) })
}

function rowOf(ctx: Ctx, { need, state, officeName, on, note }: Recorded, due: Day): HandlingRow {
  const row = begun(need, due)
  if (state === "sorting") return row
  return {
    ...row,
    state,
    officeName,
    due: null,
    imported: true,
    changedAt: ctx.now,
    answeredOn: state === "answered" || state === "done" ? on : null,
    solvedOn: state === "done" ? on : null,
    closedOn: state === "done" || state === "declined" ? on : null,
    outcome: state === "answered" ? "B" : null,
    because: state === "declined" ? (note ?? "") : null,
  }
}

/** What the register said, of a need not handed on yet as well. */
function deedOf(ctx: Ctx, { need, state, officeName, note, on }: Recorded) {
  const because = [officeName, note].filter(Boolean).join("：")
  if (state === "sorting" && because === "") return []
  const { number: by, name: byName } = ctx.actor
  return [{ needId: need.id, nth: 1, what: "recorded", by, byName, because, onDay: on, at: ctx.now }]
}

/** Of these needs, those somebody had to do with since they came: anything but their being recorded. */
export async function touchedOf(tx: Tx, needIds: readonly string[]): Promise<ReadonlySet<string>> {
  const of = (table: string, more = "") =>
    `exists (select from ${table} d where d.university_id = h.university_id and d.need_id = h.need_id ${more})`
  const { rows } = await tx.client.query<{ id: string }>(
    `select need_id as id from handling h where university_id = $1 and need_id = any($2) and (
       course is not null or assignee is not null or left_as is not null
       or ${of("handling_deed", "and d.what <> 'recorded'")} or ${of("handling_note")}
       or ${of("handling_message")} or ${of("handling_rating")})`,
    [tx.university, needIds],
  )
  return new Set(rows.map((r) => r.id))
}
