import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { undoTemporal } from "#kit/server/temporal.ts"
import { action, query, type Served } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { mayHandle, mayImport } from "./abilities.ts"
import type { ImportWork } from "./background.ts"
import {
  importsCheck,
  importsConfirm,
  importsDrop,
  importsKinds,
  importsList,
  importsOne,
  importsUndo,
} from "./contract.ts"
import { labelsOf, presentBrief, presentRun } from "./present.ts"
import { reachOf } from "./reach.ts"
import { listRuns, lockRun, type Run, rememberColumns, runById, updateRun } from "./store.ts"

const notFound = refuse("not-found", "没有这次导入", { cure: "从导入记录中重新打开" })

/** A run, and the one faculty whose runs the person may handle (null: any). */
type Loaded = Result<{ run: Run; only: string | null }, Refusal>

const loaded = async (ctx: Ctx, run: Run | undefined): Promise<Loaded> =>
  run ? ok({ run, only: await reachOf(ctx) }) : notFound
const one = async (ctx: Ctx, input: { id: string }) => loaded(ctx, await runById(ctx.tx, input.id))
const locked = async (ctx: Ctx, input: { id: string }) => loaded(ctx, await lockRun(ctx.tx, input.id))

const wrongTime = (run: Run) =>
  refuse("conflict", `这次导入现为“${run.status}”，不能这样做`, { cure: "刷新页面看最新状态" })

/** The verbs and questions of importing. `work` is the background they start. */
export function servedBy(work: () => ImportWork): Served[] {
  const labels = () => labelsOf(work().kinds)
  return [
    query(importsList, {
      may: mayImport,
      run: async (ctx, { page, size }) => {
        const { items, total } = await listRuns(ctx.tx, await reachOf(ctx), page, size)
        return ok({ items: items.map((r) => presentBrief(r, labels())), total })
      },
    }),
    query(importsOne, {
      load: one,
      may: mayHandle,
      run: async (_, __, { run }) => ok(presentRun(run, work().kinds)),
    }),
    query(importsKinds, {
      may: mayImport,
      run: async () =>
        ok({
          kinds: work().kinds.map(({ id, label, spec }) => ({
            id,
            label,
            columns: spec.columns.map((c) => ({ key: c.key, label: c.label, required: c.required ?? false })),
          })),
        }),
    }),
    action(importsCheck, {
      load: locked,
      may: mayHandle,
      run: async (ctx, input, { run, only }) => {
        if (!["proposed", "checked", "failed"].includes(run.status)) return wrongTime(run)
        const plan = run.plan.map((sheet) => {
          const said = input.sheets.find((s) => s.sheet === sheet.sheet)
          if (!said) return sheet
          const columns = sheet.columns.map((c) => ({
            ...c,
            key: said.columns.find((k) => k.index === c.index)?.key ?? null,
          }))
          return { ...sheet, kind: said.kind, columns }
        })
        for (const sheet of plan) if (sheet.kind) await rememberColumns(ctx.tx, sheet.kind, sheet.columns)
        await updateRun(ctx.tx, run.id, {
          plan,
          asOf: input.asOf,
          status: "checking",
          failure: null,
          outcome: null,
          progress: 0,
          total: 0,
        })
        afterCommit(() =>
          work().carryOut(ctx.university, ctx.actor, run.id, { complete: input.complete, dry: true, only }),
        )
        return ok({ id: run.id })
      },
    }),
    action(importsConfirm, {
      load: locked,
      may: mayHandle,
      run: async (ctx, _, { run, only }) => {
        if (run.status !== "checked") return wrongTime(run)
        if (run.outcome?.counts.error)
          return refuse("invalid", `还有${run.outcome.counts.error}处错误`, { cure: "更正工作簿后重新上传" })
        await updateRun(ctx.tx, run.id, { status: "running", progress: 0, total: 0 })
        const complete = run.outcome?.kinds.some((k) => k.closed > 0) ?? false
        afterCommit(() => work().carryOut(ctx.university, ctx.actor, run.id, { complete, dry: false, only }))
        return ok({ id: run.id })
      },
    }),
    action(importsUndo, {
      load: locked,
      may: mayHandle,
      run: async (ctx, _, { run }) => {
        if (run.status !== "done") return wrongTime(run)
        const tables = [...new Set(work().kinds.flatMap((k) => k.tables))]
        const undone = await undoTemporal(ctx.tx, tables, run.id)
        if (!undone.ok) return undone
        for (const kind of work().kinds) {
          const taken = await kind.undo?.(ctx, run.id)
          if (taken?.ok === false) return taken
        }
        await updateRun(ctx.tx, run.id, { status: "undone", undoneBy: ctx.actor.account })
        await ctx.emit("records.changed", { unions: "all", asOf: run.asOf })
        ctx.note({ run: run.id })
        return ok({ id: run.id })
      },
    }),
    action(importsDrop, {
      load: locked,
      may: mayHandle,
      run: async (ctx, _, { run }) => {
        if (!["proposed", "checked", "failed"].includes(run.status)) return wrongTime(run)
        await updateRun(ctx.tx, run.id, { status: "dropped" })
        await work().letGo(run.id)
        return ok({ id: run.id })
      },
    }),
  ]
}

/** The run's new status must be visible before the background looks at it. */
const afterCommit = (work: () => void) => void setTimeout(work, 50)
