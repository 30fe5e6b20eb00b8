import type { Ctx } from "#kit/server/world.ts"
import { handlingsOf } from "#modules/handling/index.ts"
import { categoriesOf, mergedInto, type Need, needsByIds, voicesOf } from "#modules/needs/index.ts"
import { ownAmong } from "./load.ts"

/** Needs as the desk compares them, by id. Nothing of who raised them. */
export async function linesOf(ctx: Ctx, ids: readonly string[]) {
  const needs = await needsByIds(ctx.tx, ids)
  const handlings = await handlingsOf(ctx.tx, ids, ctx.today)
  const voices = await voicesOf(ctx.tx, ids)
  const parts = Map.groupBy(await mergedInto(ctx.tx, ids), (n) => n.mergedInto)
  const own = await ownAmong(ctx, needs)
  const categories = new Map((await categoriesOf(ctx.tx)).map((c) => [c.id, c.name]))
  return new Map(
    needs.map((n) => {
      const handling = handlings.get(n.id)
      return [
        n.id,
        {
          id: n.id,
          nth: n.nth,
          title: n.title,
          text: n.text,
          category: categories.get(n.categoryId) ?? n.field,
          place: n.place,
          raisedOn: n.raisedOn,
          source: n.source?.label ?? null,
          anonymous: n.shown === "anonymous",
          voices: voices.get(n.id)?.total ?? 0,
          parts: parts.get(n.id)?.length ?? 0,
          state: handling?.state ?? ("sorting" as const),
          office: handling?.office?.name ?? null,
          own: own.has(n.id),
        },
      ]
    }),
  )
}

export const presentOne = ({ id, nth, title }: Pick<Need, "id" | "nth" | "title">) => ({ id, nth, title })
