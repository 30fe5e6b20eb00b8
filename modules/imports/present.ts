import type { ImportKind } from "./kind.ts"
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

type Kinds = readonly Pick<ImportKind, "id" | "label" | "withheld">[]

export const labelsOf = (kinds: Kinds): Readonly<Record<string, string>> =>
  Object.fromEntries(kinds.map((k) => [k.id, k.label]))

/** The plan without samples of what is for nobody to see. */
const presentPlan = (plan: Run["plan"], kinds: Kinds) =>
  plan.map((sheet) => {
    const withheld = kinds.find((k) => k.id === sheet.kind)?.withheld ?? []
    return {
      ...sheet,
      columns: sheet.columns.map((c) => (c.key && withheld.includes(c.key) ? { ...c, samples: [] } : c)),
    }
  })

/** For whoever may handle the run: nobody else sees it. */
export function presentRun(run: Run, kinds: Kinds) {
  const idle = run.status === "proposed" || run.status === "checked" || run.status === "failed"
  return {
    ...presentBrief(run, labelsOf(kinds)),
    plan: presentPlan(run.plan, kinds),
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
