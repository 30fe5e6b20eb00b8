import type { z } from "zod"
import type { Ctx } from "#kit/server/world.ts"
import { calendarOf } from "#modules/courses/index.ts"
import { fields } from "#policy/practice/proposals.ts"
import { publishedOf } from "../briefing-store.ts"
import type * as contract from "../contract.ts"
import { daysUntil, lineOf } from "../present.ts"
import { countFound, found } from "../search.ts"
import { choicesOf } from "../store.ts"

type Input<C extends { readonly input: z.ZodType }> = z.output<C["input"]>
type Output<C extends { readonly output: z.ZodType }> = z.input<C["output"]>

/** `board.list`: one page of what is public. */
export async function list(
  ctx: Ctx,
  search: Input<typeof contract.list>,
): Promise<Output<typeof contract.list>> {
  const page = await found(ctx.tx, search, ctx.today)
  const until = daysUntil(ctx.today, await calendarOf(ctx.tx))
  return {
    items: page.items.map((f) => ({ ...lineOf(f, ctx.today, until), faculties: [...f.faculties] })),
    total: search.after ? null : await countFound(ctx.tx, search, ctx.today),
    next: page.next,
  }
}

/** `board.choices`: by what it can be looked through. */
export async function choices(ctx: Ctx): Promise<Output<typeof contract.choices>> {
  const of = await choicesOf(ctx.tx, ctx.today)
  return {
    ...of,
    categories: of.categories.toSorted((a, b) => fields.indexOf(a.field) - fields.indexOf(b.field)),
    briefings: (await publishedOf(ctx.tx)).length,
  }
}
