import { newId } from "@qiaoliang/basics"
import type { University, World } from "#kit/server/world.ts"
import { similar } from "#modules/needs/contract.ts"
import { needById, similarTo } from "#modules/needs/index.ts"
import { addUniversity, asOf, type Ground, officer, openProduct } from "./product.ts"
import { interleaved, type Line, ms, ratio, timed } from "./report.ts"
import { tenThousandNeeds } from "./ten-thousand-needs.ts"

const voices = 20
const asked = 100

/** 10,000 needs and 200,000 "me too" in a real database: one suggestion against one need read by its id. */
export async function needLines(ground: Ground, rounds: number): Promise<Line[]> {
  const { url } = await ground.database()
  const product = await openProduct(url, ground.folder)
  try {
    const { world } = product
    const of = await addUniversity(world, "诉求大学")
    const needs = tenThousandNeeds()
    const ids = await fill(world, of, needs)
    const texts = needs.filter((_, i) => i % Math.floor(needs.length / asked) === 0).map((n) => n.text)
    const within = world.within.bind(world)
    const first = await timed(() => within(of, officer, (ctx) => similarTo(ctx, texts[0]!)))
    const served = world.modules.flatMap((m) => m.served).find((s) => s.contract === similar)!
    let found = 0
    const each = (work: (text: string, i: number) => Promise<unknown>) => async () =>
      (await timed(async () => {
        for (const [i, text] of texts.entries()) await work(text, i)
      })) / texts.length
    const took = await interleaved(rounds * 3, {
      select: each((_, i) => within(of, officer, (ctx) => needById(ctx.tx, ids[(i * 97) % ids.length]!))),
      suggestion: each(async (text) => {
        found += (await within(of, officer, (ctx) => similarTo(ctx, text))).length
      }),
      question: each((text) => world.serve(served, of, officer, { text })),
    })
    const words = `${needs.length} needs, ${voices * needs.length} voices; first one, which reads all: ${ms(first)}; ${(found / rounds / 3 / texts.length).toFixed(1)} found each`
    return [
      ratio("one suggestion among 10,000 needs ÷ one need by its id", took.suggestion, took.select, 5, words),
      ratio("  the question served, with what is public", took.question, took.select),
    ]
  } finally {
    await product.close()
  }
}

async function fill(
  world: World,
  of: University,
  needs: readonly { readonly text: string }[],
): Promise<string[]> {
  const rows = needs.map(({ text }, i) => ({
    id: newId(),
    nth: i + 1,
    title: text.slice(0, 20),
    text: text.slice(20),
  }))
  await world.db.scoped(of.id, async (tx) => {
    await tx.client.query(
      `insert into need (university_id, id, nth, desk, union_id, title, text, category_id, field, place, shown, discreet,
         raised_on, raised_at, state, changed_at)
       select $1, id, nth, 'union', 'bench', title, text, 'usual-12', '权益维护', '', 'desk', false, $3, now(), 'open',
         now() - interval '1 day'
       from jsonb_to_recordset($2::jsonb) as r(id text, nth int, title text, text text)`,
      [of.id, JSON.stringify(rows), asOf],
    )
    await tx.client.query(
      `insert into need_voice (university_id, need_id, tag, faculty, class_name, on_day)
       select $1, n.id, n.nth || '-' || v, '学院' || v % 20, '', $2 from need n, generate_series(1, ${voices}) v
       where n.university_id = $1`,
      [of.id, asOf],
    )
  })
  await world.db.pool.query("analyze need, need_voice").catch(() => {}) // as autovacuum would
  return rows.map((r) => r.id)
}
