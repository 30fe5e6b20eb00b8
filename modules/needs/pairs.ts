import { openIndex } from "@qiaoliang/similar"
import type { Ctx } from "#kit/server/world.ts"
import { wordsOfCampus } from "./similar/words-of-campus.ts"

export interface AlikePair {
  readonly a: string
  readonly b: string
  readonly score: number
  readonly shared: readonly string[]
}

interface Wanted {
  readonly desk: "union" | "league"
  readonly unionId: string
  /** Only needs on their way; else merged and withdrawn ones too. */
  readonly openOnly?: boolean
  /** 0.5: more likely one matter than two. */
  readonly atLeast?: number
}

/** Pairs of a desk's needs that tell one matter, the most alike first: discreet ones too, for the desk's eyes. */
export async function pairsAlike(
  ctx: Ctx,
  { desk, unionId, openOnly = true, atLeast = 0.5 }: Wanted,
): Promise<readonly AlikePair[]> {
  const { rows } = await ctx.tx.client.query<{ id: string; words: string }>(
    `select id, title || '，' || text as words from need
     where university_id = $1 and desk = $2 and union_id = $3 and (not $4 or state = 'open') order by nth`,
    [ctx.tx.university, desk, unionId, openOnly],
  )
  const index = openIndex(wordsOfCampus)
  const pairs: AlikePair[] = []
  // Each is compared with those before it.
  for (const { id, words } of rows) {
    for (const { id: before, score, shared } of index.nearest(words, { limit: 20, atLeast }))
      pairs.push({ a: before, b: id, score, shared })
    index.add(id, words)
  }
  return pairs.sort((x, y) => y.score - x.score)
}
