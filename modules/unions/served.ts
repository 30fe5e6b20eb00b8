import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import type { Post } from "#policy/vocabulary.ts"
import { anyOffice, anyone, mayDraft, mayReadRoster, seesNumbers } from "./abilities.ts"
import { unionsHistory, unionsList, unionsOne, unionsStructure } from "./contract.ts"
import { departmentsOn, historyOf, rostersOn, type UnionRow, unionsOf } from "./store.ts"

async function load(ctx: Ctx, { id }: { id: string }): Promise<Result<UnionRow, Refusal>> {
  const [found] = await unionsOf(ctx.tx, [id])
  return found ? ok(found) : refuse("not-found", "没有这个学生会")
}

const people = (posts: readonly Post[]) =>
  new Set(posts.map((p) => p.student?.studentId ?? p.row.studentId ?? p.row.id)).size

const lineOf = (u: UnionRow, posts: readonly Post[], departments: number) => ({
  id: u.id,
  name: u.name,
  level: u.level,
  kind: u.kind,
  faculty: u.faculty,
  staff: people(posts),
  presidium: posts.filter((p) => p.kind === "presidium").length,
  departments,
})

const presentPost = (p: Post, numbers: boolean) => ({
  id: p.row.id ?? "",
  name: p.name,
  title: p.title,
  kind: p.kind,
  number: numbers ? (p.row.studentId ?? null) : null,
  faculty: p.student?.faculty ?? null,
  grade: p.student?.grade ?? null,
})

export const list = query(unionsList, {
  may: anyOffice,
  run: async (ctx, { asOf = ctx.today }) => {
    const unions = (await unionsOf(ctx.tx)).filter((u) => !("refusal" in mayReadRoster(ctx.actor, u)))
    const ids = unions.map((u) => u.id)
    const rosters = await rostersOn(ctx.tx, ids, asOf)
    const departments = await departmentsOn(ctx.tx, ids, asOf)
    const count = (id: string) => departments.filter((d) => d.unionId === id).length
    return ok({ asOf, items: unions.map((u) => lineOf(u, rosters.get(u.id) ?? [], count(u.id))) })
  },
})

export const one = query(unionsOne, {
  load,
  may: mayReadRoster,
  run: async (ctx, { asOf = ctx.today }, u) => {
    const posts = (await rostersOn(ctx.tx, [u.id], asOf)).get(u.id) ?? []
    const departments = await departmentsOn(ctx.tx, [u.id], asOf)
    const numbers = seesNumbers(ctx.actor, u)
    const shown = (of: readonly Post[]) => of.map((p) => presentPost(p, numbers))
    return ok({
      asOf,
      union: lineOf(u, posts, departments.length),
      presidium: shown(posts.filter((p) => p.kind === "presidium")),
      departments: departments.map((d) => ({
        name: d.name,
        duties: d.duties,
        posts: shown(posts.filter((p) => p.kind !== "presidium" && p.department === d.name)),
      })),
      other: shown(posts.filter((p) => p.kind !== "presidium" && !p.department)),
      can: { draft: !("refusal" in mayDraft(ctx.actor, u)) },
    })
  },
})

export const history = query(unionsHistory, {
  load,
  may: mayReadRoster,
  run: async (ctx, { id }) => {
    const rows = await historyOf(ctx.tx, id)
    return ok({
      items: rows.map((p) => ({
        name: p.name,
        title: p.title,
        department: p.department,
        from: p.validFrom,
        to: p.validTo,
        basis: p.basis,
      })),
    })
  },
})

export const structure = query(unionsStructure, {
  who: "anyone",
  may: anyone,
  run: async (ctx) => {
    const unions = await unionsOf(ctx.tx)
    const ids = unions.map((u) => u.id)
    const rosters = await rostersOn(ctx.tx, ids, ctx.today)
    const departments = await departmentsOn(ctx.tx, ids, ctx.today)
    return ok({
      university: ctx.university.name,
      unions: unions.map((u) => {
        const posts = rosters.get(u.id) ?? []
        const own = departments.filter((d) => d.unionId === u.id)
        return {
          ...lineOf(u, posts, own.length),
          parts: own.map((d) => ({
            name: d.name,
            people: people(posts.filter((p) => p.department === d.name)),
          })),
        }
      }),
    })
  },
})
