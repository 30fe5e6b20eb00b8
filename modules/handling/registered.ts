import type { Day } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import type { Ctx } from "#kit/server/world.ts"
import type { Need } from "#modules/needs/index.ts"
import type { HandlingState } from "./handling.ts"
import { insertDeeds } from "./store.ts"

/** How the hand-kept register has a need. */
export interface Recorded {
  readonly need: Need
  readonly state: HandlingState
  readonly officeName: string | null
  readonly on: Day
  readonly note?: string
}

const atOnce = 500

/**
 * For imports: needs at the desk that were under way or finished in the hand-kept register. It does not say when an
 * office was given a need, nor when it took it over: no such day is on record, so that nobody's speed is counted by it.
 */
export async function recordHandled(ctx: Ctx, all: readonly Recorded[]): Promise<void> {
  for (let i = 0; i < all.length; i += atOnce) {
    const some = all.slice(i, i + atOnce)
    const moved = some.filter((r) => r.state !== "sorting")
    await change(ctx, moved)
    await insertDeeds(
      ctx.tx,
      some.flatMap((r) => deedOf(ctx, r)),
    )
    if (moved.length > 0) await ctx.emit("handling.changed", { needs: moved.map((r) => r.need.id) })
  }
}

async function change(ctx: Ctx, some: readonly Recorded[]): Promise<void> {
  await ctx.tx.client.query(
    `update handling h set state = r.state, office_name = r.office, due = null, imported = true, changed_at = $6,
       answered_on = case when r.state in ('answered', 'done') then r.day end,
       solved_on = case when r.state = 'done' then r.day end,
       closed_on = case when r.state in ('done', 'declined') then r.day end,
       outcome = case when r.state = 'answered' then 'B' end,
       because = case when r.state = 'declined' then r.note end
     from unnest($2::text[], $3::text[], $4::text[], $5::text[], $7::text[]) as r(need_id, state, office, day, note)
     where h.university_id = $1 and h.need_id = r.need_id and h.state = 'sorting' and h.left_as is null`,
    [
      ctx.tx.university,
      some.map((r) => r.need.id),
      some.map((r) => r.state),
      some.map((r) => r.officeName),
      some.map((r) => r.on),
      ctx.now,
      some.map((r) => r.note ?? ""),
    ],
  )
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
