import { type Day, newId, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { from as copyFrom } from "pg-copy-streams"
import { latestDay } from "#kit/server/temporal.ts"
import type { Ctx } from "#kit/server/world.ts"
import type { BookApart } from "./book-apart.ts"
import type { ImportKind } from "./kind.ts"
import type { ReadRequest } from "./reading.ts"
import { type KindOutcome, type Outcome, type Problem, type SheetPlan, summarise } from "./run.ts"

export interface Job {
  readonly fileName: string
  readonly book: BookApart
  readonly plan: readonly SheetPlan[]
  readonly asOf: Day
  readonly complete: boolean
  readonly dry: boolean
  readonly onlyFaculty: string | null
  readonly tell: (stage: string, done: number, total: number) => void
}

/**
 * Read the workbook and bring the records in, inside the caller's transaction: all of it or nothing.
 * `dry` stops before saving and says what would happen. An `error` row refuses the whole import.
 */
export async function carryOut(
  ctx: Ctx,
  kinds: readonly ImportKind[],
  job: Job,
): Promise<Result<Outcome, Refusal>> {
  const wanted = kinds.filter((k) => job.plan.some((p) => p.kind === k.id)).sort((a, b) => a.order - b.order)
  if (!wanted.length)
    return refuse("unreadable", "没有认出可以导入的表", { cure: "在列对照中指明每张表是什么" })
  for (const kind of wanted)
    for (const table of kind.tables) {
      const latest = await latestDay(ctx.tx, table)
      if (latest && job.asOf < latest)
        return refuse("conflict", `${kind.label}已有截至 ${latest} 的记录，不能再写入更早的 ${job.asOf}`, {
          cure: `把截止日期改为 ${latest} 或之后`,
        })
    }

  const staged = new Map<string, { table: string; count: number }>()
  const records = new Map<string, unknown[]>()
  const problems: Problem[] = []
  for (const kind of wanted) {
    if (!kind.staging) continue
    const table = `staging_${newId().slice(-12)}`
    const columns = kind.staging.columns.map((c) => `"${c.name}" ${c.type}`).join(", ")
    await ctx.tx.client.query(`create temp table ${table} (${columns}) on commit drop`)
    staged.set(kind.id, { table, count: 0 })
  }
  const request = await requestFor(ctx, wanted, job, "read")
  const read = await job.book.ask(request, async (reply) => {
    if (reply.type === "stage") job.tell(reply.stage, reply.done, reply.total)
    if (reply.type === "read") problems.push(...reply.problems)
    if (reply.type === "records")
      records.set(reply.kind, [...(records.get(reply.kind) ?? []), ...reply.records])
    if (reply.type === "rows") {
      const into = staged.get(reply.kind)!
      into.count += reply.count
      await copyInto(ctx, into.table, reply.copy)
    }
  })
  if (!read.ok) return read

  const outcomes: KindOutcome[] = []
  const touched = new Set<string>()
  let all = false
  const bad = () => problems.filter((p) => p.kind === "error").length
  // In hundredths of each kind.
  const saving = (kinds: number) => job.tell("saving", Math.round(kinds * 100), wanted.length * 100)
  saving(0)
  for (const [i, kind] of wanted.entries()) {
    const stage = staged.get(kind.id)
    const given = records.get(kind.id) ?? []
    const applied = await kind.apply(ctx, {
      staged: stage?.table ?? null,
      records: given,
      asOf: job.asOf,
      change: ctx.change,
      dry: job.dry || bad() > 0,
      fileName: job.fileName,
      complete: job.complete,
      onlyFaculty: job.onlyFaculty,
      tell: (done, total) => saving(i + done / total),
    })
    problems.push(...applied.problems)
    outcomes.push({
      kind: kind.id,
      label: kind.label,
      rows: stage?.count ?? given.length,
      ...applied.outcome,
    })
    if (applied.unions === "all") all = true
    else for (const union of applied.unions) touched.add(union)
    saving(i + 1)
  }
  const outcome = summarise(outcomes, problems)
  if (job.dry) return ok(outcome)
  if (outcome.counts.error)
    return refuse("invalid", `有${outcome.counts.error}处错误，未导入任何内容`, {
      cure: "按预览所列逐处更正后重新上传",
    })
  job.tell("judging", 0, 0)
  await ctx.emit("records.changed", { unions: all ? "all" : [...touched], asOf: job.asOf })
  return ok(outcome)
}

function copyInto(ctx: Ctx, table: string, text: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    const stream = ctx.tx.client.query(copyFrom(`copy ${table} from stdin`))
    stream.on("error", reject)
    stream.on("finish", resolve)
    stream.end(Buffer.from(text.buffer, text.byteOffset, text.byteLength))
  })
}

/** What the worker needs to know: the readers, the faculties and their short names, remembered headers. */
export async function requestFor(
  ctx: Ctx,
  kinds: readonly ImportKind[],
  job: Pick<Job, "plan" | "asOf">,
  task: ReadRequest["task"],
): Promise<ReadRequest> {
  const { rows: faculties } = await ctx.tx.client.query<{ name: string; aliases: string[] }>(
    "select name, aliases from faculty where university_id = $1",
    [ctx.tx.university],
  )
  const { rows: headers } = await ctx.tx.client.query<{ kind: string; header: string; key: string | null }>(
    "select kind, header, key from remembered_column where university_id = $1",
    [ctx.tx.university],
  )
  const remembered: Record<string, Record<string, string>> = {}
  for (const { kind, header, key } of headers)
    if (key) remembered[kind] = { ...remembered[kind], [header]: key }
  return {
    task,
    plan: job.plan,
    readers: Object.fromEntries(
      kinds.map((k) => [k.id, { url: k.readerUrl, ...(k.staging ? { fields: k.staging.fields } : {}) }]),
    ),
    remembered,
    context: {
      asOf: job.asOf,
      university: ctx.university.name,
      faculties: faculties.map((f) => f.name),
      facultyAliases: Object.fromEntries(faculties.flatMap((f) => f.aliases.map((a) => [a, f.name]))),
    },
  }
}
