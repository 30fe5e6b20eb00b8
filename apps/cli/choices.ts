import { atLeast, atLeastShare, atMost, between, isRule, type Limit, stricter } from "@qiaoliang/clause"
import { InvalidArgumentError } from "commander"
import { articles } from "#policy/index.ts"

const rules = new Map(
  articles.flatMap((article) => article.entries.filter(isRule)).map((rule) => [rule.clause as string, rule]),
)

/** A reading's key, one that the clause knows. */
export function readingOf(clause: string, key: string): string {
  const readings = rules.get(clause)?.spec.readings
  if (!readings) throw new InvalidArgumentError(`第 ${clause} 条没有可选的读法`)
  if (key in readings) return key
  const known = Object.entries(readings).map(([k, { label }]) => `${k}（${label}）`)
  throw new InvalidArgumentError(`第 ${clause} 条的读法只有：${known.join("、")}`)
}

/** A local limit, no looser than the Opinions' (11.2). */
export function localLimit(clause: string, text: string): Limit {
  const spec = rules.get(clause)?.spec
  if (!spec || !("limit" in spec)) throw new InvalidArgumentError(`第 ${clause} 条没有可以从严的数`)
  const limit = parse(text, spec.limit)
  if (!limit) throw new InvalidArgumentError(`“${text}”不是这一条的限度，请写成 4、≤4、≥2、20-28 或 60%`)
  const local = stricter(spec.limit, limit)
  if (local.ok) return local.value
  const { because, clause: by, cure } = local.error
  throw new InvalidArgumentError([because, by && `依据第 ${by} 条不予采用`, cure].filter(Boolean).join("；"))
}

/** A number alone bounds the side the clause bounds: the upper one where it bounds both. */
function parse(text: string, clause: Limit): Limit | undefined {
  const share = /^(?:≥|>=)?(\d{1,3})%$/.exec(text)
  if (share && clause.kind === "share") return atLeastShare(Number(share[1]), 100)
  const range = /^(\d{1,6})\s*[-—–~至]\s*(\d{1,6})$/.exec(text)
  if (range) return between(Number(range[1]), Number(range[2]))
  const bound = /^(≤|<=|≥|>=)?(\d{1,6})$/.exec(text)
  if (!bound || clause.kind !== "count") return undefined
  const value = Number(bound[2])
  if (bound[1] === "≥" || bound[1] === ">=") return atLeast(value)
  return bound[1] === undefined && clause.max === undefined ? atLeast(value) : atMost(value)
}
