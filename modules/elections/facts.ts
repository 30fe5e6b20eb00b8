import { type Day, schoolYearOf } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import { assembliesOf } from "#modules/assembly/index.ts"
import { rostersOn } from "#modules/unions/index.ts"
import type { Answered, QuestionId, Row } from "#policy/vocabulary.ts"
import type { Election } from "./election.ts"
import { electionsOfUnions, seatedAmong } from "./store.ts"

type Answers = Partial<Record<QuestionId, Answered>>

/**
 * 5.1 and 6.6 from votes held here. Nothing held is no answer. Whoever is on the roster by an import was elected
 * before: their way is not on record, and an attestation speaks for them.
 */
export async function electionsOn(
  tx: Tx,
  unions: readonly string[],
  day: Day,
): Promise<Map<string, { answers: Answers }>> {
  const held = await electionsOfUnions(tx, unions)
  if (held.length === 0) return new Map()
  const out = new Map<string, { answers: Answers }>()
  const closed = new Set(
    (await assembliesOf(tx, unions)).filter((a) => a.state === "closed").map((a) => a.id),
  )
  for (const [union, own] of Map.groupBy(held, (e) => e.unionId)) {
    const answers = { ...(await elected(tx, union, day)), ...concluded(own, closed, day) }
    if (Object.keys(answers).length > 0) out.set(union, { answers })
  }
  return out
}

/** 5.1: every member of the presidium came into the post by a ratified result. */
async function elected(tx: Tx, union: string, day: Day): Promise<Answers> {
  const roster = (await rostersOn(tx, [union], day)).get(union) ?? []
  const presidium = roster.filter((p) => p.kind === "presidium")
  const seated = await seatedAmong(
    tx,
    presidium.flatMap((p) => (p.row.id ? [p.row.id] : [])),
  )
  if (seated.size === 0) return {}
  const by = (p: (typeof presidium)[number]) => p.row.id !== undefined && seated.has(p.row.id)
  const others = presidium.filter((p) => !by(p))
  // Those of an import stand with the file and row they came from.
  const without = others.filter((p) => p.row.file === undefined)
  if (others.length > 0 && without.length === 0) return {}
  const rows = (without.length > 0 ? without : presidium).map(
    (p): Row => ({ ...p.row, note: without.length > 0 ? "没有选举记录" : "由本系统记录的选举产生" }),
  )
  return { "presidium-elected": { value: without.length === 0, on: day, rows } }
}

/** 6.6 of the school year: the last presidium vote whose count is in. */
function concluded(own: readonly Election[], closed: ReadonlySet<string>, day: Day): Answers {
  const year = schoolYearOf(day)
  const of = own.filter(
    (e) =>
      e.office === "presidium" &&
      e.countedOn !== null &&
      e.countedOn <= day &&
      e.state !== "void" &&
      schoolYearOf(e.countedOn) === year,
  )
  const last = of.at(-1)
  if (!last) return {}
  const row = (note: string): readonly Row[] => [{ id: last.id, name: last.title, note }]
  const announced = last.announcedOn !== null && last.announcedOn <= day ? last.announcedOn : null
  const out: { -readonly [K in keyof Answers]: Answers[K] } = {}
  if (announced) out["result-announced"] = { value: true, on: announced, rows: row(`${announced}向大会公告`) }
  else if (closed.has(last.assemblyId))
    out["result-announced"] = { value: false, on: last.countedOn!, rows: row("大会已闭幕，没有公告") }
  if (last.ratifiedOn && last.ratifiedOn <= day)
    out["result-ratified"] = { value: true, on: last.ratifiedOn, rows: row(`${last.ratifiedOn}批准`) }
  else if (last.state === "refused")
    out["result-ratified"] = { value: false, on: last.announcedOn!, rows: row("未获批准") }
  if (last.filedOn && last.filedOn <= day)
    out["result-filed"] = {
      value: true,
      on: last.filedOn,
      rows: row(`${last.filedOn}备案${last.receipt ? `，回执${last.receipt}` : ""}`),
    }
  return out
}
