import type { Run } from "./store.ts"

export const presentBrief = (run: Run, labels: Readonly<Record<string, string>>) => ({
  id: run.id,
  fileName: run.fileName,
  asOf: run.asOf,
  status: run.status,
  by: run.createdByName,
  at: run.createdAt.toISOString(),
  kinds: [...new Set(run.plan.flatMap((p) => (p.kind ? [labels[p.kind] ?? p.kind] : [])))],
})

/** For whoever may handle the run: nobody else sees it. */
export function presentRun(run: Run, labels: Readonly<Record<string, string>>) {
  const idle = run.status === "proposed" || run.status === "checked" || run.status === "failed"
  return {
    ...presentBrief(run, labels),
    plan: run.plan,
    stage: run.stage,
    progress: run.progress,
    total: run.total,
    outcome: run.outcome ?? null,
    failure: run.failure,
    can: {
      plan: idle && run.plan.length > 0,
      confirm: run.status === "checked" && run.outcome?.counts.error === 0,
      undo: run.status === "done",
      drop: idle,
    },
  }
}
