import { createHash } from "node:crypto"
import { newId } from "@qiaoliang/basics"
import type { Finding } from "@qiaoliang/clause"
import type { Ctx } from "#kit/server/world.ts"
import { judgeUnion } from "#policy/index.ts"
import { gather } from "./gather.ts"
import { closeFindings, type FindingRow, insertFindings, openFindings } from "./store.ts"

/** Judge these unions (null: all) on today's facts and bring the register up to date, in this transaction. */
export async function rejudge(
  ctx: Ctx,
  ids: readonly string[] | null,
): Promise<{ judged: number; changed: number }> {
  const facts = await gather(ctx.tx, ctx.university, ids, ctx.today)
  const open = await openFindings(ctx.tx, ids)
  const judged = facts.map((f) => f.unit.id)
  const now = facts.flatMap(judgeUnion)
  const before = new Map(open.map((row) => [keyOf(row.unionId, row), row]))
  const opened: Finding[] = []
  const kept = new Set<string>()
  for (const found of now) {
    const known = before.get(keyOf(found.unit, found))
    if (known && contentOf(known) === contentOf(found)) kept.add(known.id)
    else opened.push(found)
  }
  const closed = open.filter((row) => !kept.has(row.id))
  await closeFindings(
    ctx.tx,
    closed.map((row) => row.id),
    ctx.now,
  )
  await insertFindings(
    ctx.tx,
    opened.map((found) => ({
      id: newId(ctx.now.getTime()),
      unionId: found.unit,
      clause: found.clause,
      subject: found.subject ?? null,
      verdict: found.verdict,
      value: found.value,
      limit: found.limit,
      reading: found.reading ?? null,
      because: found.because,
      cure: found.cure ?? null,
      rows: [...found.rows],
      at: found.at ?? null,
      attested: found.attested ?? null,
      explanation: found.explanation ?? null,
      local: found.local ?? false,
      asOf: found.asOf,
      openedAt: ctx.now,
      change: ctx.change,
    })),
  )
  return { judged: judged.length, changed: opened.length }
}

const keyOf = (unit: string, f: { clause: string; subject?: string | null | undefined; verdict: string }) =>
  `${unit}|${f.clause}|${f.subject ?? ""}|${f.verdict}`

/** The database hands objects back with their keys in another order; what they say is the same. */
const inOrder = (_: string, value: unknown): unknown =>
  value && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

/** Everything a finding says except the day it was computed: whether it changed. */
function contentOf(f: Finding | FindingRow): string {
  const { because, limit, reading, cure, value, rows, attested, explanation, local } = f
  const said = [
    because,
    limit,
    reading ?? null,
    cure ?? null,
    value ?? null,
    rows,
    attested ?? null,
    explanation ?? null,
    local ?? false,
  ]
  return createHash("sha256").update(JSON.stringify(said, inOrder)).digest("base64")
}
