import type { UnionRow } from "#modules/unions/index.ts"
import type { Post } from "#policy/vocabulary.ts"
import { numberOf } from "./net.ts"
import type { Draft } from "./store.ts"
import type { Trial } from "./trial.ts"

export const presentUnion = ({ id, name, level, kind }: UnionRow) => ({ id, name, level, kind })

export const presentBrief = (d: Draft, union: UnionRow, account: string) => ({
  id: d.id,
  title: d.title,
  union: presentUnion(union),
  ops: d.ops.length,
  asOf: d.baseDay,
  shared: d.shared,
  status: d.status,
  by: d.createdByName,
  mine: d.createdBy === account,
  at: d.createdAt.toISOString(),
})

type Change = "same" | "moved" | "added" | "ended"

const line = (p: Post, change: Change, was: Post | null = null) => ({
  id: p.row.id ?? "",
  name: p.name,
  number: numberOf(p),
  title: p.title,
  kind: p.kind,
  department: p.department ?? null,
  faculty: p.student?.faculty ?? null,
  change,
  was: was ? [was.department, was.title].filter(Boolean).join(" ") : null,
})

/** The roster of the copy; those ended stay in it, marked, at their place. */
export function presentCopy({ before, tried, net }: Trial) {
  const from = new Map(net.moved.map((m) => [m.to.row.id, m.from]))
  const added = new Set(net.added.map((p) => p.row.id))
  const posts = (tried.facts.posts ?? []).map((p) => {
    const was = from.get(p.row.id)
    return line(p, was ? "moved" : added.has(p.row.id) ? "added" : "same", was ?? null)
  })
  return {
    posts: [...posts, ...net.ended.map((p) => line(p, "ended"))],
    departments: [
      ...before.departments.map(({ name }) => ({
        name,
        change: net.departmentsClosed.includes(name) ? ("closed" as const) : ("same" as const),
      })),
      ...net.departmentsAdded.map((name) => ({ name, change: "added" as const })),
    ],
  }
}
