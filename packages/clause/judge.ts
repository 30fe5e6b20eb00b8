import type { Ratio } from "@qiaoliang/basics"
import type { Finding, Judged, Row } from "./finding.ts"
import { deviation, type Force, type Verdict } from "./force.ts"
import { type Fit, fitCount, fitShare, type Limit, spell } from "./limit.ts"
import {
  type Answer,
  type Article,
  type Counted,
  type Holding,
  isRule,
  type Reading,
  type Rule,
  type Shared,
  type Subject,
} from "./rule.ts"

/** Judge one rule over one unit. A clause that does not speak about the unit gives no finding. */
export function judge<F extends Judged>(rule: Rule<F>, f: F): Finding[] {
  const { spec } = rule
  if (spec.when && !spec.when(f)) return []
  const reading = readingOf(rule, f)
  const judged = new Judging(rule, f, spec.readings?.[reading]?.label)

  if ("count" in spec) return [judged.count(spec.count(f, reading), spec, undefined)]
  if ("each" in spec)
    return spec.each(f).map((s: Subject) => judged.count(spec.countIn(s, f, reading), spec, s))
  if ("share" in spec) return [judged.share(spec.share(f, reading), spec)]
  if ("everyone" in spec) return judged.everyone(spec.everyone(f, reading), spec)
  return [spec.holds(f, reading)].flat().map((answer) => judged.answer(answer as Answer))
}

/** The reading the unit chose, or the clause's first. */
function readingOf<F extends Judged>({ clause, spec }: Rule<F>, f: F): string {
  const choices = Object.keys(spec.readings ?? {})
  const chosen = f.readings[clause]
  return chosen !== undefined && choices.includes(chosen) ? chosen : (choices[0] ?? "")
}

/**
 * An `everyone` rule person by person, before they are summed up into findings: the same judgement at a
 * gate. Null where the rule does not judge persons or there is no evidence who they are.
 */
export function judgeEach<F extends Judged>(
  rule: Rule<F>,
  f: F,
): { readonly reading?: Reading; readonly holdings: readonly Holding[] } | null {
  const { spec } = rule
  if (!("everyone" in spec)) return null
  const reading = readingOf(rule, f)
  const holdings = spec.everyone(f, reading)
  const face = spec.readings?.[reading]
  return holdings && { ...(face ? { reading: face } : {}), holdings }
}

export const judgeArticle = <F extends Judged>(article: Article<F>, f: F): Finding[] =>
  article.entries.filter(isRule).flatMap((rule) => judge(rule, f))

/** The same rule under each of its readings, by the reading's key. */
export function underEachReading<F extends Judged>(rule: Rule<F>, f: F): Record<string, Finding[]> {
  const out: Record<string, Finding[]> = {}
  for (const key of Object.keys(rule.spec.readings ?? {}))
    out[key] = judge(rule, { ...f, readings: { ...f.readings, [rule.clause]: key } })
  return out
}

const noEvidence = "系统中没有可据以判断的材料"

class Judging<F extends Judged> {
  readonly #rule: Rule<F>
  readonly #f: F
  readonly #reading: string | undefined

  constructor(rule: Rule<F>, f: F, reading: string | undefined) {
    this.#rule = rule
    this.#f = f
    this.#reading = reading
  }

  count(
    counted: Counted,
    spec: { what: string; unit: string; limit: Limit; cure?: string; evidence?: string },
    s?: Subject,
  ): Finding {
    const local = this.#f.limits[this.#rule.clause]
    const limit = local ?? spec.limit
    const of = s ? `${s.name}${spec.what}` : spec.what
    const base = {
      ...(s ? { subject: s.name } : {}),
      ...(s?.at ? { at: s.at } : {}),
      ...(local ? { local: true } : {}),
      limit: spell(limit),
    }
    if (counted === null)
      return this.#finding("unknown", null, `${of}：${noEvidence}`, [], {
        ...base,
        cure: spec.evidence ?? spec.cure,
      })
    const fit = fitCount(limit, counted.length)
    const because = `${of}${counted.length}${spec.unit}，${this.#words(limit, spec.unit, local)}`
    if (fit.within) return this.#finding("met", counted.length, because, counted, base)
    return this.#deviates(counted.length, because, counted, {
      ...base,
      cure: spec.cure ?? `${of}${change(fit)}${spec.unit}`,
    })
  }

  share(got: Shared | null, spec: { what: string; limit: Limit; cure?: string; evidence?: string }): Finding {
    const local = this.#f.limits[this.#rule.clause]
    const limit = local ?? spec.limit
    const base = { limit: spell(limit), ...(local ? { local: true } : {}) }
    if (!got)
      return this.#finding("unknown", null, `${spec.what}：${noEvidence}`, [], {
        ...base,
        cure: spec.evidence ?? spec.cure,
      })
    const { part, whole } = got
    const value = `${part.length}/${whole.length}`
    const shown = whole.length ? `${Math.round((part.length * 10_000) / whole.length) / 100}%` : "—"
    const needed = limit.kind === "share" && limit.atLeast ? leastOf(limit.atLeast, whole.length) : 0
    const least = needed ? `，即不少于${needed}人` : ""
    const because = `${spec.what}${value}（${shown}），${this.#words(limit, "", local)}${least}`
    if (fitShare(limit, part.length, whole.length)) return this.#finding("met", value, because, part, base)
    const missing = needed - part.length
    return this.#deviates(value, because, part, {
      ...base,
      cure: spec.cure ?? (missing > 0 ? `总数不变时还需${missing}人` : undefined),
    })
  }

  everyone(
    holdings: readonly Holding[] | null,
    spec: { what: string; must: string; cure?: string; evidence?: string },
  ): Finding[] {
    const local = this.#f.limits[this.#rule.clause]
    const limit = local ? `${spec.must}（本会规定${spell(local)}）` : spec.must
    const more = { limit, ...(local ? { local: true } : {}) }
    if (holdings === null)
      return [
        this.#finding("unknown", null, `${spec.what}：${noEvidence}`, [], {
          ...more,
          cure: spec.evidence ?? spec.cure,
        }),
      ]
    const told = (of: "yes" | "no" | "unknown") =>
      holdings.filter((h) => h.answer === of).map((h) => ({ ...h.row, note: h.because }))
    const [yes, no, unknown] = [told("yes"), told("no"), told("unknown")]
    const out: Finding[] = []
    if (no.length)
      out.push(
        this.#deviates(no.length, `${spec.what}中${no.length}人不符合“${spec.must}”`, no, {
          ...more,
          cure: spec.cure,
        }),
      )
    if (unknown.length)
      out.push(
        this.#finding(
          "unknown",
          unknown.length,
          `${spec.what}中${unknown.length}人，${noEvidence}`,
          unknown,
          {
            ...more,
            cure: "补充名册或成绩记录，或更正学号",
          },
        ),
      )
    if (yes.length || out.length === 0)
      out.push(this.#finding("met", yes.length, `${spec.what}中${yes.length}人符合“${spec.must}”`, yes, more))
    return out
  }

  answer(a: Answer): Finding {
    const more = {
      limit: a.limit ?? "",
      ...(a.subject ? { subject: a.subject } : {}),
      ...(a.at ? { at: a.at } : {}),
      ...(a.attested ? { attested: a.attested } : {}),
      cure: a.cure ?? this.#rule.spec.cure,
    }
    const value = a.value ?? null
    const rows = a.rows ?? []
    if (a.answer === "no") return this.#deviates(value, a.because, rows, more)
    if (a.answer === "short") return this.#finding("warning", value, a.because, rows, more)
    const cure = a.answer === "unknown" ? more.cure : undefined
    return this.#finding(a.answer === "yes" ? "met" : "unknown", value, a.because, rows, { ...more, cure })
  }

  #deviates(value: Finding["value"], because: string, rows: readonly Row[], more: More): Finding {
    const { clause, force } = this.#rule
    const explanation = this.#f.explanations.find(
      (e) => e.clause === clause && (e.subject === undefined || e.subject === more.subject),
    )
    // A stricter local limit is the unit's own rule: as binding as the clause it sharpens.
    const verdict = deviation(force, explanation)
    return this.#finding(verdict, value, because, rows, {
      ...more,
      ...(verdict === "explained" && explanation ? { explanation } : {}),
      cure: verdict === "explained" ? undefined : excuse(force, more.cure),
    })
  }

  #finding(
    verdict: Verdict,
    value: Finding["value"],
    because: string,
    rows: readonly Row[],
    more: More,
  ): Finding {
    const { cure, ...rest } = more
    return {
      clause: this.#rule.clause,
      unit: this.#f.unit.id,
      verdict,
      value,
      ...(this.#reading ? { reading: this.#reading } : {}),
      because,
      ...(cure ? { cure } : {}),
      rows,
      ...(this.#f.unit.at ? { at: this.#f.unit.at } : {}),
      asOf: this.#f.asOf,
      ...rest,
    }
  }

  #words(limit: Limit, unit: string, local: Limit | undefined): string {
    const { force } = this.#rule
    const soft = local ? "本会规定" : force === "general" ? "一般" : force === "principle" ? "原则上" : "规定"
    return `${soft}${inWords(limit)}${limit.kind === "count" ? unit : ""}`
  }
}

type More = Omit<Partial<Finding>, "cure" | "limit"> & { limit: string; cure?: string | undefined }

/** The bound as a sentence has it: 不超过6, 2至3, 不少于50%. */
const inWords = (limit: Limit) =>
  spell(limit).replace(/^≤/, "不超过").replace(/^≥/, "不少于").replace("—", "至")

/** The smallest whole number that reaches a share of `whole`. */
const leastOf = (share: Ratio, whole: number) => Math.ceil((share.num * whole) / share.den)

const change = (fit: Exclude<Fit, { within: true }>) =>
  "over" in fit ? `减少${fit.over}` : `增加${fit.short}`

function excuse(force: Force, cure: string | undefined): string | undefined {
  const way = force === "general" ? "登记情况说明" : force === "principle" ? "报批例外并登记理由" : undefined
  return [cure, way].filter(Boolean).join("；或") || undefined
}
