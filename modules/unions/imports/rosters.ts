import { type Day, newId } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import type { Ctx } from "#kit/server/world.ts"
import type { Applied, Given, ImportKind, Problem } from "#modules/imports/index.ts"
import { registerFor } from "#modules/people/index.ts"
import { formerTitleCure, isFormerTitle } from "#policy/02-workings/rules.ts"
import type { ClauseId } from "#policy/vocabulary.ts"
import type { RosterRecord, RosterUnion } from "../records.ts"
import { acrossUnions, type SettledPost, settleRoster } from "../settle.ts"
import { rostersSpec } from "../sheets/rosters.ts"
import {
  closeDepartments,
  closePosts,
  insertDepartments,
  insertPosts,
  insertUnion,
  openDepartments,
  openPosts,
  type PostRow,
  standingElsewhere,
  unionsOf,
} from "../store.ts"

/** Which of these unions have adopted the rotation by a day: their charters know, a room further down the list. */
export type Rotating = (tx: Tx, unions: readonly string[], day: Day) => Promise<ReadonlySet<string>>

/** A roster says who serves a union from a day on: whoever it does not name has left. */
export const rostersImport = (rotating: Rotating): ImportKind => ({
  id: "rosters",
  label: "工作人员名单",
  readerUrl: new URL("../sheets/rosters.ts", import.meta.url).href,
  spec: rostersSpec,
  order: 10,
  tables: ["post", "department"],
  apply: (ctx, given) => apply(ctx, given, rotating),
})

interface Roster {
  readonly union: RosterUnion
  readonly records: readonly RosterRecord[]
  readonly posts: readonly SettledPost[]
}

async function apply(ctx: Ctx, given: Given, rotating: Rotating): Promise<Applied> {
  const records = given.records as readonly RosterRecord[]
  const register = await registerFor(ctx.tx, records, given.asOf)
  const problems: Problem[] = []
  const rosters: Roster[] = []
  for (const of of byUnion(records).values()) {
    const union = of[0]!.union
    if (given.onlyFaculty !== null && union.faculty !== given.onlyFaculty) {
      problems.push({
        ...of[0]!.place,
        kind: "error",
        because: `${union.name}不属于${given.onlyFaculty}`,
        cure: "只导入本学院（系）的名单，或请校团委导入",
      })
      continue
    }
    const settled = settleRoster(of, register)
    problems.push(...settled.problems)
    rosters.push({ union, records: of, posts: settled.posts })
  }

  const outcome = { added: 0, changed: 0, closed: 0, same: 0 }
  const unions: string[] = []
  for (const roster of rosters) {
    const id = await unionFor(ctx, roster.union, given)
    unions.push(id)
    const done = await saveRoster(ctx.tx, id, roster, given)
    outcome.added += done.added
    outcome.closed += done.closed
    outcome.same += done.same
  }
  problems.push(
    ...acrossUnions(
      rosters.map((r) => ({ union: r.union.name, posts: r.posts })),
      await standingElsewhere(ctx.tx, unions),
    ),
  )
  const rotate = await rotating(ctx.tx, unions, given.asOf)
  for (const [i, { posts }] of rosters.entries()) if (rotate.has(unions[i]!)) problems.push(...former(posts))
  return { outcome, problems, unions }
}

/**
 * Titles a union with rotation has no more. Unlike those 3.9 refuses they name members of the presidium, who
 * stay counted as such (3.3) and make the finding of 2.2b: docs/decisions/0004.
 */
const former = (posts: readonly SettledPost[]): Problem[] =>
  posts.filter(isFormerTitle).map(({ place, name, title }) => ({
    ...place,
    kind: "refused",
    because: `${name}列为“${title}”：本会章程已实行轮值制度，不设主席、副主席`,
    clause: "2.2b" satisfies ClauseId,
    cure: formerTitleCure,
  }))

const byUnion = (records: readonly RosterRecord[]) =>
  Map.groupBy(records, ({ union }) =>
    union.level === "school" ? `${union.kind} school` : `${union.kind} ${union.faculty ?? union.name}`,
  )

/** The union a roster is of: by level, kind and faculty, whatever short name the officer wrote; opened when new. */
async function unionFor(ctx: Ctx, wanted: RosterUnion, given: Given): Promise<string> {
  const all = await unionsOf(ctx.tx)
  const known = all.find(
    (u) =>
      u.level === wanted.level &&
      u.kind === wanted.kind &&
      (wanted.level === "school" || u.faculty === (wanted.faculty ?? null) || u.name === wanted.name),
  )
  if (known) return known.id
  const id = newId()
  await insertUnion(ctx.tx, {
    id,
    name: wanted.name,
    level: wanted.level,
    kind: wanted.kind,
    faculty: wanted.faculty ?? null,
    openedBy: given.change,
  })
  return id
}

const keyOf = (p: { department?: string | null; title: string; name: string; number: string | null }) =>
  [p.department ?? "", p.title, p.name, p.number ?? ""].join("|")

async function saveRoster(tx: Tx, unionId: string, { records, posts }: Roster, given: Given) {
  const { asOf, change, fileName } = given
  const before = new Map<string, PostRow[]>()
  for (const row of await openPosts(tx, unionId))
    before.set(keyOf(row), [...(before.get(keyOf(row)) ?? []), row])
  const opened: Parameters<typeof insertPosts>[1][number][] = []
  let same = 0
  for (const [i, post] of posts.entries()) {
    const known = before.get(keyOf(post))?.shift()
    const record = records[i]!
    if (known && known.kind === post.kind && known.origin === (post.origin ?? null)) {
      same++
      continue
    }
    if (known) before.get(keyOf(post))!.push(known)
    opened.push({
      id: newId(),
      unionId,
      department: post.department ?? null,
      kind: post.kind,
      title: post.title,
      name: post.name,
      number: post.number,
      numberWritten: post.numberWritten,
      origin: post.origin ?? null,
      originWritten: record.originWritten ?? null,
      claimed: record.claimed,
      place: post.place,
      basis: `导入《${fileName}》，截至${asOf}`,
      position: i,
      validFrom: asOf,
      openedBy: change,
    })
  }
  const gone = [...before.values()].flat().map((row) => row.id)
  await closePosts(tx, gone, asOf, change)
  await insertPosts(tx, opened)
  await saveDepartments(tx, unionId, records, given)
  return { added: opened.length, closed: gone.length, same }
}

async function saveDepartments(
  tx: Tx,
  unionId: string,
  records: readonly RosterRecord[],
  { asOf, change }: Given,
) {
  const named = [...new Set(records.flatMap((r) => (r.department ? [r.department] : [])))]
  const open = await openDepartments(tx, unionId)
  const gone = open.filter((d) => !named.includes(d.name)).map((d) => d.name)
  await closeDepartments(tx, unionId, gone, asOf, change)
  const fresh = named.filter((name) => !open.some((d) => d.name === name))
  await insertDepartments(
    tx,
    fresh.map((name) => ({
      unionId,
      name,
      position: named.indexOf(name),
      validFrom: asOf,
      openedBy: change,
    })),
  )
}
