import { type Index, type Near, openIndex } from "@qiaoliang/similar"
import type { Ctx, World } from "#kit/server/world.ts"
import { keyOf, voiceTag } from "./seal.ts"
import { wordsOfCampus } from "./similar/words-of-campus.ts"

/** The texts of a university's needs in this process, with what was last seen of the table. */
interface Kept {
  readonly index: Index
  /** The need a merged one went into. */
  readonly leads: Map<string, string>
  /** How each need was when it was taken up. */
  readonly taken: Map<string, string>
  nth: number
  /** When it was last looked at. */
  looked: number
}

const kept = new WeakMap<World, Map<string, Kept>>()

/** For transactions that end later than a look that began after them. What is seen too late is left out by the last read. */
const overlap = 2 * 60_000
/** Older needs tell little about today's. */
const years = 2

interface Row {
  id: string
  nth: number
  words: string
  into: string | null
  known: boolean
  changed: Date
  clean: boolean
}

/**
 * The index as the table is now, by one read over two indexes: numbers are given in the order of commits, so what is
 * new has a higher one. `clean` keeps what this very transaction wrote, and may yet take back, from counting as seen.
 */
export async function freshIndex(ctx: Ctx): Promise<Kept> {
  const of = kept.get(ctx.world) ?? new Map<string, Kept>()
  kept.set(ctx.world, of)
  const now = of.get(ctx.university.id) ?? {
    index: openIndex(wordsOfCampus),
    leads: new Map(),
    taken: new Map(),
    nth: 0,
    looked: 0,
  }
  of.set(ctx.university.id, now)
  const { rows } = await ctx.tx.client.query<Row>(
    `select id, nth, title || '，' || text as words, merged_into as into, changed_at as changed,
            desk = 'union' and not discreet and state <> 'withdrawn' as known,
            pg_current_xact_id_if_assigned() is null as clean
     from need where university_id = $1 and (nth > $2 or changed_at > $3) and ($2 > 0 or raised_on > $4)`,
    [
      ctx.tx.university,
      now.nth,
      new Date(Math.max(0, now.looked - overlap)),
      `${Number(ctx.today.slice(0, 4)) - years}${ctx.today.slice(4)}`,
    ],
  )
  for (const r of rows) take(now, r)
  if (rows.every((r) => r.clean)) now.looked = ctx.now.getTime()
  return now
}

function take(now: Kept, r: Row): void {
  const state = `${r.changed.getTime()}/${r.known}/${r.into}`
  if (now.taken.get(r.id) !== state) {
    if (r.known) now.index.add(r.id, r.words)
    else now.index.remove(r.id)
    if (r.into) now.leads.set(r.id, r.into)
    else now.leads.delete(r.id)
    now.taken.set(r.id, state)
  }
  if (r.clean && r.nth > now.nth) now.nth = r.nth
}

/** A need that tells the same matter, of those on their way; a merged one is its lead. */
export interface Alike {
  readonly id: string
  readonly nth: number
  readonly title: string
  readonly place: string
  readonly voices: number
  /** Raised or joined by the person asking. */
  readonly mine: boolean
  readonly score: number
  readonly shared: readonly string[]
}

/** Of an index's hits some were merged into one, or are not open any more. */
const more = 2

/**
 * The most alike first: needs at unions' desks, neither discreet nor withdrawn. Whether everybody may see them is
 * another matter (`Doors.isPublic`).
 */
export async function similarTo(
  ctx: Ctx,
  text: string,
  { limit = 5, atLeast }: { readonly limit?: number; readonly atLeast?: number } = {},
): Promise<readonly Alike[]> {
  const { index, leads } = await freshIndex(ctx)
  const best = new Map<string, Near>()
  for (const near of index.nearest(text, {
    limit: limit * more,
    ...(atLeast === undefined ? {} : { atLeast }),
  })) {
    const id = leads.get(near.id) ?? near.id
    if (!best.has(id)) best.set(id, near)
  }
  if (best.size === 0) return []
  const key = keyOf(ctx.world.dataDir)
  const { number } = ctx.actor
  const ids = [...best.keys()]
  const tags = ids.map((id) => (number ? voiceTag(key, ctx.university.id, id, number) : ""))
  // Named, so that a connection plans it once; voices are counted of those kept only.
  const { rows } = await ctx.tx.client.query<Omit<Alike, "score" | "shared">>({
    name: "needs.alike",
    text: `select n.id, n.nth, n.title, n.place,
        (select count(*)::int from need_voice v where v.university_id = $1 and v.need_id = n.id) as voices,
        exists (select from need_voice v where v.university_id = $1 and v.need_id = n.id and v.tag = w.tag) as mine
      from unnest($2::text[], $3::text[]) with ordinality as w(id, tag, place_in)
      join need n on n.university_id = $1 and n.id = w.id and n.state = 'open' and not n.discreet and n.desk = 'union'
      order by w.place_in limit $4`,
    values: [ctx.tx.university, ids, tags, limit],
  })
  return rows.map((r) => ({ ...r, score: best.get(r.id)!.score, shared: best.get(r.id)!.shared }))
}
