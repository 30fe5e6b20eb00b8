import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { inDuty, type OfAssembly } from "#modules/assembly/index.ts"
import { registered } from "#modules/people/index.ts"
import { candidatesOf } from "#modules/selection/index.ts"
import { presidiumAtMost } from "#policy/03-lean/rules.ts"
import { fewestTrustees } from "#policy/practice/congress-rules.ts"
import { byStrokes, type Candidate, type Election, modeFor, type Person } from "./election.ts"

/** The parameters of a vote as a form sends them. */
export interface Terms {
  readonly title: string
  readonly office: Election["office"]
  readonly post?: string | undefined
  readonly seats: number
  readonly candidates: readonly string[]
  readonly method: Election["method"]
  readonly tie: Election["tie"]
  readonly group: Election["group"]
  readonly trust: Election["trust"]
  readonly trustees: readonly string[]
  readonly tellers: readonly string[]
}

export type Arranged = Pick<
  Election,
  | "title"
  | "office"
  | "post"
  | "seats"
  | "mode"
  | "method"
  | "group"
  | "tie"
  | "candidates"
  | "trust"
  | "trustees"
  | "tellers"
>

/** What a form says, checked against who may stand, keep a key and count. */
export async function arranged(ctx: Ctx, of: OfAssembly, t: Terms): Promise<Result<Arranged, Refusal>> {
  const { union } = of
  const most = presidiumAtMost[union.level]
  if (t.office === "presidium" && t.seats > most)
    return refuse("against-clause", `主席团成员不超过${most}人，应选${t.seats}名超过了`, {
      clause: union.level === "school" ? "3.3" : "3.8b",
      at: "seats",
      cure: `应选名额改为${most}名以内`,
    })
  if (t.office === "other" && !t.post) return refuse("invalid", "请写明选举什么", { at: "post" })
  if (new Set(t.candidates).size !== t.candidates.length)
    return refuse("invalid", "有候选人重复列出", { at: "candidates" })
  const candidates = t.office === "presidium" ? await determined(ctx, union.id, t) : await students(ctx, t)
  if (!candidates.ok) return candidates
  if (candidates.value.some((c) => c.number === ctx.actor.number))
    return refuse("not-allowed", "候选人不办理自己参选的选举", { cure: "由筹备委员会中不参选的人办理" })
  const stands = (p: Person) => candidates.value.some((c) => c.number === p.number)
  const from = (
    duty: "scrutineer" | "teller",
    numbers: readonly string[],
    at: string,
  ): Result<Person[], Refusal> => {
    const people: Person[] = []
    for (const number of numbers) {
      const who = inDuty(of.team, duty).find((a) => a.number === number)
      if (!who)
        return refuse("invalid", `${number}不是本次大会的${duty === "scrutineer" ? "监票人" : "计票人"}`, {
          at,
          cure: "先由大会通过监票人、计票人名单",
        })
      if (stands(who)) return refuse("not-allowed", `${who.name}是候选人，不能监票、计票`, { at })
      if (people.some((p) => p.number === number)) return refuse("invalid", `${who.name}重复`, { at })
      people.push({ number: who.number, name: who.name })
    }
    return ok(people)
  }
  const trustees = from("scrutineer", t.method === "electronic" ? t.trustees : [], "trustees")
  if (!trustees.ok) return trustees
  const officer = inDuty(of.team, "credentials").find(
    (a) => a.lead && trustees.value.some((p) => p.number === a.number),
  )
  if (officer)
    return refuse("not-allowed", `${officer.name}发放选票凭证，不能同时保管密钥`, {
      at: "trustees",
      cure: "另选监票人保管密钥",
    })
  const tellers = from("teller", t.method === "paper" ? t.tellers : [], "tellers")
  if (!tellers.ok) return tellers
  const size = trustees.value.length
  if (t.method === "electronic" && size < fewestTrustees)
    return refuse("invalid", `至少由${fewestTrustees}名监票人共同保管密钥，不能由一人独自开启票箱`, {
      at: "trustees",
    })
  const threshold = t.trust.kind === "mandatory" ? size : t.trust.threshold
  if (t.method === "electronic" && (threshold < fewestTrustees || threshold > size))
    return refuse("invalid", `开启票箱的人数须在${fewestTrustees}至${size}之间`, { at: "trust" })
  if (t.method === "paper" && tellers.value.length === 1)
    return refuse("invalid", "纸质选票由两名计票人分别独立计票", { at: "tellers" })
  return ok({
    title: t.title,
    office: t.office,
    post: t.office === "presidium" ? "主席团成员" : t.post!,
    seats: t.seats,
    mode: modeFor(candidates.value.length, t.seats),
    method: t.method,
    group: t.group,
    tie: t.tie,
    candidates: candidates.value,
    trust: { kind: t.trust.kind, threshold },
    trustees: trustees.value.map((p, i) => ({ ...p, index: i + 1 })),
    tellers: tellers.value,
  })
}

/** 5.2, 5.5: nobody stands for the presidium who was not determined. */
async function determined(ctx: Ctx, unionId: string, t: Terms): Promise<Result<Candidate[], Refusal>> {
  const known = await candidatesOf(ctx.tx, unionId, ctx.today)
  const found: Candidate[] = []
  for (const number of t.candidates) {
    const c = known.find((k) => k.number === number)
    if (!c)
      return refuse("against-clause", `${number}没有经推荐、审查程序确定为主席团候选人`, {
        clause: "5.1",
        at: "candidates",
        cure: "先办完候选人遴选程序",
      })
    found.push({
      number: c.number,
      name: c.name,
      faculty: c.faculty,
      grade: c.grade,
      source: c.source,
      course: c.courseId,
    })
  }
  return ok(byStrokes(found))
}

async function students(ctx: Ctx, t: Terms): Promise<Result<Candidate[], Refusal>> {
  const known = await registered(ctx.tx, t.candidates, ctx.today)
  const missing = t.candidates.find((n) => !known.has(n))
  if (missing) return refuse("invalid", `学生名册中没有学号${missing}`, { at: "candidates" })
  return ok(
    byStrokes(
      t.candidates.map((number) => {
        const { name, faculty, grade } = known.get(number)!.student
        return { number, name, faculty, grade, source: null, course: null }
      }),
    ),
  )
}
