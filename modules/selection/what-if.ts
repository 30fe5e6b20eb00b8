import { type Finding, fitCount, judge, type Verdict } from "@qiaoliang/clause"
import { postKindOf } from "#modules/unions/pure.ts"
import { clauses, isClause, ruleOf } from "#policy/index.ts"
import type { Facts, Post, Student } from "#policy/vocabulary.ts"
import { isPresidium, type PostKind } from "./procedure.ts"

/** Somebody who would come onto the roster. */
export interface Chosen {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly postKind: PostKind
  readonly department: string | null
  readonly title: string
  readonly origin: "faculty-union" | "other"
  readonly student: Student | null
}

/** What a choice may change about the size of a union and where its people come from. */
const asked = Object.keys(clauses)
  .filter(isClause)
  .filter((id) => id.startsWith("3.") || id === "5.6")

export const judgeRoster = (f: Facts): Finding[] =>
  asked.flatMap((id) => {
    const rule = ruleOf(id)
    return rule ? judge(rule, f) : []
  })

const numberOf = (p: Post) => p.student?.studentId ?? p.row.studentId

/** The union with these people in their posts; who is on the roster already changes place. Pure. */
export function withChosen(f: Facts, chosen: readonly Chosen[]): Facts {
  if (chosen.length === 0) return f
  const moved = new Set(chosen.map((c) => c.number))
  const kept = (f.posts ?? []).filter((p) => !moved.has(numberOf(p) ?? ""))
  return { ...f, posts: [...kept, ...chosen.map(postOf)] }
}

export const kindOfPost = (
  c: Pick<Chosen, "postKind" | "title" | "department">,
): "presidium" | "head" | "member" =>
  isPresidium(c.postKind)
    ? "presidium"
    : postKindOf(c.title, c.department ?? undefined) === "head"
      ? "head"
      : "member"

const postOf = (c: Chosen): Post => ({
  row: { id: c.id, name: c.name, studentId: c.number },
  name: c.name,
  kind: kindOfPost(c),
  title: c.title,
  ...(c.department ? { department: c.department } : {}),
  student: c.student,
  origin: c.origin,
})

export interface Change {
  readonly clause: string
  readonly subject: string | null
  readonly limit: string
  readonly before: Said | null
  readonly after: Said | null
}

interface Said {
  readonly verdict: Verdict
  readonly because: string
}

const key = (f: Finding) => `${f.clause}|${f.subject ?? ""}`
const said = (f: Finding | undefined): Said | null => (f ? { verdict: f.verdict, because: f.because } : null)

/** What is said differently of the two, in the order of the clauses. Pure. */
export function changes(before: readonly Finding[], after: readonly Finding[]): Change[] {
  const was = new Map(before.map((f) => [key(f), f]))
  const is = new Map(after.map((f) => [key(f), f]))
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((k): Change[] => {
    const [from, to] = [was.get(k), is.get(k)]
    if (from?.verdict === to?.verdict && from?.because === to?.because) return []
    const one = (to ?? from)!
    return [
      {
        clause: one.clause,
        subject: one.subject ?? null,
        limit: one.limit,
        before: said(from),
        after: said(to),
      },
    ]
  })
}

const bad: readonly Verdict[] = ["violated", "warning"]

/** Only what turns for the worse: from met, or from nothing. */
export const worse = (all: readonly Change[]): Change[] =>
  all.filter((c) => c.after && bad.includes(c.after.verdict) && !(c.before && bad.includes(c.before.verdict)))

/**
 * A finding no office may bring about: a `must` bound that would be passed, or passed further. Too few is no
 * reason to refuse whoever comes; that is cured by more.
 */
export function forbidden(f: Facts, chosen: readonly Chosen[]): Finding | undefined {
  const was = new Map(judgeRoster(f).map((x) => [key(x), x]))
  return judgeRoster(withChosen(f, chosen)).find((x) => {
    const rule = isClause(x.clause) ? ruleOf(x.clause) : undefined
    if (x.verdict !== "violated" || rule?.force !== "must" || typeof x.value !== "number") return false
    const before = was.get(key(x))
    if (typeof before?.value === "number" && before.value >= x.value) return false
    const limit = f.limits[x.clause] ?? ("limit" in rule.spec ? rule.spec.limit : undefined)
    return limit?.kind !== "count" || "over" in fitCount(limit, x.value)
  })
}
