import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Candidate, Count, Counts } from "./election.ts"

/** What one teller counted on paper ballots. */
export interface Sheet {
  readonly issued: number
  readonly recovered: number
  readonly valid: number
  readonly invalid: number
  readonly candidates: readonly {
    readonly number: string
    readonly for: number
    readonly against: number
    readonly abstain: number
    readonly illegible: number
  }[]
  readonly writeIns: readonly { readonly name: string; readonly for: number }[]
}

type Standing = readonly Pick<Candidate, "number" | "name">[]

/** Whether a sheet adds up: so that a slip of the pen is found at once, by the teller alone. */
export function sound(
  s: Sheet,
  { candidates, seats, present }: { candidates: Standing; seats: number; present: number },
): Result<void, Refusal> {
  const no = (because: string, at: string, cure?: string) =>
    refuse("invalid", because, { at, ...(cure ? { cure } : {}) })
  if (s.issued > present)
    return no(`发出票数${s.issued}多于实到代表${present}人`, "issued", "代表不能委托他人代为投票，每人一张")
  if (s.recovered <= s.issued && s.valid + s.invalid !== s.recovered)
    return no(`有效票${s.valid}加无效票${s.invalid}不等于收回票数${s.recovered}`, "valid")
  const missing = candidates.find((c) => s.candidates.filter((x) => x.number === c.number).length !== 1)
  if (missing || s.candidates.length !== candidates.length)
    return no(`每名候选人须登记一次${missing ? `：${missing.name}` : ""}`, "candidates")
  if (s.recovered > s.issued) return ok(undefined)
  for (const c of candidates) {
    const x = s.candidates.find((y) => y.number === c.number)!
    const sum = x.for + x.against + x.abstain + x.illegible
    if (sum !== s.valid)
      return no(
        `${c.name}：赞成${x.for}、不赞成${x.against}、弃权${x.abstain}、部分无效${x.illegible}，合计${sum}，不等于有效票${s.valid}`,
        "candidates",
      )
  }
  const twice = s.writeIns.find(
    (w, i) =>
      s.writeIns.some((v, j) => j < i && v.name === w.name) || candidates.some((c) => c.name === w.name),
  )
  if (twice) return no(`另选他人“${twice.name}”重复，或已在候选人中`, "writeIns")
  const over = s.writeIns.find((w) => w.for > s.valid)
  if (over) return no(`${over.name}的票数多于有效票`, "writeIns")
  const marks = [...s.candidates, ...s.writeIns].reduce((sum, x) => sum + x.for, 0)
  if (marks > seats * s.valid)
    return no(
      `赞成票合计${marks}，多于有效票${s.valid}张每张至多${seats}名`,
      "candidates",
      "赞成人数超过应选名额的选票整张无效，请复核",
    )
  return ok(undefined)
}

export interface Difference {
  readonly what: string
  readonly a: string
  readonly b: string
}

/** Where two tellers' sheets say different things. */
export function differences(a: Sheet, b: Sheet, candidates: Standing): Difference[] {
  const out: Difference[] = []
  const tell = (what: string, x: number | undefined, y: number | undefined) => {
    if ((x ?? 0) !== (y ?? 0)) out.push({ what, a: String(x ?? 0), b: String(y ?? 0) })
  }
  tell("发出票数", a.issued, b.issued)
  tell("收回票数", a.recovered, b.recovered)
  tell("有效票", a.valid, b.valid)
  tell("无效票", a.invalid, b.invalid)
  for (const c of candidates) {
    const [x, y] = [a, b].map((s) => s.candidates.find((k) => k.number === c.number))
    tell(`${c.name} 赞成`, x?.for, y?.for)
    tell(`${c.name} 不赞成`, x?.against, y?.against)
    tell(`${c.name} 弃权`, x?.abstain, y?.abstain)
    tell(`${c.name} 部分无效`, x?.illegible, y?.illegible)
  }
  for (const name of new Set([...a.writeIns, ...b.writeIns].map((w) => w.name))) {
    const of = (s: Sheet) => s.writeIns.find((w) => w.name === name)?.for
    tell(`另选他人 ${name}`, of(a), of(b))
  }
  return out
}

/** A sheet both tellers agree on, as the counts of the vote. */
export const countsFrom = (s: Sheet, candidates: Standing): Counts => ({
  issued: s.issued,
  recovered: s.recovered,
  valid: s.valid,
  invalid: s.invalid,
  blank: null,
  candidates: candidates.map((c): Count => {
    const { for: yes, against, abstain, illegible } = s.candidates.find((x) => x.number === c.number)!
    return { number: c.number, name: c.name, for: yes, against, abstain, illegible }
  }),
  writeIns: s.writeIns,
})
