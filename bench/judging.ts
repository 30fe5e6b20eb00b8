import pg from "pg"
import type { University, World } from "#kit/server/world.ts"
import { gather, rejudge } from "#modules/findings/index.ts"
import { judgeUnion } from "#policy/index.ts"
import { type Campus, campuses } from "./campus.ts"
import { asOf, type Ground, officer, openProduct } from "./product.ts"
import { interleaved, type Line, ms, ratio, timed } from "./report.ts"

interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

/** Judging a whole university, and judging one union again after one change. */
export async function judgingLines(ground: Ground, rounds: number): Promise<Line[]> {
  const { url, superUrl } = await ground.database()
  const product = await openProduct(url, ground.folder)
  const plain = new pg.Client({ connectionString: url })
  plain.on("error", () => {}) // the server was stopped by a signal: its queries say so themselves
  await plain.connect()
  try {
    const [large, alone, small] = await campuses(product.world, superUrl, [
      { unions: 31, students: 40_000 },
      { unions: 1, students: 40_000 },
      { unions: 1, students: 4000 },
    ])
    return [
      ...(await wholeLines(product.world, plain, large!.university, rounds)),
      ...(await againLines(product.world, { large: large!, alone: alone!, small: small! }, rounds)),
    ]
  } finally {
    await plain.end()
    await product.close()
  }
}

async function wholeLines(world: World, plain: pg.Client, of: University, rounds: number): Promise<Line[]> {
  const statements = await statementsOf(world, of)
  let gathered = 0
  let judged = 0
  let findings = 0
  let rows = 0
  const took = await interleaved(rounds, {
    sql: () =>
      timed(async () => {
        rows = await replay(plain, of, statements)
      }),
    judging: () =>
      timed(async () => {
        const start = performance.now()
        const facts = await world.db.scoped(of.id, (tx) => gather(tx, of, null, asOf))
        const between = performance.now()
        findings = facts.flatMap(judgeUnion).length
        gathered = between - start
        judged = performance.now() - between
      }),
    register: () => timed(() => world.within(of, officer, (ctx) => rejudge(ctx, null))),
  })
  const words = `${statements.length} statements, ${rows} rows, ${findings} findings; last gather ${ms(gathered)}, articles ${ms(judged)}`
  return [
    ratio("judging 31 unions, 40,000 students ÷ SQL of the same rows", took.judging, took.sql, 2, words),
    ratio("  with the register of findings compared", took.register, took.sql),
  ]
}

/** The statements `gather` sends, as it sends them: what a bare client must ask to have the same rows. */
async function statementsOf(world: World, of: University): Promise<Statement[]> {
  const seen: Statement[] = []
  await world.db.scoped(of.id, async (tx) => {
    const client = tx.client
    const query = client.query
    client.query = ((asked: string | { text: string; values?: unknown[] }, values?: unknown[]) => {
      const text = typeof asked === "string" ? asked : asked.text
      seen.push({ text, values: values ?? (typeof asked === "string" ? [] : (asked.values ?? [])) })
      return Reflect.apply(query, client, [asked, values])
    }) as typeof client.query
    try {
      await gather(tx, of, null, asOf)
    } finally {
      client.query = query
    }
  })
  return seen
}

async function replay(plain: pg.Client, of: University, statements: readonly Statement[]): Promise<number> {
  let rows = 0
  await plain.query("begin")
  await plain.query("select set_config('qiaoliang.university', $1, true)", [of.id])
  for (const { text, values } of statements) rows += (await plain.query(text, [...values])).rows.length
  await plain.query("commit")
  return rows
}

/** One person of the school union leaves or comes back; then its findings are judged again. */
async function againLines(
  world: World,
  at: Readonly<Record<"large" | "alone" | "small", Campus>>,
  rounds: number,
): Promise<Line[]> {
  for (const { university } of Object.values(at))
    await world.within(university, officer, (ctx) => rejudge(ctx, null))
  let changed = 0
  const again =
    ({ university, school }: Campus) =>
    async () => {
      let took = 0
      await world.within(university, officer, async (ctx) => {
        await ctx.tx.client.query(
          `update post set valid_to = case when valid_to is null then $3 end
         where university_id = $1 and union_id = $2 and position = 2`,
          [university.id, school, asOf],
        )
        took = await timed(async () => {
          changed = (await rejudge(ctx, [school])).changed
        })
      })
      return took
    }
  const took = await interleaved(rounds, {
    large: again(at.large),
    alone: again(at.alone),
    small: again(at.small),
  })
  return [
    ratio(
      "re-judging after one change, 31 unions ÷ 1 union",
      took.large,
      took.alone,
      1.25,
      `40,000 students; ${changed} findings changed`,
    ),
    ratio("  1 union, 40,000 students ÷ 4,000", took.alone, took.small, 1.25),
  ]
}
